/** The sources behind the recommended bands, each with its own value: a span is never one source's alone. */
import { Fragment, type ReactElement } from "react";
import type { SplitBand } from "#shared/guidance/index.ts";
import { Popover } from "../../controls/Popover.tsx";
import { Statements } from "../../explain/Statements.tsx";

type SourceListProps = { readonly title: string; readonly bands: readonly SplitBand[]; readonly reading: string };

export function SourceList({ title, bands, reading }: SourceListProps): ReactElement {
  const names = [...new Set(bands.flatMap((band) => band.sources.map((source) => source.publisher)))];
  return (
    <div className="mix__sources">
      <Popover label={title} align="end" trigger={
          <span className="mix__source-names">
            <span className="wide-only">Sources: {names.join(", ")}</span>
            <span className="narrow-only">{names.length} sources</span>
          </span>
        }>
        <div className="sources">
          <p>{reading}</p>
          {bands.map((band) => (
            <Fragment key={`${band.label}-${band.from}`}>
              <h3 className="type-column-head">{band.label}</h3>
              <Statements of={band.sources} />
            </Fragment>
          ))}
          <p className="sources__note">Bands inform; they never block a value.</p>
        </div>
      </Popover>
    </div>
  );
}
