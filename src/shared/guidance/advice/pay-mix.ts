/** Checks on the split, and on whether target pays what it says. */
import { evaluateRole } from "../../engine/index.ts";
import { formatMoney, formatSplit } from "../../report/format.ts";
import { toCurrencyUnits } from "../../units/money.ts";
import { severityOf } from "../guardrail.ts";
import { splitReading } from "../split-bands.ts";
import { onRole, type RoleCheck } from "./check.ts";
import { amountText, evidence, statementsOf } from "./words.ts";

/** The split against the bands of its focus. */
export const SPLIT: RoleCheck = {
  id: "split",
  guardrails: ["G1", "G2", "G3", "G4", "G5", "G6"],
  look: (role) => {
    const { standing, sentence, sources, nearest } = splitReading(role);
    // The dissent is on partner managers, and no band is made of it.
    const dissent = role.archetype === "account-executive" ? null : evidence("G5");
    const about = {
      sentence: `${standing}.`,
      detail: dissent === null ? sentence : `${sentence} ${dissent.text}`,
      field: "baseShare",
      sources: [...sources.flatMap(statementsOf), ...(dissent?.sources ?? [])],
    };
    if (nearest === null) return [{ severity: "met", ...about }];
    const change = onRole(role.id, (each) => ({ ...each, baseShare: nearest }));
    return [{ severity: severityOf(sources[0]?.tag ?? "C"), ...about, tryIt: { label: `Set ${formatSplit(nearest)}`, apply: change } }];
  },
};

/** OTE against what is paid at target. A difference below one unit of currency is rounding. */
export const TARGET_PAY: RoleCheck = {
  id: "target-pay",
  guardrails: [],
  look: (role, context) => {
    const { incentive, targetIncentive } = evaluateRole(role, context, () => 1);
    const difference = incentive - targetIncentive;
    const field = role.kpis.length === 0 ? "kpis" : "curve";
    if (Math.abs(toCurrencyUnits(difference, context.currency)) < 1) return [{ severity: "met", sentence: "At target, OTE is what is paid.", field }];
    const amount = amountText(difference, context.currency);
    const side = difference < 0 ? "less" : "more";
    const why = role.kpis.length === 0 ? "There is no KPI, so no incentive is paid." : "Every KPI at 100% of its target, links and plan cap in force.";
    const figures = `Target incentive is ${formatMoney(targetIncentive, context.currency, "full")}, the incentive at target ${formatMoney(incentive, context.currency, "full")}.`;
    return [{ severity: "advice", sentence: `OTE is not what is paid at target: ${amount} ${side} a head.`, detail: `${why} ${figures}`, field }];
  },
};
