/** What shape a curve has: presets, kind, how it starts at its threshold, how tiers count, what it does at the end. */
import { useState, type ReactElement } from "react";
import { convertCurve, thresholdKindOf, withCap, withThresholdKind, withTierBasis, type ThresholdKind } from "#shared/editing/index.ts";
import { compileCurve, curveTraits } from "#shared/engine/index.ts";
import { CURVE_PRESETS } from "#shared/library/index.ts";
import { PARAMETERS } from "#shared/model/parameters.ts";
import type { Curve, CurveKind } from "#shared/model/scenario.ts";
import { formatPercent } from "#shared/report/format.ts";
import { Button } from "../../controls/Button.tsx";
import { Checkbox } from "../../controls/Checkbox.tsx";
import { Dialog } from "../../controls/Dialog.tsx";
import type { Gesture } from "../../controls/gesture.ts";
import { NumberField } from "../../controls/NumberField.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { Select } from "../../controls/Select.tsx";
import { CURVE_KIND_NAMES, THRESHOLD_KIND_NAMES, TIER_BASIS_NAMES } from "./words.ts";

type CurveShapeProps = {
  readonly curve: Curve;
  readonly onChange: (label: string, curve: Curve) => void;
  readonly gesture: Gesture<Curve>;
};

/** The cap a curve gets when it is first capped: twice what it pays at target, as a number to start from. */
const FIRST_CAP = 2;

export function CurveShape({ curve, onChange, gesture }: CurveShapeProps): ReactElement {
  const [asking, setAsking] = useState<Curve | null>(null);
  const thresholdKind = thresholdKindOf(curve);
  const capGesture: Gesture<number> = { ...gesture, move: (cap) => gesture.move(withCap(curve, cap)) };

  const changeKind = (kind: CurveKind): void => {
    const converted = convertCurve(curve, kind);
    if (converted.exact) onChange("kind of curve", converted.curve);
    else setAsking(converted.curve);
  };

  return (
    <>
      <Popover label="Shape of the curve" align="end" buttonLook trigger={shapeName(curve)}>
        <div className="details">
          <Select
            label="Start from a preset"
            showLabel
            value=""
            placeholder="Choose…"
            options={CURVE_PRESETS.map((preset) => ({ value: preset.id, label: preset.name, hint: preset.help }))}
            onChange={(id) => {
              const preset = CURVE_PRESETS.find((each) => each.id === id);
              if (preset !== undefined) onChange(`preset ${preset.name}`, preset.curve);
            }}
          />
          <Select label="Kind" showLabel value={curve.kind} options={(Object.keys(CURVE_KIND_NAMES) as CurveKind[]).map((value) => ({ value, label: CURVE_KIND_NAMES[value] }))} onChange={changeKind} />
          {curve.kind === "points" && thresholdKind !== null ? (
            <>
              <Select
                label="At the threshold"
                showLabel
                value={thresholdKind}
                options={(Object.keys(THRESHOLD_KIND_NAMES) as ThresholdKind[]).map((value) => ({ value, label: THRESHOLD_KIND_NAMES[value] }))}
                onChange={(kind) => onChange("threshold", withThresholdKind(curve, kind))}
              />
              <Select
                label="Above the last point"
                showLabel
                value={curve.above}
                options={[
                  { value: "extend" as const, label: "Goes on at the last slope" },
                  { value: "flat" as const, label: "Stays flat" },
                ]}
                onChange={(above) => onChange("end of the curve", { ...curve, above })}
              />
            </>
          ) : null}
          {curve.kind === "tiers" ? (
            <Select
              label="Rates count"
              showLabel
              value={curve.basis}
              options={(["marginal", "whole", "excess"] as const).map((value) => ({ value, label: TIER_BASIS_NAMES[value] }))}
              onChange={(basis) => onChange("how tiers count", withTierBasis(curve, basis))}
            />
          ) : null}
          <Checkbox label="Capped" checked={curve.cap !== null} onChange={(on) => onChange(on ? "add a cap" : "remove the cap", withCap(curve, on ? Math.max(FIRST_CAP, curveTraits(compileCurve(curve)).payoutAtTarget) : null))} />
          {curve.cap === null ? null : (
            <NumberField label="Cap, most it pays" showLabel width={60} kind="percent" value={curve.cap} format={(value) => formatPercent(value)} {...PARAMETERS.cap} gesture={capGesture} />
          )}
        </div>
      </Popover>
      {asking === null ? null : (
        <Dialog
          title={`Change to ${CURVE_KIND_NAMES[asking.kind].toLowerCase()}?`}
          onClose={() => setAsking(null)}
          actions={
            <>
              <Button onPress={() => setAsking(null)}>Cancel</Button>
              <Button
                primary
                onPress={() => {
                  onChange("kind of curve", asking);
                  setAsking(null);
                }}
              >
                Change
              </Button>
            </>
          }
        >
          <p>This kind cannot draw exactly the same curve. The closest one is used; undo brings this one back.</p>
        </Dialog>
      )}
    </>
  );
}

function shapeName(curve: Curve): string {
  if (curve.kind === "tiers") return `Tiers, ${curve.basis}`;
  if (curve.kind !== "points") return CURVE_KIND_NAMES[curve.kind];
  const kind = thresholdKindOf(curve);
  return kind === null ? "Points" : THRESHOLD_KIND_NAMES[kind];
}
