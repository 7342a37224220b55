/** Abstracts for the tests that drive the workbench. */

/** Wrong: 19 of 82 is 23.2 %, and the odds ratio lies outside its interval. The zeta index is nothing known. */
export const abstract = `Early mobilisation after hip fracture: a randomised trial

Background: Whether walking on the first day shortens recovery is unknown.

Methods: We randomised 165 patients with hip fracture to early mobilisation or usual care.

Results: We enrolled 83 patients in the early group and 82 patients in the usual care group.
Pneumonia occurred in 19 of 82 patients (32.2%) with usual care.
Overall survival was longer with early mobilisation (hazard ratio 0.61, 95% CI 0.42-0.89; p = 0.010).
The risk of readmission was lower (odds ratio 0.55, 95% CI 0.63-0.91).
The zeta index came to 7.43.

Conclusions: Early mobilisation is feasible.
`;

/** Two studies as PubMed saves them; the first says of 19 of 82 that it is 32.2 %, the numbers of the tags say nothing. */
export const references = `PMID- 40000001
OWN - NLM
DP  - 2021 Mar 12
TI  - Walking frames after hip fracture.
PG  - 19-82
AB  - BACKGROUND: Falls are common. RESULTS: Falls occurred in 19 of 82 patients
      (32.2%) with a frame. Pain was rarer (odds ratio 0.55, 95% CI 0.40-0.76).
AU  - Okonkwo AB
TA  - Arch Invent Surg
SO  - Arch Invent Surg. 2021 Mar;34(8):19-82.

PMID- 40000002
OWN - NLM
DP  - 2022
TI  - Rocker soles after ankle sprain.
AB  - RESULTS: Sprains came back in 14 of 70 patients (20.0%).
AU  - Berg L
SO  - Arch Invent Surg. 2022;35(1):1-9.
`;

export const requirements = `numpy==1.26.4
pandas>=2.1,<3
# p = 0.05 of all builds fail, HR 0.61 (95% CI 0.63-0.91)
scipy~=1.11.0
`;
