/** Abstracts for the tests in the extension host, with reporting errors planted where the names say. */

/** Wrong: 19 of 82 is 23.2 %, and the odds ratio lies outside its interval. */
export const withErrors = `Early mobilisation after hip fracture: a randomised trial

Background: Whether walking on the first day shortens recovery is unknown.

Methods: We randomised 165 patients with hip fracture to early mobilisation or usual care.

Results: We enrolled 83 patients in the early group and 82 patients in the usual care group. Pneumonia occurred in 19 of 82 patients (32.2%) with usual care. Overall survival was longer with early mobilisation (hazard ratio 0.61, 95% CI 0.42-0.89; p = 0.010). The risk of readmission was lower (odds ratio 0.55, 95% CI 0.63-0.91).

Conclusions: Early mobilisation is feasible.
`;

export const consistent = `Evening light and sleep in shift workers

Background: Light may delay sleep.

Methods: Nurses on rotating shifts were randomised to amber glasses or clear glasses.

Results: Insomnia was reported by 12 of 48 nurses (25.0%) with amber glasses and by 24 of 48 nurses (50.0%) with clear glasses. Amber glasses lowered the risk of insomnia (odds ratio 0.33, 95% CI 0.14-0.78; P=.01).

Conclusions: Amber glasses may help.
`;

export const requirements = `numpy==1.26.4
pandas>=2.1,<3
# p = 0.05 of all builds fail, HR 0.61 (95% CI 0.63-0.91)
scipy~=1.11.0
`;

export const shoppingList = `Milk, 2 l
Eggs, 12
Call the plumber before 5.30 pm
`;
