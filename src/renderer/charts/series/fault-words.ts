/** Cliffs and dead zones in words: under a table, and for what reads the chart aloud. */
import type { Cliff, CurveFaults, DeadZone } from "#shared/engine/index.ts";
import { formatMoney, spokenMoney, spokenPercent } from "#shared/report/format.ts";
import { percentText } from "./percent-text.ts";

/** "+$4,620": what a jump adds or takes. */
export function cliffAmount({ amount }: Cliff, currency: string): string {
  return formatMoney(amount, currency, "signed-full");
}

/** "−$2,640": what a flat part does not pay. */
export function zoneAmount({ amount }: DeadZone, currency: string): string {
  return formatMoney(0 - amount, currency, "signed-full");
}

/** "90–100%". */
export function zoneRange({ from, to }: DeadZone): string {
  return `${percentText(from).replace("%", "")}–${percentText(to)}`;
}

/** One line for each, in the order of attainment. */
export function faultNotes(faults: CurveFaults | null, currency: string): readonly string[] {
  return inOrder(
    faults,
    (cliff) => `${cliffAmount(cliff, currency)} at ${percentText(cliff.attainment)}`,
    (zone) => `${zoneRange(zone)} pays nothing more${zone.amount === 0 ? "" : `, ${zoneAmount(zone, currency)}`}`,
  );
}

/** The same as it is said; empty without faults. */
export function spokenFaults(faults: CurveFaults | null, currency: string): string {
  return inOrder(
    faults,
    ({ amount, attainment }) => `Pay ${amount > 0 ? "jumps" : "falls"} by ${spokenMoney(Math.abs(amount), currency)} at ${spokenPercent(attainment)}.`,
    ({ from, to, amount }) => `From ${spokenPercent(from)} to ${spokenPercent(to)} nothing more is paid${amount === 0 ? "" : `, which costs ${spokenMoney(amount, currency)}`}.`,
  ).join(" ");
}

function inOrder<Text>(faults: CurveFaults | null, ofCliff: (cliff: Cliff) => Text, ofZone: (zone: DeadZone) => Text): readonly Text[] {
  if (faults === null) return [];
  return [
    ...faults.cliffs.filter(({ amount }) => amount !== 0).map((cliff) => ({ place: cliff.attainment, text: ofCliff(cliff) })),
    ...faults.deadZones.map((zone) => ({ place: zone.from, text: ofZone(zone) })),
  ]
    .sort((a, b) => a.place - b.place)
    .map(({ text }) => text);
}
