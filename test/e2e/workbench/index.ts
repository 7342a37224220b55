/** Every test that drives the workbench as a person would. */
import { elsewhere } from "./elsewhere.js";
import { exporting } from "./exporting.js";
import { findings } from "./findings.js";
import { pages } from "./pages.js";
import type { WorkbenchTest } from "./page.js";
import { reading } from "./reading.js";
import { restraint } from "./restraint.js";
import { review } from "./review.js";
import { session } from "./session.js";

export type { WorkbenchContext, WorkbenchTest } from "./page.js";

export const workbenchTests: readonly WorkbenchTest[] = [
  ...reading,
  ...findings,
  ...session,
  ...review,
  ...elsewhere,
  ...exporting,
  ...pages,
  ...restraint,
];
