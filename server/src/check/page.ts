/** A rule's page in docs/rules, which its findings link to. */
import type { Rule, RulePage } from "./rule.js";

/** Markdown of one rule. */
export function rulePage({ id, defaultSeverity }: Rule, page: RulePage): string {
  return `# ${page.title}

Rule \`${id}\`, ${defaultSeverity === "off" ? "off by default" : `by default ${article(defaultSeverity)}`}.

${page.what}

## How it is computed

${page.formula}

Reference: ${page.reference}

A printed number stands for every number that rounds to it: value ± ½·10^−d, d the decimals printed. The rule speaks only where no choice of such numbers agrees.

## Example

> ${page.example.text}

${page.example.why}

## When it says nothing

${page.silent.map((when) => `- ${when}`).join("\n")}

## Switching it off

In the settings: \`"outcomeLens.rules": { "${id}": "off" }\`; any of \`error\`, \`warning\`, \`information\`, \`hint\` changes its severity instead. For a whole review: the same under \`rules\` in \`outcome-review.json\`. A single finding is dismissed, with a reason that is kept, by its quick fix.
`;
}

/** Markdown of the list of rules. */
export function rulesIndex(rules: readonly (readonly [Rule, RulePage])[]): string {
  const rows = rules.map(
    ([{ id, defaultSeverity }, { title }]) => `| [\`${id}\`](${id}.md) | ${title} | ${defaultSeverity} |`,
  );
  return `# Rules

What is recomputed, and what a finding means. These pages are made from the rules themselves by \`npm run docs:rules\`.

| rule | finding | severity |
| --- | --- | --- |
${rows.join("\n")}
`;
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`;
}
