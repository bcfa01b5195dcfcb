/** The numbers of one role: its people and pay, its KPIs, its links. */
import { redistributeWeights } from "../../editing/index.ts";
import { PARAMETERS, type ParameterSpec } from "../../model/parameters.ts";
import type { Curve, Kpi, Link, Role, Scenario } from "../../model/scenario.ts";
import { WHOLE, basisPoints, fractionOf } from "../../units/basis-points.ts";
import { nameOf, titleOf } from "../names.ts";
import { capBindsFrom, planCapBindsFrom } from "./binding.ts";
import { curveNumbers, type NumberIn } from "./curve-numbers.ts";
import { curveFigureLevers } from "./figure-levers.ts";
import { linkNumbers } from "./link-numbers.ts";
import { isLocked, type LeverEntry } from "./lever-entry.ts";

type OneNumber = Omit<NumberIn<Role>, "key"> & { readonly key: string; readonly isMoney?: boolean; readonly held?: string | null };

/** Every number of a role, in the order of the document, then what all its curves have. @param only the one path that is asked for, where it is one */
export function roleLevers(scenario: Scenario, role: Role, locks: readonly string[], only?: string): readonly LeverEntry[] {
  const title = titleOf(role);
  const path = `roles.${role.id}`;
  const numbers = [...ownNumbers(role, scenario), ...hireNumbers(role), ...role.kpis.flatMap((kpi) => kpiNumbers(role, kpi, path, locks)), ...role.links.flatMap((link, index) => linkOf(role, link, index))];
  const ofNumbers = numbers.map(({ key, label, with: changed, ...rest }): LeverEntry => ({
    ...rest,
    path: `${path}.${key}`,
    label: `${label}, ${title}`,
    roleId: role.id,
    write: (value) => ({ ...scenario, roles: scenario.roles.map((each) => (each === role ? changed(value) : each)) }),
  }));
  return [...ofNumbers, ...curveFigureLevers(scenario, role, only)];
}

function ownNumbers(role: Role, scenario: Scenario): readonly OneNumber[] {
  const own = (key: "headcount" | "onTargetEarnings" | "baseShare" | "vacancy" | "payoutCap" | "salesCycleMonths", label: string, spec: ParameterSpec): OneNumber => ({
    key, label, spec, value: role[key], with: (value) => ({ ...role, [key]: value }),
  });
  return [
    own("headcount", "Headcount", PARAMETERS.headcount),
    own("onTargetEarnings", "OTE", PARAMETERS.onTargetEarnings),
    own("baseShare", "Base share", PARAMETERS.baseShare),
    own("vacancy", "Vacancy", PARAMETERS.vacancy),
    { ...own("payoutCap", "Plan cap", PARAMETERS.payoutCap), ...(role.payoutCap === null ? { bindsFrom: planCapBindsFrom(role, scenario) } : {}) },
    own("salesCycleMonths", "Sales cycle", PARAMETERS.salesCycleMonths),
  ];
}

/** New hires and draws: they are in the year as it is paid, and in none of the goals. */
function hireNumbers(role: Role): readonly OneNumber[] {
  const hires = role.newHires.flatMap((hire, index): readonly OneNumber[] => {
    const changed = (next: typeof hire): Role => ({ ...role, newHires: role.newHires.with(index, next) });
    return [
      { key: `newHires[${index}].count`, label: "New hires", spec: PARAMETERS.newHireCount, value: hire.count, with: (count) => changed({ ...hire, count }) },
      { key: `newHires[${index}].startPeriod`, label: "First period of new hires", spec: PARAMETERS.period, value: hire.startPeriod, with: (startPeriod) => changed({ ...hire, startPeriod }) },
      ...hire.ramp.map((share, place): OneNumber => ({
        key: `newHires[${index}].ramp[${place}]`, label: "Ramp of new hires", spec: PARAMETERS.ramp, value: share, with: (value) => changed({ ...hire, ramp: hire.ramp.with(place, value) }),
      })),
    ];
  });
  const { draw } = role;
  if (draw === null) return hires;
  return [
    ...hires,
    { key: "draw.perPeriod", label: "Draw per period", spec: PARAMETERS.drawPerPeriod, value: draw.perPeriod, with: (perPeriod) => ({ ...role, draw: { ...draw, perPeriod } }) },
    { key: "draw.periods", label: "Periods of the draw", spec: PARAMETERS.period, value: draw.periods, with: (periods) => ({ ...role, draw: { ...draw, periods } }) },
  ];
}

