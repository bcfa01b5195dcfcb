/**
 * Exponential and logarithm made of + − × ÷ only, so that they are the same to the last bit on every machine. Both are the
 * algorithms of fdlibm (Sun Microsystems, 1993; netlib.org/fdlibm: e_exp.c, e_log.c), within one unit in the last place.
 */

const LN2_HIGH = 6.93147180369123816490e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const PER_LN2 = 1.44269504088896338700;

/** Beyond these the result is 0, or more than a number holds. */
const LEAST_EXPONENT = -745.2;
const MOST_EXPONENT = 709.782712893384;

/** Powers of two from 2^-1074 to 2^1023. */
const LOWEST_POWER = -1074;
const POWERS = powersOfTwo();

function powersOfTwo(): Float64Array {
  const powers = new Float64Array(1023 - LOWEST_POWER + 1);
  let power = 1;
  for (let exponent = 0; exponent <= 1023; exponent += 1, power *= 2) powers[exponent - LOWEST_POWER] = power;
  power = 1;
  for (let exponent = 0; exponent >= LOWEST_POWER; exponent -= 1, power /= 2) powers[exponent - LOWEST_POWER] = power;
  return powers;
}

/** e to a power. 0 and infinity where the result is beyond what a number holds; NaN of NaN. */
export function exponential(x: number): number {
  if (x < LEAST_EXPONENT) return 0;
  if (x > MOST_EXPONENT) return Number.POSITIVE_INFINITY;
  if (x !== x) return x;
  const k = Math.floor(PER_LN2 * x + 0.5);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c = r - t * (1.66666666666666019037e-1 + t * (-2.77777777770155933842e-3 + t * (6.61375632143793436117e-5 + t * (-1.65339022054652515390e-6 + t * 4.13813679705723846039e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  const powers = POWERS;
  // In two steps at either end, where one power alone would leave what a number holds.
  if (k >= -1022 && k <= 1022) return y * (powers[k - LOWEST_POWER] as number);
  const half = k < 0 ? -1022 : 1022;
  return y * (powers[half - LOWEST_POWER] as number) * (powers[k - half - LOWEST_POWER] as number);
}

const whole = new Float64Array(1);
const halves = new Uint32Array(whole.buffer);
/** Where the sign, exponent and first digits are. */
const HIGH = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1 ? 1 : 0;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const TWO_54 = 18_014_398_509_481_984;

/** Natural logarithm. −infinity of 0, NaN below 0, infinity of infinity. */
export function logarithm(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x < Number.POSITIVE_INFINITY)) return ofExtreme(x);
  whole[0] = x;
  const bits = halves[HIGH] as number;
  // The mantissa lies from √½ to √2.
  const k = (bits >>> 20) - 1023 + (((bits & 0x000fffff) + 0x95f64) >>> 20);
  const f = x * (POWERS[-k - LOWEST_POWER] as number) - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = z * (6.666666666666735130e-1 + w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const square = 0.5 * f * f;
  return k * LN2_HIGH - (square - (s * (square + odd + even) + k * LN2_LOW) - f);
}

function ofExtreme(x: number): number {
  if (x > 0) return x < SMALLEST_NORMAL ? logarithm(x * TWO_54) - 54 * LN2_HIGH - 54 * LN2_LOW : x;
  return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
}
