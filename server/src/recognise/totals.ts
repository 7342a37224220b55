/** Totals printed in the same sentence as the counts that they are the denominators of. */
import { words } from "../text/words.js";
import { endOfGroup } from "./counted.js";
import { newDraft, type Draft } from "./draft.js";
import { EVENT_VERBS, GROUP_VERBS, looksLikeEvent, PEOPLE } from "./lexicon/people.js";
import { type Line, norm } from "./line.js";
import type { Scope } from "./scope.js";

/**
 * "Of the 134 women who …, 71 (53.0%) declined …" and "418 adults met the criteria, with 143 (34.2%) and 275 (65.8%) …":
 * the total belongs to the count where the sentence says "of", or where the printed percentage is exactly the share.
 */
export function findTotals(scope: Scope): void {
  const { line, drafts } = scope;
  for (const d of drafts) {
    if (d.kind !== "proportion" || d.N !== undefined || d.n === undefined) continue;
    const n = line.tokens[d.n]!.value;
    for (const total of drafts) {
      if (
        total === d ||
        total.first >= d.first ||
        total.n === undefined ||
        total.percent !== undefined ||
        total.N !== undefined
      )
        continue;
      if (total.kind !== "group-size" && !(total.kind === "proportion" && isOf(scope, total))) continue;
      const N = line.tokens[total.n]!.value;
      if (N < n || N === 0) continue;
      const certain = isOf(scope, total) && sameClause(scope, total, d) && !ofOneGroup(scope, d);
      if (!certain && !fits(scope, d, n, N)) continue;
      d.N = total.n;
      d.explain.push(`N ← '${line.tokens[total.n]!.text}' in the same sentence`);
    }
  }
}

/** "Of 253 patients", "of the 19 women who …" at the head of a clause. */
function isOf(scope: Scope, d: Draft): boolean {
  let k = d.n! - 1;
  while (/^(?:the|these|those|all|total|a|of)$/.test(norm(scope.line, k)) && norm(scope.line, k) !== "of")
    k--;
  const word = norm(scope.line, k);
  if (word !== "of" && word !== "among") return false;
  const before = norm(scope.line, k - 1);
  return before === "" || before === "," || before === ";" || before === ".";
}

/** Only the first count after "of the N" is a share of it for certain. */
function sameClause(scope: Scope, total: Draft, d: Draft): boolean {
  for (const x of scope.drafts) {
    if (x.first > total.first && x.first < d.first && x.kind === "group-size") return false;
  }
  for (let k = total.last; k < d.first; k++) if (norm(scope.line, k) === ";") return false;
  return (
    d.percent === undefined ||
    !scope.drafts.some(
      (x) =>
        x !== d &&
        x.kind === "proportion" &&
        x.first > total.first &&
        x.first < d.first &&
        x.percent === undefined,
    )
  );
}

/** "165 patients (7.5%) in the short group": a share of one of the groups that the total is made of. */
function ofOneGroup({ line }: Scope, d: Draft): boolean {
  const after = d.last + (/^[)\]]$/.test(norm(line, d.last + 1)) ? 2 : 1);
  return d.percent !== undefined && norm(line, after) === "in" && endOfGroup(line, after) > after;
}

/** The printed percentage is n/N to its last decimal. */
function fits(scope: Scope, d: Draft, n: number, N: number): boolean {
  if (d.percent === undefined) return false;
  const t = scope.line.tokens[d.percent]!;
  const decimals = t.text.split(/[.·∙]/)[1]?.length ?? 0;
  return decimals > 0 && Math.abs((100 * n) / N - t.value) <= 0.5 * 10 ** -decimals + 1e-9;
}

/** "59 deaths among 332 patients (18%)", "36 events in 350 patients": the second count is the total of the first. */
export function joinTotals(scope: Scope): void {
  const { line, drafts } = scope;
  for (let i = drafts.length - 1; i > 0; i--) {
    const [count, d] = [drafts[i - 1]!, drafts[i]!];
    if (count.kind !== "proportion" || count.n === undefined || count.N !== undefined) continue;
    if (!/^(?:proportion|group-size)$/.test(d.kind) || d.n === undefined || d.N !== undefined) continue;
    if (count.percent !== undefined || d.first - count.last > 4 || !ofTotal(scope, count, d)) continue;
    const percent = d.percent === undefined ? undefined : line.tokens[d.percent]!.value;
    const share = (100 * line.tokens[count.n]!.value) / line.tokens[d.n]!.value;
    if (share > 100 || (percent !== undefined && Math.abs(share - percent) > 0.6)) continue;
    drafts.splice(i, 1);
    Object.assign(count, {
      N: d.n,
      percent: d.percent,
      last: d.last,
      interval: count.interval ?? d.interval,
    });
    count.explain.push(`N ← '${line.tokens[d.n]!.text}' right after it`);
    alsoAmong(scope, i);
  }
}