function kpiNumbers(role: Role, kpi: Kpi, rolePath: string, locks: readonly string[]): readonly OneNumber[] {
  const key = `kpis.${kpi.id}`;
  const name = nameOf(kpi);
  const changed = (next: Kpi): Role => ({ ...role, kpis: role.kpis.map((each) => (each === kpi ? next : each)) });
  const { outlook } = kpi;
  return [
    weightNumber(role, kpi, name, (id) => isLocked(`${rolePath}.kpis.${id}.weight`, locks)),
    { key: `${key}.target`, label: `Target of ${name}`, spec: PARAMETERS.target, value: kpi.target, isMoney: kpi.unit === "currency", with: (target) => changed({ ...kpi, target }) },
    { key: `${key}.excellence`, label: `Excellence of ${name}`, spec: PARAMETERS.excellence, value: kpi.excellence, with: (excellence) => changed({ ...kpi, excellence }) },
    ...(outlook.shape === "empirical"
      ? []
      : [
          { key: `${key}.outlook.mean`, label: `Average of ${name}`, spec: PARAMETERS.mean, value: outlook.mean, with: (mean: number) => changed({ ...kpi, outlook: { ...outlook, mean } }) },
          { key: `${key}.outlook.spread`, label: `Spread of ${name}`, spec: PARAMETERS.spread, value: outlook.spread, with: (spread: number) => changed({ ...kpi, outlook: { ...outlook, spread } }) },
        ]),
    ...(kpi.curve === null ? [] : numbersOf(kpi, kpi.curve)).map((number): OneNumber => ({
      ...number, key: `${key}.curve.${number.key}`, label: `${number.label} of ${name}`, with: (value) => changed({ ...kpi, curve: number.with(value) }),
    })),
  ];
}

function numbersOf(kpi: Kpi, curve: Curve): readonly NumberIn<Curve>[] {
  return curveNumbers(curve).map((number) => (number.key === "cap" && number.value === null ? { ...number, bindsFrom: capBindsFrom(kpi, curve) } : number));
}

/** A weight takes from and gives to those that are neither locked in the document nor by the call. */
function weightNumber(role: Role, kpi: Kpi, name: string, isHeld: (kpiId: string) => boolean): OneNumber {
  const entries = role.kpis.map((each) => ({ ...each, locked: each.locked || isHeld(each.id) }));
  const moved = (weight: number): readonly Kpi[] => {
    const { weights } = redistributeWeights(entries, kpi.id, basisPoints(weight * WHOLE));
    return role.kpis.map((each, index) => ({ ...each, weight: weights[index]?.weight ?? each.weight }));
  };
  const most = moved(1).find((each) => each.id === kpi.id)?.weight ?? kpi.weight;
  const isStuck = most === kpi.weight && moved(0).find((each) => each.id === kpi.id)?.weight === kpi.weight;
  const label = `Weight of ${name}`;
  const held = !isStuck ? null : kpi.locked ? `${label} is locked.` : kpi.curve === null ? `${name} is measured for a link only and takes no weight.` : "No other weight can give or take.";
  return { key: `kpis.${kpi.id}.weight`, label, spec: PARAMETERS.weight, value: fractionOf(kpi.weight), most: fractionOf(most), held, with: (weight) => ({ ...role, kpis: moved(weight) }) };
}

function linkOf(role: Role, link: Link, index: number): readonly OneNumber[] {
  return linkNumbers(link).map((number) => ({
    ...number, key: `links[${index}].${number.key}`, label: `${number.label} of link ${index + 1}`, with: (value) => ({ ...role, links: role.links.with(index, number.with(value)) }),
  }));
}
