/** Words that say where a token ends. */
import { words } from "./words.js";

/** Statistics that are followed by their degrees of freedom in brackets: `t(28)` is no chemical formula. */
export const TAKES_BRACKET = words("t f r z q u w n p h b x2 χ2 x χ");

/** Words before a hyphen and a number that count or name something and so stay apart from it. */
export const STAYS_APART = words(`
p n to day days week weeks month months year years grade stage phase or hr rr ci and
percent cent pct
`);

/** Words whose full stop belongs to them. */
export const ABBREVIATED = words("vs approx resp fig figs ca incl excl yrs mos wks std");

/** What a link begins with. */
export const LINKS = words("http https www doi");

/** Words and symbols before a dash and a blank that leave it a minus: "by - 3.6", "vs. − 14.2". */
export const CONTRASTS = words(". of by v vs versus was were and to ci difference change d");

/** Abbreviations of measures that are printed glued to their value. */
export const MEASURES = words("hr or rr irr ahr aor ci md smd p rd auc to δ β");

/** What stands before the sign of dollars, and is one with it: "US$188". */
export const DOLLARS: ReadonlySet<string> = new Set("US A AU C CA CAN NZ HK S".split(" "));
