import { reads } from "./notation.js";

reads("counts with their total", [
  ["Infection occurred in 12 of 34 patients (35%).", "count 12/34 35%"],
  ["Rash was seen in 2.7% group A vs. 3.1% group B.", "share 2.7%; share 3.1%"],
  ["Infection occurred in 12/34 (35.3%).", "count 12/34 35.3%"],
  ["Infection occurred in 35.3% (12/34) of the patients.", "count 12/34 35.3%"],
  ["Nausea was seen in 15.5% (43) of the runners and in 5% (2019).", "count 43 15.5%; share 5%"],
  ["Infection occurred in 12 (35·3%) of 34 patients.", "count 12/34 35.3%"],
  [
    "Neutropenia was seen (91 [31·2%] of 292 patients vs 78 [26·9%] of 290).",
    "count 91/292 31.2%; count 78/290 26.9%",
  ],
  ["Of the 134 women, 71 (53.0%) relapsed.", "n=134; count 71/134 53%"],
  ["None of the horses showed lameness.", "count 0"],
  [
    "Mastitis healed in 21 of 43 test cows (48.8%; odds ratio 1.31, 95% CI 0.72 to 2.40, p = 0.37).",
    "count 21/43 48.8%; OR 1.31 CI95 0.72..2.4 p=0.37",
  ],
  ["Responses were seen in 17 of 46 (37.0%) vs 11 of 46 (23.9%).", "count 17/46 37%; count 11/46 23.9%"],
  ["The hand-sewn line leaked in 23/251 (9.2%) joins.", "count 23/251 9.2%"],
  ["Leaks were rarer in the mesh group 31/164 (18.9%).", "count 31/164 18.9%"],
  ["Viral suppression was reached by 188 out of 203 participants (92.6%).", "count 188/203 92.6%"],
  ["Conversion to open surgery was needed in 3 of 61 cases.", "count 3/61"],
  ["Leaks were found after repair (one of 83 in arm A and four of 85 in arm B).", "count 1/83; count 4/85"],
  ["One of 3 sites was closed early.", ""],
  ["Four patients treated with tarvenib and none on placebo were withdrawn for poor control.", "count 4"],
  ["There were 9 admissions in 13 subjects in the no-treatment group.", "count 9; n=13"],
  [
    "Healing was as common with the drug (70.5%; N = 61) as without (73.8%; N = 62).",
    "share 70.5%; n=61; share 73.8%; n=62",
  ],
  ["The 50% responder rate was 44.1% with olvadine and 21.3% with placebo.", "share 44.1%; share 21.3%"],
  ["Virus was gone in 95.2% of the patients in the tablet group (190 of 215).", "count 190/215 95.2%"],
  ["A stroke occurred in 11 of 74 patients in the mesh group (25%).", "count 11/74 25%"],
  ["14 cases occurred among 312 swimmers and 25 among 308 cyclists.", "count 14/312; count 25/308"],
  ["An IUD was chosen by 83 of 190 women in village clinics (43.7%).", "count 83/190 43.7%"],
  [
    "Complete remission was achieved in 21 of 33 children (64%; 95% CI, 45%-80%).",
    "count 21/33 64% CI95 45..80",
  ],
]);

reads("counts whose numbers can't be true", [
  ["A stroke occurred in 81 of 74 patients in the mesh group (25%).", "count 81/74 25%"],
  [
    "Rash was seen in 17 (34%) of 50 adults on gel, 28 (31%) of 9 in the foam group.",
    "count 17/50 34%; count 28/9 31%",
  ],
  ["Itching was common (gel: 75/17 adults, 97.4%).", "count 75/17 97.4%"],
  ["Relief was reached by 39% (n = 38/28) of them.", "count 38/28 39%"],
  [
    "Wounds opened less often (1.8%, 5 of 283, vs 6.5%, 79 of 294, P = .02).",
    "count 5/283 1.8%; count 79/294 6.5%; p=0.02",
  ],
  ["Falls were few (19/20; 45% versus 13/20; 65%, respectively).", "count 19/20 45%; count 13/20 65%"],
  ["Mortality was 13.0% (161/1953).", "count 161/1953 13%"],
]);

