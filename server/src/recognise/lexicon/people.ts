/** Who and what is counted, and the verbs that tell a group from an event. */

import { words } from "../../text/words.js";

/** Nouns for members of a group. */
export const PEOPLE = words(`
patients patient participants participant women woman men man subjects subject adults adult
children child infants infant neonates newborns volunteers volunteer individuals individual
persons person people pupils pupil cases case controls respondents students nurses physicians clinicians mice
rats mouse rat sheep animals dogs dog pigs piglets cats cows cow heifers calves steers bulls ewes lambs sows hens broilers horses goats rabbits families couples pairs twins residents veterans
workers employees smokers nonsmokers callers dispensers survivors recipients donors mothers
pregnancies adolescents males male female females boys girls athletes members users nonusers
carriers noncarriers nonsurvivors non-survivors midwives recipient survivor donor smoker responder nurse pair twin resident asthmatics diabetics nondiabetics outpatients inpatients beneficiaries
enrollees responders nonresponders non-responders drinkers caregivers parents teachers doctors
surgeons pharmacists candidates randomizations probands siblings relatives applicants attendees
trainees players runners cyclists swimmers rowers footballers cadavers pts pt soldiers prisoners clients consumers seniors elders
youths youth teenagers toddlers schoolchildren hospitalizations admissions patients'
hemophiliacs professionals practitioners interviewees informants stakeholders citizens migrants
refugees immigrants inhabitants centenarians hcws pregnant parturients primiparas nulliparas
gravidas fetuses foetuses decedents deceased suspects contacts households dyads triads
probationers singletons undergraduates offspring breastfeeders mothers-to-be exercisers eaters
`);

/** Things other than people that are counted as the units of a study. */
export const UNITS_OF_STUDY = words(`
eyes eye knees hips limbs legs teeth implants lesions lesion tumors tumours nodules samples
specimens biopsies procedures surveys surgeries operations segments studies trials rcts articles
papers publications reports abstracts cohorts datasets churches households isolates scans images
records charts prescriptions pregnancies deliveries births embryos oocytes transplants grafts
fractures aneurysms stents vessels arteries plaques ulcers wounds polyps colonoscopies metastases
anastomoses
`);

/** Events that are counted: "93 deaths", "318 cardiovascular events". */
export const EVENTS = words(`
deaths death events event relapses relapse recurrences recurrence progressions progression
infections infection strokes stroke infarctions infarction exacerbations exacerbation fractures
fracture complications complication cancers cancer carcinomas carcinoma tumors hospitalizations
hospitalisations hospitalization readmissions readmission reoperations reoperation toxicities
toxicity discontinuations withdrawals failures failure bleeds bleeding hemorrhages haemorrhages
hemorrhage thromboses thrombosis embolisms embolism seizures falls episodes episode aes saes teaes
responses response remissions remission suicides miscarriages stillbirths births conversions leaks
leak perforations reactions metastases metastasis diagnoses crossovers sae mace revascularizations
mortality pneumonia sepsis diarrhea diarrhoea nausea vomiting rash fatigue anemia anaemia
neutropenia thrombocytopenia leukopenia hypertension hypotension fever insomnia headache pain
ileus hematoma hernia rejection dropouts violations deviations suicide attempts rehospitalizations
defects malformations arrest arrhythmia hypoglycemia hypoglycaemia hyperglycemia injury injuries
ulcer dehiscence stenosis restenosis occlusion dissection rupture shock delirium depression
anxiety cough dizziness constipation mucositis stomatitis neuropathy hepatitis colitis pneumonitis
alopecia edema oedema ascites jaundice pruritus dyspnea syncope palpitations tachycardia
bradycardia cures successes flares flare
`);

/** Diseases and toxicities by their endings. */
export const looksLikeEvent = (word: string): boolean =>
  EVENTS.has(word) ||
  (word.length > 6 &&
    /(?:penia|aemia|emia|itis|osis|rrhea|rrhoea|algia|pathy|uria|plegia|phobia|megaly|ectasis|sthenia|dynia|sepsis|trophy|oedema|edema|spasm|syndrome)$/.test(
      word,
    ));

/** Verbs after "N patients" that put them into a group. */
export const GROUP_VERBS = words(`
randomized randomised randomly enrolled enroled recruited included assigned allocated analyzed
analysed evaluated screened participated studied considered eligible evaluable assessable treated
received receiving underwent undergoing entered registered identified selected reviewed examined
followed assessed collected invited approached trained given taking using matched divided
contributed consented admitted interviewed surveyed tested sampled accrued comprised constituted
investigated referred classified categorized stratified operated implanted infused vaccinated
immunized exposed started initiated presenting hospitalized diagnosed attended agreed
served met qualified provided subjected pooled compared monitored monitoring genotyped sequenced
scanned retrieved published reporting involving comprising enrolling randomizing meeting fulfilled
fulfilling observed remained represented formed chosen recalled answered fed instructed asked told
supplemented injected seen managed planned scheduled placed offered prespecified housed
`);

/** Verbs that make "N patients" a count of an outcome. */
export const EVENT_VERBS = words(`
died had has have developed experienced showed shows achieved relapsed recurred completed withdrew
withdrawn discontinued reported responded survived required needed remained progressed suffered
discharged reached attained exhibited demonstrated presented crossed dropped lost converted failed
stopped refused declined improved worsened recovered readmitted hospitalized complained returned
preferred missed omitted still continued maintained retained did could died, deceased conceived
delivered expressed harbored harboured carried relapse-free alive dead positive negative cured
succeeded quit regained gained sustained lacked concluded excluded became violated seroconverted
elected chose fell bled committed attempted used wanted felt believed rated agreed left
displayed manifested
`);

/** "with one patient developing a rash": what a count after "with" had. */
export const EVENT_PARTICIPLES = words(`
experiencing developing requiring suffering withdrawing dying achieving discontinuing needing
showing having reaching
`);

/** "X occurred in 12 patients": participles before "in" that make the count one of an outcome. */
export const OCCURS = words(`
occurred occurring observed seen reported noted found detected performed achieved developed
identified diagnosed documented recorded needed present positive negative confirmed obtained successful
completed discontinued required experienced administered necessary feasible possible evident
elevated improved increased decreased resolved persisted recurred failed done used attained
reached encountered lost unavailable missing ascertained resected removed was were absent complete
fatal amplified mutated expressed demonstrated visualized accomplished stopped interrupted reduced
withdrawn responses response events complications
`);
