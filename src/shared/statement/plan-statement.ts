/** The plan of one role in plain words, for the person who is paid by it. */
import type { Focus, Role, Scenario } from "../model/scenario.ts";
import { kpiSection } from "./kpi-words.ts";
import { linkSentences } from "./link-words.ts";
import { exampleSentences, limitSentences, mostIncentive, paySentences } from "./pay-words.ts";
import { startSentences, whenSentences } from "./payment-words.ts";
import { say, type PlanStatement, type StatementSection, type StatementSentence } from "./statement.ts";
import { subjectOf, type Subject } from "./subject.ts";
import { asPhrase, asSentence, isSaid, listed } from "./words.ts";

const FOCUS_WORDS: Readonly<Record<Focus, string>> = {
  pipeline: "pipeline",
  revenue: "revenue",
  enablement: "enablement of partners",
  strategic: "strategic relationships",
  operations: "operations",
};

/**
 * What a plan says to the person it pays, section by section: the role, the pay, every KPI with its curve in money, the
 * links, the limits, the dates, worked examples and rules (docs/plan-statement.md). Read off the engine's own forms, in
 * the document's currency; sections without anything to say are left out. Valid documents only.
 */
export function planStatement(role: Role, scenario: Scenario): PlanStatement {
  const subject = subjectOf(role, scenario);
  const sections: StatementSection[] = [
    { id: "role", title: "What this role drives", isList: false, sentences: roleSentences(subject) },
    { id: "pay", title: "Your pay", isList: false, sentences: paySentences(subject) },
    ...role.kpis.map((kpi, index) => kpiSection(subject, kpi, index)),
    { id: "links", title: "How measures act on one another", isList: true, sentences: linkSentences(subject) },
    { id: "limit", title: "The most you can earn", isList: false, sentences: limitSentences(subject) },
    { id: "when", title: "When you are paid", isList: false, sentences: whenSentences(subject) },
    { id: "start", title: "New hires and draws", isList: true, sentences: startSentences(subject) },
    { id: "examples", title: "What a year would pay", isList: true, sentences: exampleSentences(subject) },
    { id: "rules", title: "Rules of engagement", isList: true, sentences: ruleSentences(scenario) },
  ];
  return {
    roleId: role.id,
    title: `${isSaid(role.title) ? asPhrase(role.title) : "This role"}, fiscal year ${scenario.fiscalYear}`,
    sections: sections.filter((section) => section.sentences.length > 0),
    mostIncentive: mostIncentive(subject),
  };
}

function roleSentences({ role }: Subject): readonly StatementSentence[] {
  const own = isSaid(role.drives) ? [say(asSentence(role.drives))] : [];
  const also = role.alsoDrives.filter((focus) => focus !== role.focus);
  const focus = `The main focus is ${FOCUS_WORDS[role.focus]}${also.length === 0 ? "" : `; the role also drives ${listed(also.map((each) => FOCUS_WORDS[each]))}`}.`;
  return [...own, say(focus), say(role.quotaCarrying ? "The role carries a quota." : "The role carries no quota.")];
}

function ruleSentences({ rulesOfEngagement }: Scenario): readonly StatementSentence[] {
  return rulesOfEngagement.filter(isSaid).map((rule) => say(asSentence(rule)));
}
