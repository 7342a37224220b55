import { reads } from "./notation.js";

reads("times in words", [["Thirty-day mortality was 11.6%.", "11.6% at 30 day"]]);

reads("rates of a time-to-event outcome at a time", [
  ["The 5-year overall survival rate was 78.4% (95% CI, 71.2 to 83.9).", "78.4% at 5 year CI95 71.2..83.9"],
  [
    "The 2-, 4- and 6-year OS rates were 48.6%, 27.3%, and 12.9%, respectively.",
    "48.6% at 2 year; 27.3% at 4 year; 12.9% at 6 year",
  ],
  ["One-year survival was 61%.", "61% at 1 year"],
  [
    "Survival at 2 years was 60% in the early group and 48% in the late group.",
    "60% at 2 year; 48% at 2 year",
  ],
  [
    "5-year disease-free survival was 74·2% (95% CI 68·3–79·6) with lobectomy and 71·5% (65·9–77·2) with segmentectomy.",
    "74.2% at 5 year CI95 68.3..79.6; 71.5% at 5 year CI 65.9..77.2",
  ],
  ["The 12-month PFS rate was 54% v 39% (P = .03).", "54% at 12 month; 39% at 12 month; p=0.03"],
  ["The estimated 3-year event-free survival was 88.1% ± 2.4%.", "88.1% at 3 year"],
  [
    "Overall survival at 1, 3 and 5 years was 91%, 74% and 63%.",
    "91% at 1 year; 74% at 3 year; 63% at 5 year",
  ],
  [
    "At 24 months, the progression-free survival rate was 41.7% (95% CI 33.0–50.2).",
    "41.7% at 24 month CI95 33..50.2",
  ],
  ["The 10-year cumulative incidence of relapse was 26% (95% CI, 21%-31%).", "26% at 10 year CI95 21..31"],
  [
    "Event-free survival was 74% with tarvenib and 71% with olvadine at 5 years.",
    "74% at 5 year; 71% at 5 year",
  ],
  ["Graft survival was 94.2% at 1 year and 86.0% at 5 years.", "94.2% at 1 year; 86% at 5 year"],
  ["Five-year relapse-free survival was 66 percent.", "66% at 5 year"],
  [
    "The 6-month overall survival rates were 83.3% and 70.6%, respectively (p = 0.14).",
    "83.3% at 6 month; 70.6% at 6 month; p=0.14",
  ],
  ["The 2-year local control rate was 92.3%.", "92.3% at 2 year"],
  ["The Kaplan-Meier estimate of freedom from reintervention at 36 months was 81.5%.", "81.5% at 36 month"],
]);

reads("shares of people at a visit are no such rates", [
  ["At week 12, 47% of the patients had a response.", "share 47%"],
  ["Response rate at week 24 was 62.5%.", "share 62.5%"],
]);

reads("specialties", [
  [
    "Five-year overall survival was 71% versus 64% (hazard ratio 0·78, 95% CI 0·63–0·97; p=0·026).",
    "71% at 5 year; 64% at 5 year; HR 0.78 CI95 0.63..0.97 p=0.026",
  ],
  ["PFS at 18 months was 37.0% (95% CI, 28.1 to 45.9).", "37% at 18 month CI95 28.1..45.9"],
  [
    "The actuarial survival rates at 1, 5, and 10 years were 93%, 81%, and 68%, respectively.",
    "93% at 1 year; 81% at 5 year; 68% at 10 year",
  ],
  [
    "The 3-year OS was 55.4% in the surgery arm and 52.0% in the radiotherapy arm (p=0.48).",
    "55.4% at 3 year; 52% at 3 year; p=0.48",
  ],
  ["Implant survivorship was 96.3% (95% CI 94.1 to 97.8) at 10 years.", "96.3% at 10 year CI95 94.1..97.8"],
  [
    "Estimated 2-year OS rates were 68.5% (95% CI, 60.2%-75.4%) and 57.1% (95% CI, 48.4%-64.9%), respectively.",
    "68.5% at 2 year CI95 60.2..75.4; 57.1% at 2 year CI95 48.4..64.9",
  ],
  ["The probability of remaining relapse-free at 52 weeks was 0.74.", ""],
  ["The 90-day survival rate was 82 % in responders.", "82% at 90 day"],
  [
    "The 5-year LRFS, DMFS and OS were 89.2%, 80.4% and 77.9%.",
    "89.2% at 5 year; 80.4% at 5 year; 77.9% at 5 year",
  ],
  ["Two-year progression-free survival: 28% (95% CI, 20%–37%).", "28% at 2 year CI95 20..37"],
  [
    "The 1-year rate of major bleeding was 4.1% (95% CI 3.0–5.6) in the short group and 6.2% (4.8–8.0) in the long group.",
    "4.1% at 1 year CI95 3..5.6; 6.2% at 1 year CI 4.8..8",
  ],
  [
    "The cumulative incidence of graft-versus-host disease at 100 days was 31% (95% CI, 24 to 39).",
    "31% at 100 day CI95 24..39",
  ],
]);

reads("the time stands elsewhere", [
  [
    "Four-year local recurrence-free survival was 97% with both schedules (P = .51).",
    "97% at 4 year; p=0.51",
  ],
  [
    "Freedom from progression at 5 years was better with the combination (P = .01; 93% v 85%).",
    "p=0.01; 93% at 5 year; 85% at 5 year",
  ],
  ["At 3 years, OS was 84% and PFS 61%.", "84% at 3 year; 61% at 3 year"],
]);

reads("rates at the time of the sentence before", [
  [
    "The 5-year overall survival was 93% v 87% (P = .006). Event-free survival was also superior (95% v 88%).",
    "93% at 5 year; 87% at 5 year; p=0.006; 95% at 5 year; 88% at 5 year",
  ],
]);

reads("ages are no time points", [
  [
    "Mortality was 7.2% in women younger than 65 years and 16.8% in those 65 years or older.",
    "share 7.2%; share 16.8%",
  ],
]);
