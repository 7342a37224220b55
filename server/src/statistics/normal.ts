/** The normal distribution; each tail is computed directly, never as one minus the other. */

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/** Coefficients of a quotient of polynomials, highest power first. */
interface Quotient {
  readonly top: readonly number[];
  readonly bottom: readonly number[];
}

// Cody (1969), Rational Chebyshev approximations for the error function, Math. Comp. 23:631-638.
const CENTRE: Quotient = {
  top: [0.065682337918207449, 2.2352520354606839, 161.02823106855588, 1067.6894854603709, 18154.981253343561],
  bottom: [1, 47.202581904688242, 976.09855173777667, 10260.932208618978, 45507.78933502673],
};
const SHOULDER: Quotient = {
  top: [
    1.0765576773720192e-8, 0.39894151208813467, 8.8831497943883759, 93.506656132177856, 597.2702763948003,
    2494.5375852903727, 6848.1904505362823, 11602.65143764735, 9842.714838383978,
  ],
  bottom: [
    1, 22.266688044328116, 235.387901782625, 1519.3775994075548, 6485.5582982667607, 18615.571640885098,
    34900.952721145978, 38912.003286093271, 19685.429676859991,
  ],
};
const FAR: Quotient = {
  top: [
    0.023073441764940173, 0.21589853405795699, 0.12740116116024736, 0.022235277870649807,
    0.0014216191932278935, 2.9112874951168792e-5,
  ],
  bottom: [
    1, 1.2842600961449111, 0.46823821248086512, 0.065988137868928552, 0.0037823963320275824,
    7.2975155508396621e-5,
  ],
};

// Wichura (1988), Algorithm AS 241, Applied Statistics 37:477-484.
const QUANTILE_CENTRE: Quotient = {
  top: [
    2509.0809287301226727, 33430.575583588128105, 67265.770927008700853, 45921.953931549871457,
    13731.693765509461125, 1971.5909503065514427, 133.14166789178437745, 3.387132872796366608,
  ],
  bottom: [
    5226.495278852854561, 28729.085735721942674, 39307.89580009271061, 21213.794301586595867,
    5394.1960214247511077, 687.1870074920579083, 42.313330701600911252, 1,
  ],
};
const QUANTILE_SHOULDER: Quotient = {
  top: [
    7.7454501427834140764e-4, 0.0227238449892691845833, 0.24178072517745061177, 1.27045825245236838258,
    3.64784832476320460504, 5.7694972214606914055, 4.6303378461565452959, 1.42343711074968357734,
  ],
  bottom: [
    1.05075007164441684324e-9, 5.475938084995344946e-4, 0.0151986665636164571966, 0.14810397642748007459,
    0.68976733498510000455, 1.6763848301838038494, 2.05319162663775882187, 1,
  ],
};
const QUANTILE_FAR: Quotient = {
  top: [
    2.01033439929228813265e-7, 2.71155556874348757815e-5, 0.0012426609473880784386, 0.026532189526576123093,
    0.29656057182850489123, 1.7848265399172913358, 5.4637849111641143699, 6.6579046435011037772,
  ],
  bottom: [
    2.04426310338993978564e-15, 1.4215117583164458887e-7, 1.8463183175100546818e-5, 7.868691311456132591e-4,
    0.0148753612908506148525, 0.13692988092273580531, 0.59983220655588793769, 1,
  ],
};

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return INVERSE_ROOT_TWO_PI * expOfMinusHalfSquare(z);
}

/** P(Z > z) of a standard normal Z (Cody 1969); relative error below 1e-14 down to 1e-300. */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return NaN;
  const size = Math.abs(z);
  if (size <= 0.67448975) return 0.5 - z * quotient(CENTRE, z * z);
  const tail = size <= 5.656854249492381 ? shoulderTail(size) : farTail(size);
  return z > 0 ? tail : 1 - tail;
}

/** P(Z < z) of a standard normal Z. */
export function normalLowerTail(z: number): number {
  return normalUpperTail(-z);
}

/** P(|Z| > |z|): the two-sided p-value of a standard normal statistic. */
export function normalTwoSided(z: number): number {
  return Math.min(1, 2 * normalUpperTail(Math.abs(z)));
}

/**
 * The z with P(Z > z) = tail (Wichura 1988, AS 241).
 *
 * @param tail between 0 and 1, both ends included: they give +Infinity and -Infinity
 */
export function normalUpperQuantile(tail: number): number {
  if (!(tail >= 0 && tail <= 1)) return NaN;
  if (tail === 0) return Infinity;
  if (tail === 1) return -Infinity;
  const fromCentre = 0.5 - tail;
  if (Math.abs(fromCentre) <= 0.425) {
    return fromCentre * quotient(QUANTILE_CENTRE, 0.180625 - fromCentre * fromCentre);
  }
  const depth = Math.sqrt(-Math.log(fromCentre > 0 ? tail : 1 - tail));
  const size = depth <= 5 ? quotient(QUANTILE_SHOULDER, depth - 1.6) : quotient(QUANTILE_FAR, depth - 5);
  return fromCentre > 0 ? size : -size;
}

/** The z of a two-sided p-value, at least 0. */
export function zOfTwoSided(p: number): number {
  return normalUpperQuantile(p / 2);
}

/**
 * The factor between standard error and half-width of a Wald interval.
 *
 * @param level confidence level in percent, between 0 and 100: 95 gives 1.959964
 */
export function zOfLevel(level: number): number {
  return normalUpperQuantile((1 - level / 100) / 2);
}

function shoulderTail(size: number): number {
  return expOfMinusHalfSquare(size) * quotient(SHOULDER, size);
}

function farTail(size: number): number {
  const inverseSquare = 1 / (size * size);
  const correction = inverseSquare * quotient(FAR, inverseSquare);
  return (expOfMinusHalfSquare(size) * (INVERSE_ROOT_TWO_PI - correction)) / size;
}

/** exp(-z²/2) without the rounding of z², which would cost digits far out. */
function expOfMinusHalfSquare(z: number): number {
  const size = Math.abs(z);
  if (size > 39) return 0;
  const coarse = Math.trunc(size * 16) / 16;
  const rest = (size - coarse) * (size + coarse);
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * rest);
}

function quotient({ top, bottom }: Quotient, x: number): number {
  return polynomial(top, x) / polynomial(bottom, x);
}

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (const c of coefficients) sum = sum * x + c;
  return sum;
}
