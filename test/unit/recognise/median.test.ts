import { reads } from "./notation.js";

reads("times to an event", [
  ["Median overall survival was 14.2 months (95% CI, 11.9 to 16.5).", "median 14.2 month CI95 11.9..16.5"],
  [
    "Median progression-free survival was 8·1 months (95% CI 6·9–9·4) with tafexinib and 5·6 months (4·4–6·3) with docetaxel.",
    "median 8.1 month CI95 6.9..9.4; median 5.6 month CI 4.4..6.3",
  ],
  ["Median OS was 11.0 vs 31.0 months (P<0.001).", "median 11 month; median 31 month; p<0.001"],
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
  ["Patients were elderly (median age, 74 years; IQR, 69-80).", "median 74 year IQR 69..80"],
  ["Median (IQR) operating time was 94 (78–121) min.", "median 94 minute IQR 78..121"],
  [
    "Median operative time was longer with the robot (182 vs 141 min; p<0.001).",
    "median 182 minute; median 141 minute; p<0.001",
  ],
  [
    "The median hospital stay was 7 days (IQR 5–10) versus 9 days (IQR 7–14).",
    "median 7 day IQR 5..10; median 9 day IQR 7..14",
  ],
]);

reads("other quantities", [
  ["A median of 4 cycles (range 1–8) was given.", "median 4 cycle range 1..8"],
  ["The median number of treatment cycles was 6 (range, 1-19).", "median 6 cycle range 1..19"],
  ["The median pain score was 3 (IQR 2–5) in the block group.", "median 3 point IQR 2..5"],
  ["Median CD4 count was 212 cells/µL.", "median 212 cells/µL"],
]);
