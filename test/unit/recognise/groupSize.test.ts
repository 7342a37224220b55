import { reads } from "./notation.js";

reads("sizes of a study, a cohort or an arm", [
  ["A total of 134 patients were enrolled.", "n=134"],
  ["We randomised 1,204 women.", "n=1204"],
  ["The registry contributed 12\u2008807 patients.", "n=12807"],
  ["Of these patients, 12 807 were enrolled.", "n=12807"],
  ["Patients received olvadine (n = 91) or placebo (n=88).", "n=91; n=88"],
  ["Between March 2014 and June 2016, 318 children were randomly assigned.", "n=318"],
  ["One hundred and eighteen patients were randomized.", "n=118"],
  ["The analysis included 31\u202f355 randomized individuals.", "n=31355"],
  ["In all, 211 were assigned to the walking group and 216 to the usual-care group.", "n=211; n=216"],
  ["Twenty-six studies with 4,310 participants were included.", "n=26; n=4310"],
  ["Data from 87 knees in 74 patients were analysed.", "n=87; n=74"],
  ["N = 455 eyes were examined.", "n=455"],
  ["We included 162 patients (81 in each arm).", "n=162; n=81"],
  ["Of 13\u2009499 records screened, 21 trials were eligible.", "n=13499; n=21"],
  ["The cohort comprised 560 patients, 280 in each group.", "n=560; n=280"],
  ["64 pts were enrolled.", "n=64"],
  [
    "Of 60 pupils, 44 met the criteria and were randomised: 21 to yoga and 23 to usual care.",
    "n=60; n=44; n=21; n=23",
  ],
  ["A total of 181 overweight and obese adolescents were randomised.", "n=181"],
  ["We screened 40 674 people and enrolled 1 167 of them (n = 1 167).", "n=40674; n=1167"],
]);

reads(
  "sizes in a section on methods",
  [
    ["We enrolled 96 outpatients with major depression.", "n=96"],
    [
      "Sixty patients were randomly allocated to ropivacaine (n = 30) or saline (n = 30).",
      "n=60; n=30; n=30",
    ],
    ["A sample size of 120 patients was needed to detect a difference of 10 points with 80% power.", ""],
  ],
  "Methods",
);

reads("specialties", [
  [
    "Between May 2010 and April 2013, we randomly assigned 412 patients to olvadine (n=207) or placebo (n=205).",
    "n=412; n=207; n=205",
  ],
  [
    "A total of 2,318 participants (1,160 in the vaccine group and 1,158 in the placebo group) were included.",
    "n=2318; n=1160; n=1158",
  ],
  ["1·2 million births were linked.", ""],
  [
    "The per-protocol analysis comprised 188 patients in the tight group and 191 in the liberal group.",
    "n=188; n=191",
  ],
  ["Overall, 5,120 women were screened and 640 were randomized.", "n=5120; n=640"],
  ["Three hundred twenty-one patients underwent pancreaticoduodenectomy.", "n=321"],
  ["Eighteen trials (n = 6,042) met the inclusion criteria.", "n=18; n=6042"],
  ["Cases (N=212) were compared with matched controls (N=424).", "n=212; n=424"],
  ["Data were available for 96 of the 104 randomized patients.", "count 96/104"],
]);

reads("arms", [
  ["Adults were randomised 2:1 to coaching (214) or leaflets (107).", "n=214; n=107"],
  ["We randomised participants 1.5:1 to exercise (n=90) or advice (n=60).", "n=90; n=60"],
  ["The trial, conducted from 2009 to 2013, enrolled 480 infants.", "n=480"],
]);

reads("sizes without a noun for people", [
  ["We recruited 396 MSM in the city.", "n=396"],
  ["One hundred women were enrolled; 96 proved eligible.", "n=100; n=96"],
]);

reads("sizes beside doses and other sizes", [
  [
    "There were 393 patients (placebo = 132; olvadine: 1.5 mg/d = 135, 3 mg/d = 126).",
    "n=393; n=132; n=135; n=126",
  ],
  ["The data set held 78 placebo and 75 tarvenib-treated patients.", "n=78; n=75"],
  [
    "Seven (1%) deaths (four patients in the A group and three patients in the B group) occurred late.",
    "count 7 1%; count 4; count 3",
  ],
]);

reads("members of a group, told by the verb or its place", [
  ["We recruited 240 pupils, leaving 113 in each group after exclusions.", "n=240; n=113"],
  ["Of 66 nurses who were enrolled, 34 were on night shifts.", "n=66; n=34"],
  [
    "A total of 81 patients were analysed: 41 were in the mesh group and 40 in the suture group.",
    "n=81; n=41; n=40",
  ],
  [
    "Only 52 patients (27 in the mesh group and 25 in the suture group) were available for imaging.",
    "n=52; n=27; n=25",
  ],
  [
    "Of 912 adults, 880 (96.5%) were included in the final intention-to-treat analysis (444 in the nurse group and 436 in the usual-care group).",
    "n=912; count 880/912 96.5%; n=444; n=436",
  ],
]);

reads("groups, where a verb or a number only looks like an outcome", [
  ["Thirty-one pupils were fed lentils.", "n=31"],
  ["A survey including 58 patients was performed.", "n=58"],
  ["The 64 adults that completed the run-in were randomly assigned.", "n=64"],
  ["In this 24-week (16-week treatment, 8-week washout) trial, we saw 15 patients.", "n=15"],
  ["For 14 consecutive weeks, subjects stretched.", ""],
  ["Patients received tarvenib (15, 30, or 60 mg twice daily).", ""],
  ["Survival in the KX1/2/3 population improved.", ""],
  ["Scores (0 being calm and 100 being frantic) fell.", ""],
]);