reads("counts without a total", [
  ["Grade 3 rash occurred in 7 patients (4.1%).", "count 7 4.1%"],
  ["Fever (n = 18; 9.8%) was the commonest event.", "count 18 9.8%"],
  ["Three (7.5%) patients withdrew.", "count 3 7.5%"],
  ["Six women had a recurrence.", "count 6"],
  ["Eighty-one patients died.", "count 81"],
  ["There were 14 deaths.", "count 14"],
  [
    "Serious events were reported in 52 (25.7%) and 49 (24.3%) patients, respectively.",
    "count 52 25.7%; count 49 24.3%",
  ],
]);

reads("percentages alone", [
  ["The objective response rate was 67.3% vs 29.1%.", "share 67.3%; share 29.1%"],
  ["Pain eased in 519% [82/158] of the women.", "count 82/158 519%"],
  ["The ferritin level rose to 519% of baseline.", ""],
  [
    "Pathologic complete response was 58.3% (95% confidence interval [CI], 52.6 to 63.8) with the antibody.",
    "share 58.3% CI95 52.6..63.8",
  ],
  ["In-hospital mortality was 4.2 percent.", "share 4.2%"],
  ["Adherence reached 81·5%.", "share 81.5%"],
  [
    "Remission occurred in 43% of the adolescents and 28% of the adults (P = .01).",
    "share 43%; share 28%; p=0.01",
  ],
  ["The ORR was 38% (95% CI 29–48%).", "share 38% CI95 29..48"],
  ["Nausea (41%), fatigue (33%) and rash (12%) were common.", "share 41%; share 33%; share 12%"],
  ["Rates of dry mouth were 11.4 and 7.2%.", "share 11.4%; share 7.2%"],
  ["Most were women (71%).", "share 71%"],
]);

reads("specialties", [
  [
    "Stroke occurred in 31 of 1,204 patients (2.6%) assigned to closure and in 52 of 1,198 (4.3%) assigned to drugs.",
    "count 31/1204 2.6%; count 52/1198 4.3%",
  ],
  [
    "Success was achieved in 87.5% (35/40) vs 62.5% (25/40) of eyes (p=0.01).",
    "count 35/40 87.5%; count 25/40 62.5%; p=0.01",
  ],
  [
    "Wound infection developed in 8 patients (5·3%) in the negative-pressure group and 17 patients (11·6%) in the standard group.",
    "count 8 5.3%; count 17 11.6%",
  ],
  ["Forty-three (62%) of 69 infants were born by caesarean section.", "count 43/69 62%"],
  ["HCV RNA was undetectable in 98% (95% CI, 95 to 100) of the patients.", "share 98% CI95 95..100"],
  ["Nine percent of the controls and 21% of the cases smoked.", "share 9%; share 21%"],
  ["The complication rate was 7.1% (5 of 70).", "count 5/70 7.1%"],
  ["The remission rate was 41.2% (35/85; 95% CI 30.6%–52.4%).", "count 35/85 41.2% CI95 30.6..52.4"],
  [
    "Mortality was 18.2% in the intervention wards compared with 24.9% in the control wards.",
    "share 18.2%; share 24.9%",
  ],
  ["Two patients (one in each group) died.", "count 2"],
  ["Serious events: 14% vs. 9%.", "share 14%; share 9%"],
  [
    "The commonest grade 3 or 4 events were neutropenia (27% v 4%), anemia (11% v 3%) and fatigue (6% v 5%).",
    "share 27%; share 4%; share 11%; share 3%; share 6%; share 5%",
  ],
  [
    "A sustained virologic response was seen in 188/200 (94.0 %, 95 % CI 89.8–96.9 %).",
    "count 188/200 94% CI95 89.8..96.9",
  ],
  ["More than half (54.6%) of the respondents were nurses.", "share 54.6%"],
  [
    "Seroconversion occurred in 61 participants (70.1%; 95% CI, 59.4-79.5).",
    "count 61 70.1% CI95 59.4..79.5",
  ],
  [
    "Adverse events led to discontinuation in 5.1%, 6.8% and 2.0% of patients in the 10 mg, 20 mg and placebo groups.",
    "share 5.1%; share 6.8%; share 2%",
  ],
  ["The rate of conversion was 4.0%, 11 of 275.", "count 11/275 4%"],
]);