/** "… 14 cases among 312 men and 25 among 308 women": the next total has the number before it as its count. */
function alsoAmong({ line, drafts }: Scope, i: number): void {
  const d = drafts[i];
  if (d?.kind !== "group-size" || d.n !== d.first || norm(line, d.first - 1) !== "among") return;
  const n = d.first - 2;
  const t = line.tokens[n];
  if (!t?.integer || line.claims[n] === "statement" || t.value > line.tokens[d.n]!.value) return;
  if (!/^(?:and|with|to|vs|versus|than|,)$/.test(norm(line, n - 1))) return;
  Object.assign(d, { kind: "proportion", first: n, n, N: d.n });
  line.claims[n] = "statement";
  d.explain.push("count ← like the one before");
}

/** "deaths among", "cases occurred among" and "events in" a count of people; without a percentage only counts of events have a total so. */
function ofTotal({ line }: Scope, count: Draft, d: Draft): boolean {
  const link = norm(line, count.last + (norm(line, count.last + 1) === "occurred" ? 2 : 1));
  if (!/^(?:among|in|of)$/.test(link)) return false;
  if (d.percent !== undefined) return true;
  const event = looksLikeEvent(norm(line, count.last)) || norm(line, count.last) === "cases";
  return link === "among" && event && d.last > d.n!;
}

