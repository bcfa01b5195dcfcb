/** Checks on quota, payment and new hires. */
import { evaluateRole, periodsOf } from "../../engine/index.ts";
import type { Payments, Scenario } from "../../model/scenario.ts";
import { formatNumber } from "../../report/format.ts";
import { roundMoney } from "../../units/money.ts";
import type { Finding, RoleCheck } from "./check.ts";
import { weighted } from "./scorecard.ts";
import { counted, evidence, multipleText, percentText, shownMultiple, shownShare } from "./words.ts";

const LEAST_QUOTA = 4;
const MOST_QUOTA = 6;

/** Credited revenue targets ÷ OTE. Published for account executives only, so any other role is just told its ratio. */
export const QUOTA_TO_OTE: RoleCheck = {
  id: "quota-to-ote",
  guardrails: ["G22", "G23"],
  look: (role) => {
    const quotas = weighted(role).filter((kpi) => kpi.revenue === "credited" && kpi.unit === "currency" && kpi.target > 0);
    const [first] = quotas;
    if (!role.quotaCarrying || first === undefined || role.onTargetEarnings === 0) return [];
    const ratio = shownMultiple(quotas.reduce((sum, kpi) => sum + kpi.target, 0) / role.onTargetEarnings);
    const { sources, text, severity } = evidence("G22", "G23");
    const about = { detail: `Targets of credited revenue ÷ OTE. ${text}`, sources, field: "target", kpiId: first.id };
    if (role.archetype !== "account-executive") return [{ ...about, severity: "information", sentence: `Quota is ${multipleText(ratio)} OTE; published ratios are for AEs only.` }];
    if (ratio >= LEAST_QUOTA && ratio <= MOST_QUOTA) return [];
    return [{ ...about, severity, sentence: `Quota is ${multipleText(ratio)} OTE; one source calls 4–6× healthy.` }];
  },
};

type Rhythm = { readonly words: string; readonly label: string; readonly frequency: Payments["frequency"]; readonly basis: Payments["basis"] | null };

const MONTHLY: Rhythm = { words: "monthly", label: "Pay monthly", frequency: "monthly", basis: null };
const QUARTERLY: Rhythm = { words: "quarterly", label: "Pay quarterly", frequency: "quarterly", basis: null };
const YEAR_TO_DATE: Rhythm = { words: "quarterly on the year to date", label: "Pay quarterly on the year to date", frequency: "quarterly", basis: "cumulative" };

/** Payment against the length of the sales cycle, as far as the source goes. */
export const PAYMENT_FREQUENCY: RoleCheck = {
  id: "payment-frequency",
  guardrails: ["G35"],
  look: (role, { payments }) => {
    const months = role.salesCycleMonths;
    const rhythm = months === null ? null : rhythmFor(months);
    if (months === null || rhythm === null || (payments.frequency === rhythm.frequency && (rhythm.basis ?? payments.basis) === payments.basis)) return [];
    const { sources, text, severity } = evidence("G35");
    const sentence = `Cycle of ${formatNumber(months)} ${months === 1 ? "month" : "months"}: one source pays ${rhythm.words}.`;
    // Shares of seasons count the periods of the frequency they were made for.
    const fits = payments.seasonality === "equal" || payments.frequency === rhythm.frequency;
    return [{ severity, sentence, detail: `Payment is a setting of the whole scenario. ${text}`, sources, field: "salesCycleMonths", ...(fits ? { tryIt: { label: rhythm.label, apply: paying(rhythm) } } : {}) }];
  },
};

function rhythmFor(months: number): Rhythm | null {
  if (months < 1) return MONTHLY;
  if (months <= 3) return QUARTERLY;
  return months <= 12 ? YEAR_TO_DATE : null;
}

function paying({ frequency, basis }: Rhythm): (scenario: Scenario) => Scenario {
  return (scenario) => ({ ...scenario, payments: { ...scenario.payments, frequency, basis: basis ?? scenario.payments.basis } });
}

const LEAST_MONTHS = 3;
const MOST_MONTHS = 6;
const LEAST_SHARE = 0.5;

/** How long a draw or guarantee runs, how much of target incentive it pays, and new hires without one. */
export const DRAW: RoleCheck = {
  id: "draw",
  guardrails: ["G37"],
  look: (role, context) => {
    const { draw } = role;
    const { sources, text, severity } = evidence("G37");
    const about = { severity, detail: text, sources, field: "draw" };
    if (draw === null) return role.newHires.length === 0 ? [] : [{ ...about, about: "none", sentence: "New hires have no draw; one source names 3 to 6 months of one." }];
    const name = draw.kind === "guarantee" ? "guarantee" : "draw";
    const found: Finding[] = [];
    const periods = periodsOf(context.payments);
    const months = (draw.periods * 12) / periods;
    if (months < LEAST_MONTHS || months > MOST_MONTHS) found.push({ ...about, about: "length", sentence: `The ${name} runs for ${counted(months, "month")}; one source names 3 to 6.` });
    const { targetIncentive } = evaluateRole(role, context, () => 1);
    const share = targetIncentive === 0 ? null : shownShare((roundMoney(draw.perPeriod, context.currency) * periods) / targetIncentive);
    if (share !== null && (share < LEAST_SHARE || share > 1)) {
      found.push({ ...about, about: "amount", sentence: `The ${name} pays ${percentText(share)} of incentive; one source says 50–100%.` });
    }
    return found;
  },
};

/** New hires for whom the headcount has no seat. */
export const HIRES_WITHOUT_SEAT: RoleCheck = {
  id: "hires-without-seat",
  guardrails: [],
  look: (role) => {
    const without = role.newHires.reduce((sum, hires) => sum + hires.count, 0) - role.headcount;
    if (without <= 0) return [];
    const sentence = `${counted(without, "new hire has", "new hires have")} no seat: the headcount is ${formatNumber(role.headcount)}.`;
    return [{ severity: "advice", sentence, detail: "New hires are people of the headcount who join during the year. Those beyond it are in no figure.", field: "newHires" }];
  },
};
