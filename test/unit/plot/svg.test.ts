import { describe, expect, it } from "vitest";
import { plot } from "../../../server/src/plot/plot.js";
import { ci } from "../export/samples.js";
import { FOUR, hr, median, review } from "./trials.js";

const svgOf = (...args: Parameters<typeof review>): string => plot(review(...args), {}).svg;
const textsOf = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text ?? "");

describe("the drawing", () => {
  it("says in words what it shows", () => {
    const svg = svgOf(FOUR);
    expect(svg).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]* role="img" aria-labelledby="ol-title ol-description"/,
    );
    expect(svg).toContain('<title id="ol-title">overall survival (OS): hazard ratio</title>');
    expect(svg).toMatch(
      /<desc id="ol-description">Hazard ratio, 4 rows\. Abara 2014, tarvenib vs placebo: 0\.92 \[0\.66, 1\.28\]\..*Prediction interval/,
    );
  });

  it("escapes what documents say, and drops what XML forbids", () => {
    const name = '<script>alert("1")</script> & \u0000\u001b\ud800';
    const svg = svgOf({ [name]: [hr(0.9, 0.7, 1.2, { group: "<b>" })], B: [hr(0.8, 0.6, 1.1)] });
    expect(svg).not.toMatch(/<script|<b>|[\u0000-\u0008\u001b]|[\ud800-\udfff](?![\udc00-\udfff])/);
    expect(svg).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; ");
  });

  it("cuts long names and keeps them whole in a tooltip", () => {
    const name = "The very long name of a study group that nobody would want to read in one line 2020";
    const svg = svgOf({ [name]: [hr(0.9, 0.7, 1.2)], B: [hr(0.8, 0.6, 1.1)] });
    expect(svg).toContain(`<title>${name}</title>The very long name of a study group`);
  });

  it("has arrows where an interval leaves the axis", () => {
    const inside = svgOf(FOUR);
    const outside = svgOf({ ...FOUR, "Wide 2020": [hr(0.8, 0.01, 64)] });
    const arrows = (svg: string): number => (svg.match(/<path [^>]*class="ol-text"/g) ?? []).length;
    expect([arrows(inside), arrows(outside)]).toEqual([0, 2]);
  });

  it("has ticks on both sides of no effect, and no NaN", () => {
    for (const studies of [
      FOUR,
      { A: [hr(1, 0.999, 1.001)], B: [hr(1, 0.999, 1.001)] },
      { A: [hr(40, 0.02, 900)] },
    ]) {
      const svg = svgOf(studies);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      const ticks = textsOf(svg).map(Number).filter(Number.isFinite);
      expect(ticks.length).toBeGreaterThan(2);
      expect(ticks.length).toBeLessThan(11);
    }
  });

  it("says which side is whose where all compare the same groups", () => {
    expect(svgOf(FOUR)).toContain("← lower with tarvenib");
    expect(svgOf({ ...FOUR, X: [hr(0.9, 0.7, 1.2, { group: "ixaril" })] })).not.toContain("lower with");
  });

  it("keeps warnings and what was left out in the figure", () => {
    const svg = svgOf({
      A: [hr(0.9, 0.7, 1.2)],
      B: [hr(0.8, 0.6, 1.1)],
      C: [hr(0.8, 0, 0, { interval: null })],
    });
    expect(svg).toContain("Left out, because it has no interval: 1.");
    expect(svg).toContain("⚠ With 2 studies");
  });

  it("names plain colours before the theme's, and no address or script", () => {
    const svg = svgOf(FOUR);
    expect(svg).toContain(".ol-text{fill:#1f1f1f;fill:var(--vscode-foreground,#1f1f1f)}");
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', "")).not.toMatch(
      /https?:|href|url\(|style="|<script/,
    );
  });

  it("draws medians as dots, those with an interval as squares, those not reached as arrows", () => {
    const given = review({
      A: [median(12, "tarvenib", { interval: ci(10, 15) }), median(8, "placebo")],
      B: [median("NR", "tarvenib")],
    });
    const { svg } = plot(given, { measure: "median" });
    expect(svg.match(/<circle/g)).toHaveLength(1);
    expect(svg.match(/class="ol-square"/g)).toHaveLength(1);
    expect(svg).toContain("Median, months");
    expect(textsOf(svg)).toContain("not reached");
  });

  it("is the same for the same review", () => {
    expect(svgOf(FOUR)).toBe(svgOf(FOUR));
  });
});
