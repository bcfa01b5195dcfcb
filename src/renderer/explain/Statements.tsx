/** What published sources say: each with its publisher, value, reliability, title and address. Addresses are text: nothing opens a network. */
import type { ReactElement } from "react";
import type { SourceTag, Statement } from "#shared/guidance/index.ts";

/** How far a source carries, in words. */
const TAG_WORDS: Readonly<Record<SourceTag, string>> = {
  A: "primary source or named consultancy",
  B: "vendor or practitioner",
  C: "second-hand",
};

export function Statements({ of: statements }: { readonly of: readonly Statement[] }): ReactElement {
  return (
    <ul>
      {statements.map((statement, index) => (
        <li key={index}>
          <span>
            <strong>{statement.publisher}</strong>, {TAG_WORDS[statement.tag]}
          </span>
          <span>{statement.value}</span>
          <span className="sources__title">{statement.source.title}</span>
          <span className="sources__address">{statement.source.url}</span>
        </li>
      ))}
    </ul>
  );
}
