/** Where people land by design and as observed: the two presets of an outlook, each with who says so. */
import { says, type Statement } from "./guardrail.ts";
import { guardrailById } from "./register.ts";

/** What a preset rests on: its statements, and what a reader must know to weigh them. */
export type PresetEvidence = { readonly statements: readonly Statement[]; readonly caveat: string };

const designRule = guardrailById("G20");

/**
 * The classic design rule: shares of people that reach threshold, target and excellence. Of the 60 to 70 % at target that its
 * source states, the 65 % that a second one does.
 */
export const DESIGN_RULE = { atThreshold: 0.9, atTarget: 0.65, atExcellence: 0.1 } as const;

export const DESIGNED: PresetEvidence = {
  statements: [
    designRule,
    ...designRule.others,
    says("rewarding.blog", "B", "philosophies range from 50 % to 70–80 % at target", "Good distribution (2015)", "https://rewarding.blog/2015/07/08/good-distribution/"),
  ],
  caveat: "A rule for designing plans, not a measurement. With 65 % at target and a spread that reaches excellence, the mean is above 100 %.",
};

/** Share of people at target as observed: 67 % were expected to miss. */
export const OBSERVED_AT_TARGET = 0.33;

export const OBSERVED: PresetEvidence = {
  statements: [
    says("Salesforce, via Salescadia", "C", "67 % of reps expected to miss their quota; 84 % had missed the year before", "Quota attainment benchmarks 2026", "https://www.salescadia.com/blog/quota-attainment-benchmarks-2026"),
    says("BenchSights", "B", "segment medians of 20–28 % of AEs at quota, mostly data of 2020", "First look from BenchSights", "https://benchsights.com/first-look-from-benchsights_v7/"),
    says("Fullcast", "C", "average cloud attainment 42.69 %", "What if missing quota is exactly what your company designed", "https://www.fullcast.com/content/what-if-missing-quota-is-exactly-what-your-company-designed/"),
  ],
  caveat: "Weak evidence: second-hand, about account executives, and the sources disagree. The share used is the 33 % that the first leaves; the spread stays as it is.",
};