/** "27 women underwent conservation (38.0%)": a percentage alone in its bracket is that of the count its clause begins with. */
export function joinPercents(scope: Scope): void {
  const { line, drafts } = scope;
  for (let i = drafts.length - 1; i > 0; i--) {
    const [count, d] = [drafts[i - 1]!, drafts[i]!];
    if (d.kind !== "proportion" || d.n !== undefined || d.percent === undefined || count.n === undefined)
      continue;
    if (count.percent !== undefined || !/^(?:group-size|proportion)$/.test(count.kind)) continue;
    if (!/^[([]$/.test(norm(line, d.first - 1)) || line.partner[d.first - 1] !== d.last + 1) continue;
    if (d.first - count.last > 12) continue;
    const ofGroup = inGroup(scope, count, d.first - 1);
    if (!ofGroup && !said(scope, count.last + 1, d.first - 1)) continue;
    const total = count.N === undefined ? NaN : line.tokens[count.N]!.value;
    // "11 of 753 women in the LTD group (1.5%)" has no other count that the percentage could be of.
    const off = Math.abs((100 * line.tokens[count.n]!.value) / total - line.tokens[d.percent]!.value);
    if (off > 2 && !(ofGroup && count.N !== undefined)) continue;
    drafts.splice(i, 1);
    Object.assign(count, { kind: "proportion", percent: d.percent, last: d.last, interval: d.interval });
    count.explain.push("percentage ← the bracket at the end of the clause");
  }
}

/** "11 of 753 women in the LTD group (1.5%)", "and 2 in the control group (2%)". */
function inGroup({ line }: Scope, count: Draft, end: number): boolean {
  if (count.kind !== "proportion" || !/^(?:groups?|arms?)$/.test(norm(line, end - 1))) return false;
  for (let k = count.last + 1; k < end; k++)
    if (line.tokens[k]!.type !== "word" || /^(?:and|versus|vs|than)$/.test(norm(line, k))) return false;
  const after = count.last + (PEOPLE.has(norm(line, count.last + 1)) ? 2 : 1);
  return /^(?:in|of|among|from)$/.test(norm(line, after));
}

/** A verb and words, nothing that parts or compares. */
function said(scope: Scope, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (
      scope.line.tokens[k]!.type !== "word" ||
      /^(?:and|or|versus|vs|than|but|while)$/.test(norm(scope.line, k))
    )
      return false;
  return EVENT_VERBS.has(norm(scope.line, from)) || GROUP_VERBS.has(norm(scope.line, from));
}

/**
 * "41 subjects (8 mild, 10 moderate, 11 severe and 12 healthy)", "427 (211 in the walking group and 216 in the usual-care group)",
 * "162 patients (81:81)": whole numbers in the bracket after a count that add up to it are the sizes of its groups.
 */
export function findParts(scope: Scope): void {
  const { line } = scope;
  for (let i = 0; i < line.tokens.length; i++) {
    const whole = line.tokens[i]!;
    if (whole.type !== "number" || !whole.integer || whole.value < 6 || !countable(line, i)) continue;
    const open = bracketAfter(scope, i);
    if (open < 0) continue;
    // "seven (1%) deaths (four patients in the A group and three in the B group)"
    let event = scope.drafts.some((d) => d.n === i && happened(scope, d, open));
    const parts: number[] = [];
    for (let k = open + 1; k < line.partner[open]!; k++) {
      const t = line.tokens[k]!;
      if (
        t.type === "number" &&
        t.integer &&
        t.value > 0 &&
        norm(line, k + 1) !== "%" &&
        countable(line, k) &&
        (line.depth[k] === line.depth[open]! + 1 || norm(line, k - 1) === "=")
      )
        parts.push(k);
    }
    if (parts.length < 2 || parts.reduce((sum, k) => sum + line.tokens[k]!.value, 0) !== whole.value)
      continue;
    // "as did 20 in the A group (17 deaths …"
    event ||= scope.drafts.some((d) => d.counts === true && parts.includes(d.n ?? -1));
    if (event) {
      for (const d of scope.drafts) if (parts.includes(d.n ?? -1)) d.kind = "proportion";
    } else {
      // "2927 (97%) were included (1465 …": its parts are no shares of a total before it
      const whole = scope.drafts.find((d) => d.n === i && d.percent !== undefined);
      for (const d of whole ? scope.drafts : [])
        if (parts.includes(d.n ?? -1) && d.N === whole?.N) d.N = undefined;
      for (const k of [i, ...parts]) becomeSize(scope, k);
    }
  }
}

/** No "16-week (12-week treatment, 4-week washout)", no doses. */
const countable = (line: Line, k: number): boolean =>
  !/^(?:dose|name|time|time point|schedule)$/.test(line.claims[k] ?? "");

/** An outcome of so many, not "2927 (97%) were included (1465 in A and 1462 in B)" nor "47 women completed (21 in A …". */
function happened(scope: Scope, d: Draft, open: number): boolean {
  if (d.kind !== "proportion") return false;
  const share = d.percent !== undefined;
  if (!share && !d.counts) return false;
  const members = share ? BECAME_MEMBERS : COMPLETED;
  for (let k = d.n! + 1; k < open; k++) if (members.has(norm(scope.line, k))) return false;
  return true;
}

const BECAME_MEMBERS = words(`
included randomized randomised enrolled recruited assigned allocated analyzed analysed evaluated
assessed registered evaluable
`);

const COMPLETED = words("completed");

/** The bracket that opens after the number or after the noun it counts; -1 if none. */
function bracketAfter(scope: Scope, i: number): number {
  const { line } = scope;
  for (let k = i + 1, steps = 0; steps < 10; k++, steps++) {
    // "seven (1%) deaths (…"
    if (line.partner[k]! > k && norm(line, line.partner[k]! - 1) === "%") k = line.partner[k]!;
    else if (norm(line, k) === "(" && line.partner[k]! > k) return k;
    else if (line.tokens[k]?.type !== "word" && norm(line, k) !== "-") return -1;
  }
  return -1;
}

function becomeSize(scope: Scope, token: number): void {
  const { line, drafts } = scope;
  const taken = drafts.find(
    (d) => d.n === token || d.value === token || d.N === token || d.percent === token,
  );
  if (
    taken &&
    taken.kind !== "group-size" &&
    !(taken.kind === "proportion" && taken.percent === undefined && taken.N === undefined)
  )
    return;
  if (!taken && line.claims[token] === "statement") return;
  if (taken) taken.kind = "group-size";
  else {
    const size = newDraft("group-size", token, token, "a part of the count before the bracket");
    size.n = token;
    drafts.push(size);
  }
  line.claims[token] = "statement";
}
