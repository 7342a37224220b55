import { reads } from "./notation.js";

reads("times to an event", [
  ["Median overall survival was 14.2 months (95% CI, 11.9 to 16.5).", "median 14.2 month CI95 11.9..16.5"],
  [
    "Median progression-free survival was 8·1 months (95% CI 6·9–9·4) with tafexinib and 5·6 months (4·4–6·3) with docetaxel.",
    "median 8.1 month CI95 6.9..9.4; median 5.6 month CI 4.4..6.3",
  ],
  [
    "Median (IQR [range]) time to discharge was 148 (122–176 [88–260]) min with propofol and 119 (97–141 [70–221]) min with ketamine.",
    "median 148 minute IQR 122..176; median 119 minute IQR 97..141",
  ],
  [
    "Median tmax was 2.0 h (range 1.0–4.0 h) alone and 3.0 h (1.5–6.0 h) with itraconazole.",
    "median 2 hour range 1..4; median 3 hour range 1.5..6",
  ],
  ["Median OS was 12.0 vs 29.0 months (P<0.001).", "median 12 month; median 29 month; p<0.001"],
  ["The median survival was 9.4 months vs.14.3 months.", "median 9.4 month; median 14.3 month"],
  ["Median PFS and OS were 6.8 and 19.3 months, respectively.", "median 6.8 month; median 19.3 month"],
  [
    "Median time to remission was 21 days in the ketamine arm and 34 days in the control arm (p = 0.02).",
    "median 21 day; median 34 day; p=0.02",
  ],
  ["The median duration of response was 10.3 mo (95% CI 7.7–NR).", "median 10.3 month CI95 7.7..NR"],
  [
    "Median survival was not reached in the transplant group and was 27.5 months in the chemotherapy group.",
    "median NR; median 27.5 month",
  ],
  [
    "Median OS was NR (95% CI 24.1–NE) versus 18.6 months (95% CI 13.0–22.7).",
    "median NR month CI95 24.1..NR; median 18.6 month CI95 13..22.7",
  ],
  ["Median time to discharge readiness: 4.5 h vs 6.0 h.", "median 4.5 hour; median 6 hour"],
]);

reads("follow-up, age and duration", [
  ["Median follow-up was 36.4 months (IQR 28.0–44.9).", "median 36.4 month IQR 28..44.9"],
  ["After a median follow-up of 5.2 years, the curves separated.", "median 5.2 year"],
  ["At a median of 12.8 months of follow-up the graft was patent in most.", "median 12.8 month"],
  ["The median age was 67 years (range, 41-88).", "median 67 year range 41..88"],
  [
    "Troponin fell from 412 (IQR 218–703) to 96 (51–188) ng/L.",
    "median 412 ng/L IQR 218..703; median 96 ng/L IQR 51..188",
  ],
  ["Patients were elderly (median age, 74 years; IQR, 69-80).", "median 74 year IQR 69..80"],
  ["Median (IQR) operating time was 94 (78–121) min.", "median 94 minute IQR 78..121"],
  [
    "Median operative time was longer with the robot (182 vs 141 min; p<0.001).",
    "median 182 minute; median 141 minute; p<0.001",
  ],
  [
    "The median hospital stay was 7 days (IQR 5–10) versus 9 days (IQR 6–13).",
    "median 7 day IQR 5..10; median 9 day IQR 6..13",
  ],
]);

reads("other quantities", [
  ["A median of 4 cycles (range 1–8) was given.", "median 4 cycle range 1..8"],
  ["The median number of treatment cycles was 6 (range, 1-19).", "median 6 cycle range 1..19"],
  ["The median pain score was 3 (IQR 2–5) in the block group.", "median 3 point IQR 2..5"],
  ["Median CD4 count was 212 cells/µL.", "median 212 cells/µL"],
  ["Median blood loss was 320 mL (IQR 200–550 mL).", "median 320 mL IQR 200..550"],
  ["Median CRP fell to 12 mg/L (IQR 5-31).", "median 12 mg/L IQR 5..31"],
]);

