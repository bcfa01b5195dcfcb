/** The one answer to "why this number", beside the number that was asked about. While it is pinned it follows every change. */
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, type KeyboardEvent, type ReactElement } from "react";
import { explain, type Explanation } from "#shared/engine/index.ts";
import type { Scenario } from "#shared/model/scenario.ts";
import { pasteableLines } from "#shared/report/pasteable.ts";
import { copyText } from "../controls/clipboard.ts";
import { Floating } from "../controls/Floating.tsx";
import { setPinned, stopAsking, type AskedFigure } from "../state/explain-store.ts";
import { useDocument, useExplain, useSession } from "../state/use-stores.ts";
import { showToast } from "../state/window-store.ts";
import { ExplainPanel } from "./ExplainPanel.tsx";
import { controlsBehind, markExplained, type InputOrigin } from "./explained-controls.ts";
import { goToControl, goToPlace } from "./go-to-place.ts";
import { explanationText, valueText } from "./trace-words.ts";

/** Saving and undoing stay in reach. */
const TITLE_BAR = 44;
const NONE: ReadonlySet<string> = new Set();

export function ExplainPopover(): ReactElement | null {
  const asked = useExplain((state) => state.asked);
  const scenario = useDocument((state) => state.open?.scenario ?? null);
  return asked === null || scenario === null ? null : <Asked asked={asked} scenario={scenario} />;
}

function Asked({ asked, scenario }: { readonly asked: AskedFigure; readonly scenario: Scenario }): ReactElement {
  const pinned = useExplain((state) => state.pinned);
  const { question, opener, anchor } = asked;
  const explanation = useMemo(() => explain(scenario, question), [scenario, question]);
  const text = asked.text ?? (explanation === null ? "this figure" : valueText(explanation.root, scenario));
  const panel = useRef<HTMLDivElement>(null);
  const beside = useMemo(() => ({ current: anchor }), [anchor]);
  useLayoutEffect(() => {
    anchor.toggleAttribute("data-asked", true);
    return () => void anchor.toggleAttribute("data-asked", false);
  }, [anchor]);
  useMarks(explanation, asked, scenario);

  useEffect(() => panel.current?.focus({ preventScroll: true }), [asked.owner, anchor]);

  const close = useEffectEvent((focus: "back" | "leave") => {
    stopAsking();
    if (focus === "back") opener.focus();
  });
  const isOutside = useEffectEvent((target: EventTarget | null) => !(target instanceof Node) || (panel.current?.contains(target) !== true && !opener.contains(target)));
  const isPinned = useEffectEvent(() => pinned);
  const holdsFocus = useEffectEvent(() => panel.current?.contains(document.activeElement) === true || document.activeElement === opener);

  useEffect(() => {
    function closeOutside(event: PointerEvent): void {
      if (!isPinned() && isOutside(event.target)) close("leave");
    }
    /** Where the focus is in here, Esc is for this and for nothing under it. */
    function closeOwn(event: globalThis.KeyboardEvent): void {
      if (event.key !== "Escape" || !holdsFocus()) return;
      event.preventDefault();
      event.stopPropagation();
      close("back");
    }
    /** Elsewhere it is first for what is being typed or dragged, and for a panel that holds the focus. */
    function closeFromElsewhere(event: globalThis.KeyboardEvent): void {
      if (event.key !== "Escape" || event.defaultPrevented || document.activeElement?.closest("[role='dialog'], dialog") != null) return;
      event.preventDefault();
      close("back");
    }
    document.addEventListener("pointerdown", closeOutside, { capture: true });
    document.addEventListener("keydown", closeOwn, { capture: true });
    document.addEventListener("keydown", closeFromElsewhere);
    return () => {
      document.removeEventListener("pointerdown", closeOutside, { capture: true });
      document.removeEventListener("keydown", closeOwn, { capture: true });
      document.removeEventListener("keydown", closeFromElsewhere);
    };
  }, []);

  /** What a link leads to is never left hidden under the answer. */
  function uncover(control: Element): void {
    const box = panel.current?.getBoundingClientRect();
    const reached = control.getBoundingClientRect();
    if (box === undefined) return;
    if (reached.left < box.right && box.left < reached.right && reached.top < box.bottom && box.top < reached.bottom) stopAsking();
  }

  function go(origin: NonNullable<InputOrigin>): void {
    if ("control" in origin) goToControl(origin.control, uncover);
    else goToPlace(origin.place, uncover);
  }

  async function copy(): Promise<void> {
    if (explanation === null) return;
    const copied = await copyText(pasteableLines(explanationText(text, question, explanation, scenario)));
    showToast(copied ? "Explanation copied" : "The explanation could not be copied");
  }

  return (
    <Floating anchor={beside} sides={["right", "left", "below", "above"]} align="center" gap={14} below={TITLE_BAR} pointed keepsPanels className="explain-layer">
      <div ref={panel} className="explain" role="dialog" aria-label={`Why ${text}?`} tabIndex={-1} onKeyDown={(event: KeyboardEvent<HTMLElement>) => leaveByTab(event, opener)}>
        <ExplainPanel key={asked.owner} text={text} explanation={explanation} context={{ scenario, asked, onGo: go }} pinned={pinned} onPin={setPinned} onCopy={() => void copy()} onClose={() => {
          stopAsking();
          opener.focus();
        }} />
      </div>
    </Floating>
  );
}

/** Outlines the controls behind the figure while it is explained. */
function useMarks(explanation: Explanation | null, asked: AskedFigure, scenario: Scenario): void {
  const roleId = useSession((session) => session.roleId);
  const tab = useSession((session) => session.planTab);
  const controls = useMemo(() => (explanation === null ? NONE : controlsBehind(explanation.root, asked, scenario)), [explanation, asked, scenario]);
  useLayoutEffect(() => markExplained(controls), [controls, roleId, tab]);
  useEffect(() => () => markExplained(NONE), []);
}

/** The panel is drawn far from the number it belongs to: Tab goes back to the number from either end. */
function leaveByTab(event: KeyboardEvent<HTMLElement>, opener: HTMLElement | SVGElement): void {
  if (event.key !== "Tab") return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("button:not(:disabled)")];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  if (document.activeElement !== edge && !(event.shiftKey && document.activeElement === event.currentTarget)) return;
  event.preventDefault();
  opener.focus();
}
