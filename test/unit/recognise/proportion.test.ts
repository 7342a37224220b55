import { reads } from "./notation.js";

reads("counts with their total", [
  ["Infection occurred in 12 of 34 patients (35%).", "count 12/34 35%"],
  ["Infection occurred in 12/34 (35.3%).", "count 12/34 35.3%"],
  ["Infection occurred in 35.3% (12/34) of the patients.", "count 12/34 35.3%"],
  ["Infection occurred in 12 (35·3%) of 34 patients.", "count 12/34 35.3%"],
  [
    "Neutropenia was seen (99 [33·2%] of 298 patients vs 86 [29·0%] of 297).",
    "count 99/298 33.2%; count 86/297 29%",
  ],
  ["Of the 107 patients, 54 (50.5%) relapsed.", "n=107; count 54/107 50.5%"],
  ["Responses were seen in 14 of 44 (31.8%) vs 10 of 44 (22.7%).", "count 14/44 31.8%; count 10/44 22.7%"],
  ["The staple line leaked in 25/265 (9.4%) anastomoses.", "count 25/265 9.4%"],
  ["Viral suppression was reached by 188 out of 203 participants (92.6%).", "count 188/203 92.6%"],
  ["Conversion to open surgery was needed in 3 of 61 cases.", "count 3/61"],
  [
    "Complete remission was achieved in 21 of 33 children (64%; 95% CI, 45%-80%).",
    "count 21/33 64% CI95 45..80",
  ],
]);

reads("counts without a total", [
  ["Grade 3 rash occurred in 7 patients (4.1%).", "count 7 4.1%"],
  ["Fever (n = 18; 9.8%) was the commonest event.", "count 18 9.8%"],
  ["Three (7.5%) patients withdrew.", "count 3 7.5%"],
  ["Six women had a recurrence.", "count 6"],
  ["Eighty-one patients died.", "count 81"],
  ["There were 14 deaths.", "count 14"],
  [
    "Serious adverse events were reported in 52 (25.7%) and 49 (24.3%) patients, respectively.",
    "count 52 25.7%; count 49 24.3%",
  ],
]);

reads("percentages alone", [
  ["The objective response rate was 67.3% vs 29.1%.", "share 67.3%; share 29.1%"],
  [
    "Pathological complete response was 64.8% (95% confidence interval [CI], 59.9 to 69.5) in the antibody group.",
    "share 64.8% CI95 59.9..69.5",
  ],
  ["In-hospital mortality was 4.2 percent.", "share 4.2%"],
  ["Adherence reached 81·5%.", "share 81.5%"],
  [
    "Remission occurred in 43% of the adolescents and 28% of the adults (P = .01).",
    "share 43%; share 28%; p=0.01",
  ],
  ["The ORR was 38% (95% CI 29–48%).", "share 38% CI95 29..48"],
  ["Nausea (41%), fatigue (33%) and rash (12%) were common.", "share 41%; share 33%; share 12%"],
  ["Rates of dry mouth were 10.1 and 6.3%.", "share 10.1%; share 6.3%"],
  ["Most were women (71%).", "share 71%"],
]);
