/** Where people land and what a curve pays on average, worked out by LibreOffice with its own functions. */
import { describe, expect, it } from "vitest";
import { readTable } from "#shared/actuals/index.ts";
import { attainmentBelowWhich, compileCurve, distributionOf, expectedFactor, quantileOf, shareBelow, type ShapedOutlook } from "#shared/engine/index.ts";
import { points } from "../helpers/plain-plan.ts";
import { convert, OFFICE_TIME } from "./libreoffice.ts";

const OUTLOOKS: readonly ShapedOutlook[] = [
  { shape: "lognormal", mean: 1, spread: 0.25 }, { shape: "lognormal", mean: 0.92, spread: 0.4 }, { shape: "lognormal", mean: 1.3, spread: 1.1 },
  { shape: "normal", mean: 1, spread: 0.2 }, { shape: "normal", mean: 0.95, spread: 0.08 },
];
const ATTAINMENTS = [0.05, 0.5, 0.8, 1, 1.2, 2.5];
const SHARES = [0.001, 0.1, 0.5, 0.9, 0.995];

/** Pays nothing to half of target, then in straight pieces that bend; without end. */
const CURVE = points([[0.5, 0], [1, 1], [1.25, 2]], { above: "extend" });
/** What each piece climbs more by than the one before it; attainments end at 100. */
const BENDS = [[0.5, 2], [1, 2], [100, -4]] as const;

const SAMPLE = [0.31, 0.44, 0.79, 0.8, 0.97, 1, 1, 1.02, 1.33, 1.78, 2.4];

type Asked = { readonly what: string; readonly formula: string; readonly ours: number; readonly digits: number };

/** Digits behind the point that agree: attainments are cut to ten. */
const [EXACT, CUT] = [12, 9];

function asked(outlook: ShapedOutlook): readonly Asked[] {
  const { shape, mean, spread } = outlook;
  const distribution = distributionOf(outlook);
  const of = `${shape} ${mean} ± ${spread}`;
  const [logSpread, logMean] = [`SQRT(LN(1+(${spread}/${mean})^2))`, `(LN(${mean})-LN(1+(${spread}/${mean})^2)/2)`];
  const below = (x: number): string => (shape === "normal" ? `NORM.DIST(${x},${mean},${spread},1)` : `LOGNORM.DIST(${x},${logMean},${logSpread},1)`);
  const belowWhich = (share: number): string => (shape === "normal" ? `MAX(0,NORM.INV(${share},${mean},${spread}))` : `LOGNORM.INV(${share},${logMean},${logSpread})`);
  // The mean of what is attained beyond an attainment: a call option's price, by Bachelier and by Black and Scholes.
  const beyond = (k: number): string =>
    shape === "normal"
      ? `((${mean}-${k})*NORM.S.DIST((${mean}-${k})/${spread},1)+${spread}*NORM.S.DIST((${mean}-${k})/${spread},0))`
      : `(${mean}*NORM.S.DIST((${logMean}+${logSpread}^2-LN(${k}))/${logSpread},1)-${k}*NORM.S.DIST((${logMean}-LN(${k}))/${logSpread},1))`;
  return [
    ...ATTAINMENTS.map((x) => ({ what: `${of} below ${x}`, formula: below(x), ours: shareBelow(distribution, x), digits: EXACT })),
    ...SHARES.map((share) => ({ what: `${of} at share ${share}`, formula: belowWhich(share), ours: attainmentBelowWhich(outlook, share), digits: CUT })),
    { what: `${of}, paid on average`, formula: BENDS.map(([k, bend]) => `${bend}*${beyond(k)}`).join("+"), ours: expectedFactor(compileCurve(CURVE), distribution), digits: EXACT },
  ];
}

const quantiles = [0, 0.1, 0.25, 0.5, 0.9, 0.95, 1].map((share): Asked => ({ what: `quantile ${share}`, formula: `PERCENTILE(A1:K1,${share})`, ours: quantileOf(Float64Array.from(SAMPLE), share), digits: EXACT }));

describe("LibreOffice works out", { timeout: OFFICE_TIME }, () => {
  it("the same shares, quantiles and average payouts", async (test) => {
    const all = [...OUTLOOKS.flatMap(asked), ...quantiles];
    const sheet = [SAMPLE.join(","), ...all.map(({ formula }) => `"=${formula}"`)].join("\n");
    const written = await convert(test, { "sheet.csv": sheet }, "xlsx", { delimiter: ",", language: "en-US" });
    const { rows } = readTable("sheet.xlsx", written.get("sheet") ?? new Uint8Array());
    expect(rows).toHaveLength(all.length);
    for (const [index, { what, ours, digits }] of all.entries()) expect(rows[index]?.cells[0], what).toBeCloseTo(ours, digits);
  });
});
