import { expect, it } from "vitest";
import { analyse } from "../../../server/src/analyse.js";

const text = `A trial of two drugs

Results: Overall survival was longer with alphanib than with betanib (hazard ratio 0.61, 95% CI 0.42-0.89; p = 0.010). The risk of readmission was lower (odds ratio 0.55, 95% CI 0.63-0.91).
`;
const options = {
  outcomes: [{ code: "PFS", label: "progression-free survival", synonyms: [], required: true }],
};
const rulesOf = (inReview: boolean): string[] =>
  analyse(text, { ...options, inReview }).findings.map(({ rule }) => rule);

it("a document that the protocol does not name is checked, and not held against the protocol", () => {
  expect(rulesOf(true).filter((rule) => rule.startsWith("protocol-"))).not.toEqual([]);
  expect(rulesOf(false)).toEqual(["estimate-outside-interval"]);
});
