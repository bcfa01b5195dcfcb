/** Checks on the scenario as a whole: cost of sales, goals, shared deals, burden. */
import { headline } from "../../engine/index.ts";
import type { Measure, Role } from "../../model/scenario.ts";
import { revenueInWords } from "../../report/ccos-words.ts";
import type { Finding, ScenarioCheck } from "./check.ts";
import { weighted } from "./scorecard.ts";
import { articleSays, counted, evidence, listed, naming, percentText, shownShare } from "./words.ts";

const LEAST_CCOS = 0.03;
const MOST_CCOS = 0.09;

/** Base and incentive of the roles that count ÷ revenue, at target. Below the range is no fault, so it informs. */
export const CCOS: ScenarioCheck = {
  id: "ccos",
  guardrails: ["G24", "G25", "G26", "G27", "G28"],
  look: (scenario) => {
    if (!scenario.roles.some((role) => role.countsInCost)) return [];
    const { ccos, revenueBasis } = headline(scenario);
    const shown = shownShare(ccos ?? 0);
    const field = "bookedRevenue";
    if (ccos === null) return [{ severity: "information", sentence: "There is no revenue to set pay against.", detail: "No booked revenue is given and no KPI of a role that counts is credited revenue.", field }];
    const { sources, text, severity } = evidence("G24", "G25", "G26", "G27", "G28");
    const about = { detail: `Base and incentive at target of the roles that count, without burden, ÷ ${revenueInWords(revenueBasis)}. ${text}`, sources, field };
    const sentence = `CCOS is ${percentText(ccos)} at target; ZS says generally 3–9%.`;
    if (shown > MOST_CCOS) return [{ ...about, severity, sentence }];
    return [{ ...about, severity: shown < LEAST_CCOS ? "information" : "met", sentence }];
  },
};

/** Goals that no KPI with weight supports, or no goals at all. */
export const GOALS: ScenarioCheck = {
  id: "goals",
  guardrails: [],
  look: ({ goals, roles }) => {
    if (roles.length === 0) return [];
    const { sources, text, severity } = articleSays("people must understand what they are paid for and how it ties to the company's goals");
    const about = { detail: text, sources, field: "goals" };
    if (goals.length === 0) return [{ ...about, severity: "information", sentence: "There are no company goals for a KPI to support." }];
    const supported = new Set(roles.flatMap((role) => weighted(role).flatMap((kpi) => kpi.supports)));
    const alone = goals.filter((goal) => !supported.has(goal.id));
    if (alone.length === 0) return [{ ...about, severity: "met", sentence: "Every company goal has a KPI that supports it." }];
    return alone.map((goal): Finding => ({ ...about, about: goal.id, severity, sentence: naming(goal.text.trim() === "" ? "a goal without words" : goal.text, (name) => `No KPI with weight supports: ${name}.`) }));
  },
};

const SHARED_MEASURES: readonly Measure[] = ["bookings", "partner-sourced-revenue", "partner-influenced-revenue"];

/** Account executives and other roles paid on the same deals, without rules of engagement. */
export const SHARED_DEALS: ScenarioCheck = {
  id: "shared-deals",
  guardrails: [],
  look: ({ roles, rulesOfEngagement }) => {
    const paidOnDeals = roles.filter((role) => weighted(role).some((kpi) => SHARED_MEASURES.includes(kpi.measure)));
    const isDirect = (role: Role): boolean => role.archetype === "account-executive";
    const others = paidOnDeals.filter((role) => !isDirect(role));
    if (!paidOnDeals.some(isDirect) || others.length === 0) return [];
    const { sources, text, severity } = articleSays("shared credit or dual compensation on partner-attached deals, with clear rules of engagement");
    const looks = `Looks at KPIs in bookings, sourced and influenced revenue, and at the rules of engagement. Beside the account executive: ${listed(others.map((role) => role.title))}.`;
    const about = { detail: `${looks} ${text}`, sources, field: "rulesOfEngagement" };
    if (rulesOfEngagement.some((rule) => rule.trim() !== "")) return [{ ...about, severity: "met", sentence: "Rules of engagement are written for deals that roles share." }];
    return [{ ...about, severity, sentence: `AE and ${counted(others.length, "other role")} may share deals; no rules of engagement.` }];
  },
};

/** An employer's burden of nothing. The sources are on the United States; in another currency they inform. */
export const BURDEN: ScenarioCheck = {
  id: "burden",
  guardrails: ["G29", "G30", "G31"],
  look: ({ cost, currency, roles }) => {
    if (roles.length === 0 || cost.burdenOnVariable > 0) return [];
    const all = cost.burdenOnBase === 0 && cost.fixedPerHead === 0;
    const { sources, text, severity } = all ? evidence("G29", "G30", "G31") : evidence("G31");
    const sentence = all ? "There is no burden on pay; SCORE says cost is 1.25–1.4× salary." : "Burden on incentive is 0%; in the US, payroll tax is 7.65% at first.";
    return [{ severity: currency === "USD" ? severity : "information", sentence, detail: `The sources are on the United States. ${text}`, sources, field: all ? "burdenOnBase" : "burdenOnVariable" }];
  },
};
