/** Advice that a person has set aside, with a reason that is saved in the file. */
import type { DismissedAdvice, Scenario } from "../../model/scenario.ts";
import type { Advice, AdviceKey, AdviceReading } from "./advice.ts";

/** As many items, and as long a reason, as a file may hold (docs/file-format.md, "Fields"). */
const MOST_DISMISSED = 1_000;
const LONGEST_REASON = 10_000;

/**
 * Splits advice into what is open and what was dismissed, each in the order it came. What is met is never dismissed. A
 * dismissal of something that is not said any more is kept and listed apart.
 */
export function withDismissals(advice: readonly Advice[], scenario: Pick<Scenario, "dismissedAdvice">): AdviceReading {
  const reasons = new Map(scenario.dismissedAdvice.map((item) => [keyOf(item), item.reason]));
  const open: Advice[] = [];
  const dismissed: { readonly advice: Advice; readonly reason: string }[] = [];
  for (const each of advice) {
    const reason = each.severity === "met" ? undefined : reasons.get(keyOf(each));
    if (reason === undefined) open.push(each);
    else dismissed.push({ advice: each, reason });
  }
  const said = new Set(dismissed.map((item) => keyOf(item.advice)));
  return { open, dismissed, noLongerApplies: scenario.dismissedAdvice.filter((item) => !said.has(keyOf(item))) };
}

/**
 * Dismisses advice with a reason, which may be empty; dismissing it again replaces the reason. A reason longer than
 * 10,000 characters is cut. A role that is not there, or a list of 1,000 others, changes nothing.
 */
export function dismissAdvice(scenario: Scenario, advice: AdviceKey, reason: string): Scenario {
  const { id, roleId } = advice;
  if (roleId !== null && !scenario.roles.some((role) => role.id === roleId)) return scenario;
  const others = withoutKey(scenario.dismissedAdvice, advice);
  if (others.length >= MOST_DISMISSED) return scenario;
  return { ...scenario, dismissedAdvice: [...others, { id, roleId, reason: reason.slice(0, LONGEST_REASON) }] };
}

/** Takes a dismissal back, also of advice that no longer applies. What was not dismissed changes nothing. */
export function restoreAdvice(scenario: Scenario, advice: AdviceKey): Scenario {
  const others = withoutKey(scenario.dismissedAdvice, advice);
  return others.length === scenario.dismissedAdvice.length ? scenario : { ...scenario, dismissedAdvice: others };
}

function withoutKey(items: readonly DismissedAdvice[], key: AdviceKey): readonly DismissedAdvice[] {
  return items.filter((item) => keyOf(item) !== keyOf(key));
}

function keyOf({ id, roleId }: AdviceKey): string {
  return JSON.stringify([id, roleId]);
}
