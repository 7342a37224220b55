/** Units as data: how they are printed, their singular, and what they measure. */
import { phrases, Phrases } from "./phrases.js";

export type UnitKind = "time" | "dose" | "amount" | "percent" | "points" | "money" | "rate";

export interface Unit {
  /** Singular lower case for time; as usually written otherwise; null: keep what the text prints. */
  readonly name: string | null;
  readonly kind: UnitKind;
}

const time = (name: string): Unit => ({ name, kind: "time" });
const asPrinted = (kind: UnitKind): Unit => ({ name: null, kind });

export const UNITS = new Phrases<Unit>([
  [time("month"), phrases("month, months, mo, mos, mth, mths, mon")],
  [time("year"), phrases("year, years, yr, yrs, y, years-old, years-of-age")],
  [time("week"), phrases("week, weeks, wk, wks, w")],
  [time("day"), phrases("day, days, d")],
  [time("hour"), phrases("hour, hours, h, hr, hrs")],
  [time("minute"), phrases("minute, minutes, min, mins")],
  [time("second"), phrases("second, seconds, sec, secs, s")],
  [time("ms"), phrases("ms, msec, millisecond, milliseconds")],
  [{ name: "cycle", kind: "points" }, phrases("cycle, cycles")],
  [{ name: "point", kind: "points" }, phrases("point, points, pts")],
  [
    { name: "percentage point", kind: "percent" },
    phrases(`
percentage point, percentage points, percent points, % points, % point, pp, percentage-point
`),
  ],
  [{ name: "%", kind: "percent" }, phrases("%, percent, per cent, percentage, pct")],
  [
    asPrinted("dose"),
    phrases(`
mg, mcg, µg, μg, ug, microg, micrograms, gy, cgy, iu, mg/m2, mg/m, mbq, mci, gbq, mg/kg, mg / kg
mg / day, mg / d, mg / m2, mg / m(2), mg / m², µg / kg, μg / kg, mcg / kg, µg / day, μg / day
mcg / day, g / day, g / d, iu / day, u / kg, iu / kg, u, units, unit, u / day, mg / kg / day
mg / kg / d, ml / kg / h, ng / kg, mg / dose, mg / week, mg per day, mg per kilogram
mg per square meter, µg / min, μg / min, mcg / min, milligrams, milligram, meq, drops, tablets
tablet, puffs, iu / ml, tesla, mev, kvp, gauge, ppm, mm / h
`),
  ],
  [
    asPrinted("amount"),
    phrases(`
mmhg, mm hg, cmh2o, cm h2o, kpa, pa, bar, mg / dl, mg / l, mg / g, g / dl, g / l, ng / ml
pg / ml, µg / ml, μg / ml, ug / ml, µg / l, μg / l, ng / l, ng / dl, µg / dl, μg / dl, mmol / l
µmol / l, μmol / l, umol / l, nmol / l, pmol / l, mol / l, mmol / mol, mmol, µmol, μmol, nmol
µm, μm, nm, nm / l, mm / l, meq / l, iu / l, u / l, u / ml, miu / ml, mu / l, mau / ml, pg, ng
kg, g, grams, gram, kilograms, kg / m2, kg / m(2), kg / m², kg · m−2, kg m-2, m2, m(2), m, cm
mm, km, cm2, cm3, mm2, mm3, cm2 / m2, g / m2, g / m(2), ml / m2, ml, l, dl, µl, μl, liters
litres, ml / min, ml / min / 1.73 m2, ml / min / 1.73m2, ml / min per 1.73 m2, ml / min / m2
ml / kg, ml / kg / min, l / min, l / min / m2, ml / h, ml / day, m / s, m / sec, cm / s
cm / sec, mm / s, bpm, beats / min, beats per minute, beats / minute, breaths / min, rpm, w
watt, watts, kcal, kcal / day, kj, cal, db, hz, khz, mv, µv, μv, v, ma, n, °, °c, degrees
degree, letters, lines, diopters, d, logmar, steps, steps / day, copies / ml, cells / µl
cells / μl, cells / ul, cells / mm3, log10, log, log10 copies / ml, log10 iu / ml, × 109 / l
x 109 / l, hu, au, rlu, mets, mg / mmol, pack-years, pack years, drinks, kpascal
mmhg / year, mm hg / year, meters, metres, feet, inches, lb, lbs, pounds, sd, sds, z-score
cmh(2)o, iu / day, g / kg, g / kg / day, kcal / kg, g / 24 h, mg / 24 h, l / s, mm / year
mg per deciliter, g per deciliter, µg per deciliter, μg per deciliter, ng per deciliter, ng per milliliter, pg per milliliter
µg per milliliter, μg per milliliter, mmol per liter, µmol per liter, μmol per liter, nmol per liter, pmol per liter
mg per liter, µg per liter, μg per liter, ng per liter, g per liter, iu per milliliter, iu per liter, u per liter, copies per milliliter
ml per minute, mm hg per year, cm / year, ml / 24 h, weeks of gestation, mg fe / g, kiu / l
`),
  ],
  [asPrinted("money"), phrases("usd, euro, euros, dollars, $, €, £, yen, per patient")],
  [
    asPrinted("rate"),
    phrases(`
per person-year, per patient-year, episodes / patient-year, events / patient-year, per year
/ patient-year, / person-year, events per patient-year, per million, per 100,000, per 1000, events / person-year
episodes / patient-year of exposure
`),
  ],
]);

/** Nouns that a time point may begin with, "week" in "week 12", and their singular. */
export const TIME_NOUNS: ReadonlyMap<string, string> = new Map([
  ...["month", "week", "day", "year", "hour", "minute"].flatMap((unit): [string, string][] => [
    [unit, unit],
    [`${unit}s`, unit],
  ]),
  ["d", "day"],
  ["yr", "year"],
  ["mo", "month"],
  ["wk", "week"],
  ["min", "minute"],
]);
