/** A statement as plain text, for a mail or a document. */
import { paragraphsOf, type PlanStatement } from "./statement.ts";

/** Title, then each section's title with its paragraphs or its list below; blank lines between sections. Its mark begins no formula. */
export function statementText({ title, sections }: PlanStatement): string {
  const parts = sections.map((section) => [section.title, ...paragraphsOf(section).map((text) => (section.isList ? `• ${text}` : text))].join("\n"));
  return `${[title, ...parts].join("\n\n")}\n`;
}