reads("awkward print", [
  ["Cure: 45/50 (90%) vs. 38/50 (76%), p=0.062.", "count 45/50 90%; count 38/50 76%; p=0.062"],
  ["The cure rates were 90.0%(45/50) and 76.0%(38/50).", "count 45/50 90%; count 38/50 76%"],
  ["Hypotension occurred in 22 (29%) v 35 (47%) mothers.", "count 22 29%; count 35 47%"],
  [
    "There were fewer leaks (3/118 [2·5%] vs 11/120 [9·2%]; p=0·03).",
    "count 3/118 2.5%; count 11/120 9.2%; p=0.03",
  ],
  ["Thirty-day mortality was 2/61 (3.3%).", "count 2/61 3.3%"],
  ["ORR, 24% (95% CI, 16-34); CR, 5%.", "share 24% CI95 16..34; share 5%"],
  ["Objective responses (34%) and stable disease (41%) were seen.", "share 34%; share 41%"],
  ["Of these, 31.0 % were smokers.", "share 31%"],
  ["Any event: 61 of 99 (61.6%); serious event: 12 of 99 (12.1%).", "count 61/99 61.6%; count 12/99 12.1%"],
  ["The proportion of patients with a normal pH was 88% (n=79).", "count 79 88%"],
  ["Seven of nine dogs recovered.", "count 7/9"],
  ["All 24 patients responded.", "count 24"],
  ["The prevalence of anemia was 18·4% (95% CI 15·9–21·1) in 2004.", "share 18.4% CI95 15.9..21.1"],
  ["Women made up 38.2% of the cohort.", "share 38.2%"],
]);

reads("count, total and share in one bracket", [
  ["Most babies were boys (58/101; 57.4%).", "count 58/101 57.4%"],
  ["Blisters were seen in 4 women [8%] of 50.", "count 4/50 8%"],
  ["The youngest stratum was the smallest (112 of 803; 13.9%).", "count 112/803 13.9%"],
  [
    "Cure was commoner with the new drug (31 of 40, 78%) than with the old (22 of 41, 54%).",
    "count 31/40 78%; count 22/41 54%",
  ],
]);

reads("counts said in other words", [
  [
    "The number of patients requiring rescue in the block group was 8 and in the control group was 16.",
    "count 8; count 16",
  ],
  [
    "Of the 71 women planned for a mastectomy, 27 women underwent conservation (38.0%).",
    "n=71; count 27/71 38%",
  ],
  ["There was more grade > or = 3 leukopenia (59% v 33%).", "share 59%; share 33%"],
  [
    "One arm had more fever (33% v 14%), more rash (22% v 15%).",
    "share 33%; share 14%; share 22%; share 15%",
  ],
]);

reads("so many of a group, told by the verb", [
  [
    "Three patients in the patch arm and seven patients in the suture arm developed a fistula.",
    "count 3; count 7",
  ],
  [
    "By then 61 patients had died (28 in the patch group and 33 in the suture group).",
    "count 61; count 28; count 33",
  ],
  ["Falls were rare (9 in the walking group vs 14 in the reading group).", "count 9; count 14"],
  ["Among 19 events, five were assessed as related to the device.", "count 19; count 5/19"],
  ["Non-response was common (refusal = 41.2%, n = 83).", "count 83 41.2%"],
  [
    "The commonest complaint was cough (48 in the tarvenib group [31%] vs 22 in the placebo group [14%]).",
    "count 48 31%; count 22 14%",
  ],
]);

reads("counts of two groups and their parts", [
  ["Four tarvenib recipients and nine placebo recipients had a seizure.", "count 4; count 9"],
  [
    "There were 86 relapses (31 [38.8%] in the tarvenib group and 55 [69.6%] in the placebo group).",
    "count 86; count 31 38.8%; count 55 69.6%",
  ],
]);

