/** Where people land: as plans are designed, as was observed, or by the person's own numbers; with what each rests on. */
import { useMemo, type ReactElement } from "react";
import { outlooksOf, withOutlooks } from "#shared/editing/index.ts";
import { DESIGNED, OBSERVED, type PresetEvidence } from "#shared/guidance/index.ts";
import { Popover } from "../../controls/Popover.tsx";
import { SegmentedControl } from "../../controls/SegmentedControl.tsx";
import { Statements } from "../../explain/Statements.tsx";
import { edit } from "../../state/document-store.ts";
import { sessionStore } from "../../state/session-store.ts";
import { useSavedScenario, useScenario, useSession } from "../../state/use-stores.ts";
import { presetOf, withPreset, type Preset } from "./presets.ts";

const OPTIONS: readonly { readonly value: Preset; readonly label: string }[] = [
  { value: "designed", label: "Designed" },
  { value: "observed", label: "Observed" },
  { value: "own", label: "Own" },
];

const MEANS: Readonly<Record<Preset, string>> = {
  designed: "65% reach target, 10% excellence. That needs a mean above 100%.",
  observed: "33% reach target. Weak evidence.",
  own: "By your own numbers.",
};

export function PresetChoice(): ReactElement {
  const scenario = useScenario();
  const saved = useSavedScenario();
  const kept = useSession((session) => session.ownOutlooks);
  const preset = useMemo(() => presetOf(scenario), [scenario]);

  function choose(next: Preset): void {
    if (next === "own") {
      const own = kept ?? (saved === null ? null : outlooksOf(saved));
      if (own !== null) edit("own attainment", "outlook/preset", (current) => withOutlooks(current, own));
      // With nothing of one's own yet, this is where it begins.
      document.querySelector<HTMLElement>('[data-control="outlook/average"]')?.focus();
      return;
    }
    if (preset === "own") sessionStore.setState({ ownOutlooks: outlooksOf(scenario) });
    edit(next === "designed" ? "attainment as designed" : "attainment as observed", "outlook/preset", (current) => withPreset(current, next));
  }

  return (
    <div className="preset" data-control="outlook/preset" tabIndex={-1}>
      <SegmentedControl label="Where people land" value={preset} options={OPTIONS} onChange={choose} />
      <p className="assumption__note">
        {MEANS[preset]}{" "}
        <Popover label="Sources of the presets" trigger={<span className="link-text">Sources</span>}>
          <div className="sources">
            <Evidence title="As designed" of={DESIGNED} />
            <Evidence title="As observed (weak evidence)" of={OBSERVED} />
            <p className="sources__note">A preset sets the mean, or mean and spread, of every KPI. KPIs with imported attainments keep them, and so do those whose excellence is not above target.</p>
          </div>
        </Popover>
      </p>
    </div>
  );
}

function Evidence({ title, of: { statements, caveat } }: { readonly title: string; readonly of: PresetEvidence }): ReactElement {
  return (
    <>
      <h3 className="type-column-head">{title}</h3>
      <Statements of={statements} />
      <p className="sources__note">{caveat}</p>
    </>
  );
}
