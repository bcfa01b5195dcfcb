/** The figures of the whole company that a goal can be set for. */
import { createSimulator, expectedCcos, expectedCost, headline, type CostParts, type SimulationOutcome } from "../../engine/index.ts";
import type { Scenario } from "../../model/scenario.ts";

/**
 * Reads a figure off a scenario; null where it has none. `years` limits the simulated years to the first ones; without it all
 * that the document asks for. Nothing else depends on it.
 */
export type MetricReader = (scenario: Scenario, years?: number) => number | null;

/** Minor units, a fraction, or a multiple of something. */
export type FigureKind = "money" | "share" | "multiple";

type CompanyFigure = {
  /** In a list of figures. */
  readonly title: string;
  /** Inside a sentence. */
  readonly words: string;
  readonly kind: FigureKind;
  /** Whether reading it simulates years. */
  readonly simulates: (scenario: Scenario) => boolean;
  readonly reader: () => MetricReader;
};

/** Every goal that is of no single role: the choice in the window, the command line and every sentence read this table. */
export const COMPANY_FIGURES = {
  expectedCost: { title: "Expected cost", words: "expected cost", kind: "money", simulates: hasNoClosedForm, reader: () => expectedReader((_, { cost }) => cost) },
  costAtTarget: { title: "Cost at target", words: "cost at target", kind: "money", simulates: () => false, reader: () => (scenario) => headline(scenario).costAtTarget },
  p90: { title: "P90 of the cost", words: "P90", kind: "money", simulates: () => true, reader: p90Reader },
  ccos: { title: "CCOS at target", words: "CCOS at target", kind: "share", simulates: () => false, reader: () => (scenario) => headline(scenario).ccos },
  expectedCcos: { title: "Expected CCOS", words: "expected CCOS", kind: "share", simulates: hasNoClosedForm, reader: () => expectedReader((scenario, pay) => expectedCcos(scenario, pay).ccos) },
} as const satisfies Readonly<Record<string, CompanyFigure>>;

export type CompanyMetric = keyof typeof COMPANY_FIGURES;

/** Whether a text names a figure of the company. */
export function isCompanyMetric(text: string): text is CompanyMetric {
  return Object.hasOwn(COMPANY_FIGURES, text);
}

function hasNoClosedForm(scenario: Scenario): boolean {
  return expectedCost(scenario).total === null;
}

/** A figure of the expected cost, simulated only where it must be. */
function expectedReader(figureOf: (scenario: Scenario, expected: CostParts) => number | null): MetricReader {
  const simulated = simulatedYears();
  return (scenario, years) => {
    const expected = expectedCost(scenario).total ?? simulated(scenario, years)?.expected;
    return expected === undefined ? null : figureOf(scenario, expected);
  };
}

function p90Reader(): MetricReader {
  const simulated = simulatedYears();
  return (scenario, years) => simulated(scenario, years)?.p90 ?? null;
}

/** The years of one scenario after another, on the same draws. */
function simulatedYears(): (scenario: Scenario, years?: number) => SimulationOutcome | null {
  const simulator = createSimulator();
  return (scenario, years = scenario.outlook.trials) => {
    simulator.begin(scenario, Math.min(years, scenario.outlook.trials));
    while (simulator.advance());
    return simulator.outcome();
  };
}