reads("percentages whose counts stand after the noun", [
  [
    "Clearance was seen in 46% of the patients (69 of 150) in the gel group and in 9% of those (14 of 151) in the vehicle group.",
    "count 69/150 46%; count 14/151 9%",
  ],
  [
    "Virus was suppressed in 88.4% of the patients in the tablet group (190 of 215) and in 90.3% of those in the implant group (187/207) (difference, -1.9 percentage points; 95% CI, -7.8 to 4.0).",
    "count 190/215 88.4%; count 187/207 90.3%; RD -1.9 CI95 -7.8..4",
  ],
  [
    "The percentage of patients with successful pacing was 97.4% (lower boundary of the one-sided 95% CI, 95.0%), above the performance goal of 85%.",
    "share 97.4% CI95 95..",
  ],
  ["Leaks were found in 6 patients after stapling and in 3 patients after suturing.", "count 6; count 3"],
  [
    "The end point occurred in 31 of 90 patients (34.4%) (21.1% leak, 4.4% bleed, 8.9% sepsis).",
    "count 31/90 34.4%; share 21.1%; share 4.4%; share 8.9%",
  ],
]);

reads("counts of an outcome, told by their verb, their bracket or the count before", [
  ["Ten women left the programme.", "count 10"],
  ["One patient in the sham arm sustained a fall.", "count 1"],
  ["Five pupils who did not wear the sensor were excluded.", "count 5"],
  [
    "Twelve patients in the olvadine and celudrine group and 9 in the A, B, and C group had died.",
    "count 12; count 9",
  ],
  ["21 withdrew (15 assigned to brushing and six assigned to rinsing).", "count 21; count 15; count 6"],
  ["There were 8 gout flares in the diet arm and 31 in the control arm.", "count 8; count 31"],
  ["Revision was needed in 4 patients in group X and 11 patients in group Y.", "count 4; count 11"],
  [
    "Hives (seven cases), vertigo (four cases) and low sodium (two cases) were seen.",
    "count 7; count 4; count 2",
  ],
  [
    "There were 9 deaths (0.7%) after burns, 4 due to sepsis and 5 related to shock.",
    "count 9 0.7%; count 4; count 5",
  ],
  ["17 patients discontinued because of cough and eleven patients owing to rash.", "count 17; count 11"],
  ["One drug-related death was reported with celudrine.", "count 1"],
  [
    "Detection of warts was similar (eight in the swab group vs six in the smear group, p=0.44).",
    "count 8; count 6; p=0.44",
  ],
  [
    "Of 90 adults (50 men [56%]; 33 rural [37%]), 12 relapsed.",
    "n=90; count 50/90 56%; count 33 37%; count 12",
  ],
  ["Eyes were graded as clear (n = 14), hazy (n = 25), and opaque (n = 8).", "count 14; count 25; count 8"],
  ["Serious events were few (olvadine: asthma, gout, n=1 each).", "count 1"],
  ["The sample (males = 31, females = 27) was small.", "count 31; count 27"],
]);

reads("percentages that are no shares", [
  ["They cycled at 65% of maximal heart rate.", ""],
  ["Vision was 20/50 or better in all eyes, and acuity improved.", ""],
  ["Acuity of at least 6/9 (62%) was usual, 6/60 or worse (9%) was not.", "share 62%; share 9%"],
  ["Of the eyes with poor sight 6/12 eyes (50%) healed.", "count 6/12 50%"],
  ["The 6/7 genotype (38%) was common, and 7/7 (9%) was rare.", "share 38%; share 9%"],
  ["A response was seen in 3/5 (60%) of one genotype.", "count 3/5 60%"],
  ["Age explained 41% of the variance.", "variance explained 41%"],
  [
    "Leaks were found in 21.4% vs 18.9% (90% CI, -2.7% to 8.8%; P = .31).",
    "share 21.4%; share 18.9%; p=0.31",
  ],
  ["Pressure was lower with timolol 0.5% than before.", ""],
  ["Olvadine lowered urate by approximately 12%.", "percent decrease 12%"],
]);
