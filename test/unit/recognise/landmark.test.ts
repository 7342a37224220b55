import { reads } from "./notation.js";

reads("rates of a time-to-event outcome at a time", [
  ["The 5-year overall survival rate was 78.4% (95% CI, 71.2 to 83.9).", "78.4% at 5 year CI95 71.2..83.9"],
  [
    "The 1-, 2- and 3-year OS rates were 46.3%, 22.2%, and 10.1%, respectively.",
    "46.3% at 1 year; 22.2% at 2 year; 10.1% at 3 year",
  ],
  ["One-year survival was 61%.", "61% at 1 year"],
  [
    "Survival at 2 years was 60% in the early group and 48% in the late group.",
    "60% at 2 year; 48% at 2 year",
  ],
  [
    "5-year disease-free survival was 75·0% (95% CI 69·7–80·3) with lobectomy and 71·5% (65·9–77·2) with segmentectomy.",
    "75% at 5 year CI95 69.7..80.3; 71.5% at 5 year CI 65.9..77.2",
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
  ["The 10-year cumulative incidence of relapse was 23% (95% CI, 18%-28%).", "23% at 10 year CI95 18..28"],
  ["Graft survival was 94.2% at 1 year and 86.0% at 5 years.", "94.2% at 1 year; 86% at 5 year"],
  ["Five-year relapse-free survival was 66 percent.", "66% at 5 year"],
  [
    "The 6-month overall survival rates were 83.3% and 70.6%, respectively (p = 0.14).",
    "83.3% at 6 month; 70.6% at 6 month; p=0.14",
  ],
  ["The 2-year local control rate was 92.3%.", "92.3% at 2 year"],
]);

reads("shares of people at a visit are no such rates", [
  ["At week 12, 47% of the patients had a response.", "share 47%"],
  ["Response rate at week 24 was 62.5%.", "share 62.5%"],
]);
