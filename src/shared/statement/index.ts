/** The plan in plain words, and how much there is to explain. The only door of this room. */
export { linkSentence } from "./link-words.ts";
export { planStatement } from "./plan-statement.ts";
export { paragraphsOf } from "./statement.ts";
export type { PlanStatement, StatementFact, StatementSection, StatementSentence } from "./statement.ts";
export { statementText } from "./text.ts";
export { SIMPLICITY_POINTS, simplicity, type SimplicityReading, type SimplicityReason, type SimplicityScale } from "./simplicity.ts";
