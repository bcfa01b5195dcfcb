/** The standard normal distribution: density, probability and quantile, the same to the last bit on every machine. */
import { exponential, logarithm } from "./elementary.ts";

const PER_ROOT_2_PI = 0.398942280401432677939946;

/** Density at z. */
export function normalDensity(z: number): number {
  return PER_ROOT_2_PI * exponential(-0.5 * z * z);
}

/** Below this distance from 0 no exponential is needed; beyond ROOT_32 another fraction holds; beyond BEYOND nothing is left. */
const NEAR = 0.67448975;
const ROOT_32 = 5.656854;
const BEYOND = 38.6;
/** From this z on the probability is 1: what is left above is less than half of the last bit. */
export const ALL_BELOW = 8.3;
const STEPS = 32;
/** Terms of the series around each step, so that the first one left out is beneath the last digits also in the far tail. */
const TERMS = 10;
const MIDDLE = Math.ceil(ALL_BELOW * STEPS);
const SERIES = seriesOfSteps();

/**
 * Probability of at most z, to about 15 digits, relative in the lower tail: a Taylor series around the nearest 32nd, which
 * takes half the time of the fraction it is made from.
 */
export function normalProbability(z: number): number {
  if (!(z <= ALL_BELOW && z >= -ALL_BELOW)) return z > 0 ? 1 : tailBeyond(-z);
  // Read once: of what a module holds, the compiler does not know that it stays.
  const series = SERIES;
  const step = (z * STEPS + (MIDDLE + 0.5)) | 0;
  const h = z - (step - MIDDLE) / STEPS;
  const q = h * h;
  const at = step * TERMS;
  const even = ((((series[at + 8] as number) * q + (series[at + 6] as number)) * q + (series[at + 4] as number)) * q + (series[at + 2] as number)) * q + (series[at] as number);
  const odd = ((((series[at + 9] as number) * q + (series[at + 7] as number)) * q + (series[at + 5] as number)) * q + (series[at + 3] as number)) * q + (series[at + 1] as number);
  return even + odd * h;
}

/** Of each 32nd z: the coefficients of the series of P(X ≤ z + h) in h. Derivatives of the density are Hermite polynomials. */
function seriesOfSteps(): Float64Array {
  const series = new Float64Array((2 * MIDDLE + 1) * TERMS);
  for (let step = 0; step <= 2 * MIDDLE; step += 1) {
    const z = (step - MIDDLE) / STEPS;
    series[step * TERMS] = z < 0 ? tailBeyond(-z) : 1 - tailBeyond(z);
    let [hermite, before] = [1, 0];
    let scale = normalDensity(z);
    for (let power = 1; power < TERMS; power += 1) {
      scale /= power;
      series[step * TERMS + power] = scale * hermite;
      [hermite, before] = [z * hermite - (power - 1) * before, hermite];
      scale = -scale;
    }
  }
  return series;
}

/**
 * Probability of more than y (W. J. Cody, Rational Chebyshev approximations for the error function, Math. Comp. 23, 1969; his
 * ANORM).
 * @param y 0 or more
 */
function tailBeyond(y: number): number {
  if (y <= NEAR) return near(y);
  if (!(y <= BEYOND)) return y !== y ? y : 0;
  return exponential(-0.5 * y * y) * (y <= ROOT_32 ? middle(y) : far(y));
}

function near(y: number): number {
  const q = y * y;
  const above = ((((6.5682337918207449113e-2 * q + 2.2352520354606839287) * q + 1.6102823106855587881e2) * q + 1.0676894854603709582e3) * q + 1.8154981253343561249e4);
  const below = ((((q + 4.7202581904688241870e1) * q + 9.7609855173777669322e2) * q + 1.0260932208618978205e4) * q + 4.5507789335026729956e4);
  return 0.5 - (y * above) / below;
}

function middle(y: number): number {
  const above = (((((((1.0765576773720192317e-8 * y + 3.9894151208813466764e-1) * y + 8.8831497943883759412) * y + 9.3506656132177855979e1) * y + 5.9727027639480026226e2) * y + 2.4945375852903726711e3) * y + 6.8481904505362823326e3) * y + 1.1602651437647350124e4) * y + 9.8427148383839780218e3;
  const below = (((((((y + 2.2266688044328115691e1) * y + 2.3538790178262499861e2) * y + 1.5193775994075548050e3) * y + 6.4855582982667607550e3) * y + 1.8615571640885098091e4) * y + 3.4900952721145977266e4) * y + 3.8912003286093271411e4) * y + 1.9685429676859990727e4;
  return above / below;
}

function far(y: number): number {
  const q = 1 / (y * y);
  const above = ((((2.307344176494017303e-2 * q + 2.1589853405795699e-1) * q + 1.274011611602473639e-1) * q + 2.2235277870649807e-2) * q + 1.421619193227893466e-3) * q + 2.9112874951168792e-5;
  const below = ((((q + 1.28426009614491121) * q + 4.68238212480865118e-1) * q + 6.59881378689285515e-2) * q + 3.78239633202758244e-3) * q + 7.29751555083966205e-5;
  return (PER_ROOT_2_PI - (q * above) / below) / y;
}

/**
 * The z that a share of p lies below (M. J. Wichura, Algorithm AS 241: PPND16, Applied Statistics 37, 1988), to about 16 digits.
 * @param p above 0 and below 1; 0 and 1 give −infinity and infinity
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q <= 0.425 && q >= -0.425) {
    const r = 0.180625 - q * q;
    const above = ((((((2.5090809287301226727e3 * r + 3.3430575583588128105e4) * r + 6.7265770927008700853e4) * r + 4.5921953931549871457e4) * r + 1.3731693765509461125e4) * r + 1.9715909503065514427e3) * r + 1.3314166789178437745e2) * r + 3.3871328727963666080;
    const below = ((((((5.2264952788528545610e3 * r + 2.8729085735721942674e4) * r + 3.9307895800092710610e4) * r + 2.1213794301586595867e4) * r + 5.3941960214247511077e3) * r + 6.8718700749205790830e2) * r + 4.2313330701600911252e1) * r + 1;
    return (q * above) / below;
  }
  const share = q < 0 ? p : 1 - p;
  if (share <= 0) return q < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const r = Math.sqrt(-logarithm(share));
  const z = r <= 5 ? nearTail(r - 1.6) : farTail(r - 5);
  return q < 0 ? -z : z;
}

function nearTail(r: number): number {
  const above = ((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) * r + 2.41780725177450611770e-1) * r + 1.27045825245236838258) * r + 3.64784832476320460504) * r + 5.76949722146069140550) * r + 4.63033784615654529590) * r + 1.42343711074968357734;
  const below = ((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r + 1.51986665636164571966e-2) * r + 1.48103976427480074590e-1) * r + 6.89767334985100004550e-1) * r + 1.67638483018380384940) * r + 2.05319162663775882187) * r + 1;
  return above / below;
}

function farTail(r: number): number {
  const above = ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 1.24266094738807843860e-3) * r + 2.65321895265761230930e-2) * r + 2.96560571828504891230e-1) * r + 1.78482653991729133580) * r + 5.46378491116411436990) * r + 6.65790464350110377720;
  const below = ((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r + 7.86869131145613259100e-4) * r + 1.48753612908506148525e-2) * r + 1.36929880922735805310e-1) * r + 5.99832206555887937690e-1) * r + 1;
  return above / below;
}
