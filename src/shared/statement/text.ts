/** A statement as plain text, for a mail or a document. */
import type { PlanStatement } from "./statement.ts";

/** Title, then each section's title with its sentences below, as a paragraph or a list; blank lines between them. */
export function statementText({ title, sections }: PlanStatement): string {
  const parts = sections.map(({ title: heading, isList, sentences }) => {
    const texts = sentences.map((sentence) => sentence.text);
    return `${heading}\n${isList ? texts.map((text) => `- ${text}`).join("\n") : texts.join(" ")}`;
  });
  return `${[title, ...parts].join("\n\n")}\n`;
}