reads("specialties", [
  [
    "The median PFS was 4.6 months (95% CI: 3.4-5.8) for arm A and 7.7 months (95% CI: 6.1-9.3) for arm B (HR 0.66, p=0.01).",
    "median 4.6 month CI95 3.4..5.8; median 7.7 month CI95 6.1..9.3; HR 0.66 p=0.01",
  ],
  [
    "Median overall survival was 19.9 months (95% CI, 17.5 to 22.3) with the combination versus 15.4 months (95% CI, 13.5 to 18.1) with placebo (HR, 0.77; 95% CI, 0.63 to 0.94; P = .011).",
    "median 19.9 month CI95 17.5..22.3; median 15.4 month CI95 13.5..18.1; HR 0.77 CI95 0.63..0.94 p=0.011",
  ],
  [
    "The median survival times of the low- and high-risk groups were 42 and 13 months.",
    "median 42 month; median 13 month",
  ],
  [
    "Median survival was 23 months for responders, 11 months for patients with stable disease, and 5 months for the rest.",
    "median 23 month; median 11 month; median 5 month",
  ],
  [
    "Median time to relapse: not reached vs 8.4 months, P=.006.",
    "median NR month; median 8.4 month; p=0.006",
  ],
  ["Median (range) follow-up: 31 (3–77) months.", "median 31 month range 3..77"],
  ["Time to first flatus was shorter with chewing gum (median 2 v 3 days).", "median 2 day; median 3 day"],
  ["The median EDSS score at baseline was 2.5 (IQR 1.5–4.0).", "median 2.5 point IQR 1.5..4"],
  [
    "With a median follow-up time of 7.8 years (interquartile range 5.1-10.2), 212 events were recorded.",
    "median 7.8 year IQR 5.1..10.2; count 212",
  ],
  ["Patients had a median of two prior lines of therapy.", "median 2"],
  [
    "Median age at diagnosis was 3·4 years (IQR 1·9–6·2); 54% were boys.",
    "median 3.4 year IQR 1.9..6.2; share 54%",
  ],
  ["The median OS was 9.1 (95% CI 7.6-10.5) months.", "median 9.1 month CI95 7.6..10.5"],
  ["OS: median 27.3 mo (95% CI, 21.6–33.1).", "median 27.3 month CI95 21.6..33.1"],
  [
    "Median door-to-needle time fell from 74 minutes (IQR 55–98) to 48 minutes (IQR 36–67).",
    "median 74 minute IQR 55..98; median 48 minute IQR 36..67",
  ],
  ["Median viral load declined to 1.8 log10 copies/mL.", "median 1.8 log10 copies/mL"],
  ["The median time from symptom onset to admission was 5 d (IQR, 3-8 d).", "median 5 day IQR 3..8"],
]);

reads("awkward print", [
  [
    "Median PFS: 5.6 (95% CI 4.2–7.1) vs 3.9 (3.1–5.0) mo; HR 0.68.",
    "median 5.6 month CI95 4.2..7.1; median 3.9 month CI 3.1..5; HR 0.68",
  ],
  ["mOS was 8.7 months.", "median 8.7 month"],
  ["mPFS was 4.2 vs 2.8 months (p = 0.01).", "median 4.2 month; median 2.8 month; p=0.01"],
  ["Median OS, 16.3 v 12.2 months.", "median 16.3 month; median 12.2 month"],
  ["Median TTP was 26 wk (95% CI, 21 to 33 wk).", "median 26 week CI95 21..33"],
  [
    "The median duration of ventilation was 3 (IQR 2-6) and 5 (IQR 3-9) days (P=0.008).",
    "median 3 day IQR 2..6; median 5 day IQR 3..9; p=0.008",
  ],
  ["Survival was a median of 6.1 months.", "median 6.1 month"],
  ["Median, 4 days; range, 1–17 days.", "median 4 day range 1..17"],
  ["The medians were 7.4 and 9.9 months.", "median 7.4 month; median 9.9 month"],
]);

reads("arms with their sizes", [
  [
    "Patients had longer median time to deterioration than controls (9.2 months, 95% CI 8.0–11.3, vs 4.1 months, 95% CI 3.3–4.9).",
    "median 9.2 month CI95 8..11.3; median 4.1 month CI95 3.3..4.9",
  ],
  [
    "PFS, 30.1 versus 22.9 months (P = .02), and duration of response, 33.0 versus 18.4 months, were better, median follow-up being 36 months.",
    "median 30.1 month; median 22.9 month; p=0.02; median 33 month; median 18.4 month; median 36 month",
  ],
  [
    "Median time to walking in the brace (n=61) and cast (n=58) groups was 44 days and 51 days, respectively.",
    "n=61; n=58; median 44 day; median 51 day",
  ],
  [
    "Median OS for patients with (n = 40) and without (n = 75) ascites was 4.1 and 11.8 months.",
    "n=40; n=75; median 4.1 month; median 11.8 month",
  ],
]);

reads("medians told by their quartiles", [
  [
    "Time in range did not differ (median (IQR) 61% (48–72) versus 58% (45–70)), nor did time below (4% (1–9) versus 5% (2–10)).",
    "median 61% IQR 48..72; median 58% IQR 45..70; median 4% IQR 1..9; median 5% IQR 2..10",
  ],
]);

reads("an announced range that does not hold its median", [
  ["Median (IQR) age was 31.0 (31.98, 33.58) years.", "median 31 year IQR 31.98..33.58"],
]);

reads("a value with its quartiles is a median, and who relapsed is none", [
  [
    "Pain-free days were 17 (IQR 3–26) and 12 (IQR 0–23), respectively.",
    "median 17 IQR 3..26; median 12 IQR 0..23",
  ],
  ["At a median of 3 years, 16 had relapsed.", "median 3 year; count 16"],
]);

reads("a ratio like that of the sentence before, beside medians", [
  [
    "Relapse was as common (HR 0·94, 95% CI 0·76–1·19, p=0·61). We saw no difference in survival by arm (0·97, 0·81–1·16, p=0·68; median survival 10·2 months [9·1–11·4] vs 10·9 months [9·8–11·8]).",
    "HR 0.94 CI95 0.76..1.19 p=0.61; HR 0.97 CI 0.81..1.16 p=0.68; median 10.2 month CI 9.1..11.4; median 10.9 month CI 9.8..11.8",
  ],
]);
