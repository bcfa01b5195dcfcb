// @vitest-environment jsdom
/** Both charts in a page: what a drag renders, and what pointer and keys do. */
import { act, createElement, Profiler, useEffect, useState, type ComponentType, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { compileCurve, curveLine, curveTraits, distributionOf, factorAt } from "#shared/engine/index.ts";
import type { Curve, PointsCurve } from "#shared/model/scenario.ts";
import type { Gesture } from "../controls/gesture.ts";
import { CostChart } from "./CostChart.tsx";
import { PayoutChart } from "./PayoutChart.tsx";

const counted = vi.hoisted(() => ({ renders: 0 }));

/** Each recharts part reports whenever anything inside it renders. */
vi.mock("recharts", async (importOriginal) => {
  const real = await importOriginal<Record<string, ComponentType<object>>>();
  const watched = (name: string): ((props: object) => ReactNode) => function Watched(props) {
    const part = real[name];
    return createElement(Profiler, { id: name, onRender: () => (counted.renders += 1) }, part === undefined ? null : createElement(part, props));
  };
  return { ...real, CartesianGrid: watched("CartesianGrid"), XAxis: watched("XAxis"), YAxis: watched("YAxis") };
});

const START: PointsCurve = {
  kind: "points", below: "zero", above: "flat", cap: null,
  points: [{ attainment: 0.7, payout: 0.4 }, { attainment: 1, payout: 1 }, { attainment: 1.3, payout: 2.5 }],
};
const LANDING = distributionOf({ shape: "normal", mean: 1, spread: 0.3 });
const WIDTH = 512;
const HEIGHT = 300;

let root: Root;
let page: HTMLElement;
let shown: Curve = START;
const said: string[] = [];
const gestures: string[] = [];

function Page(): ReactNode {
  const [curve, setCurve] = useState<Curve>(START);
  const [start, setStart] = useState<Curve | null>(null);
  useEffect(() => {
    shown = curve;
  }, [curve]);
  const gesture: Gesture<Curve> = {
    begin: (source) => {
      gestures.push(`begin ${source}`);
      setStart(curve);
    },
    move: setCurve,
    commit: () => {
      gestures.push("commit");
      setStart(null);
    },
    cancel: () => {
      gestures.push("cancel");
      setCurve(start ?? curve);
      setStart(null);
    },
  };
  const change = (label: string, next: Curve): void => {
    said.push(label);
    setCurve(next);
  };
  const pays = factorAt(compileCurve(curve), 1.2);
  const cost = [0.5, 1.5].map((attainment) => ({ attainment, base: 5e8, burden: 1e8, incentive: attainment * pays * 1e8 }));
  return (
    <>
      <PayoutChart
        title="Payout curve" curve={curve} savedCurve={START} roleLine={null} linkedLines={[]} faults={null} currency="USD" whatIf={[{ name: "Sourced", attainment: 1.2, payout: pays }]}
        excellence={1.3} spread={{ distribution: LANDING, threshold: curveTraits(compileCurve(curve)).threshold, isDrawn: true }} settled={start === null} gesture={gesture} onChange={change}
      />
      <CostChart title="Company cost" points={cost} budget={8e8} crossing={null} currency="USD" settled={start === null} summary="All of it." />
    </>
  );
}

beforeAll(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("ResizeObserver", class {
    observe(): void { /* Sizes stay as they are. */ }
    disconnect(): void { /* Nothing to stop. */ }
  });
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => {
    callback();
    return 0;
  });
});

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(WIDTH);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(HEIGHT);
  Object.assign(SVGElement.prototype, { setPointerCapture: () => undefined });
  said.length = 0;
  gestures.length = 0;
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
  act(() => root.render(<Page />));
});

afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

function handle(name: string): SVGGElement {
  const found = page.querySelector<SVGGElement>(`[role="slider"][aria-label="${name}"]`);
  if (found === null) throw new Error(`No handle ${name}`);
  return found;
}

function placeOf(element: SVGGElement): { x: number; y: number } {
  const [x, y] = /translate\(([\d.-]+),([\d.-]+)\)/.exec(element.getAttribute("transform") ?? "")!.slice(1).map(Number);
  return { x: x!, y: y! };
}

function point(element: Element, type: string, x: number, y: number): void {
  act(() => void element.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, isPrimary: true, button: 0, clientX: x, clientY: y })));
}

function press(element: Element, key: string, more: KeyboardEventInit = {}): void {
  act(() => void element.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, key, ...more })));
}

function curvePath(): string {
  return page.querySelector(".curve-line:not(.jump)")?.getAttribute("d") ?? "";
}

describe("a drag", () => {
  it("redraws both charts' lines and no part of recharts", () => {
    const excellence = handle("Excellence");
    const from = placeOf(excellence);
    point(excellence, "pointerdown", from.x, from.y);
    const before = counted.renders;
    const drawn = new Set<string>();
    const costs = new Set<string>();
    for (let step = 1; step <= 30; step += 1) {
      point(excellence, "pointermove", from.x + step, from.y + step * 2);
      drawn.add(curvePath());
      costs.add(page.querySelector(".cost-edge.within")?.getAttribute("d") ?? "");
    }
    expect(drawn.size).toBeGreaterThan(20);
    expect(costs.size).toBeGreaterThan(20);
    expect(counted.renders).toBe(before);
  });

  it("moves the threshold's cut and the share below it with each step, on a density that stands still", () => {
    const threshold = handle("Threshold");
    const from = placeOf(threshold);
    const cut = (): number => Number(page.querySelector(".spread-cut")?.getAttribute("x1"));
    const shares = (): readonly (string | null)[] => [...page.querySelectorAll(".spread-share")].map((share) => share.textContent);
    expect(shares()).toEqual(["16%", "34%", "34%", "16%"]);
    point(threshold, "pointerdown", from.x, from.y);
    const before = counted.renders;
    for (const step of [8, 16, 24]) {
      point(threshold, "pointermove", from.x + step, from.y);
      expect(cut()).toBeCloseTo(placeOf(threshold).x, 0);
    }
    expect(Number.parseInt(shares()[0] ?? "", 10)).toBeGreaterThan(16);
    expect(shares().slice(2)).toEqual(["34%", "16%"]);
    expect(counted.renders).toBe(before);
  });

  it("leaves the scale alone, and adjusts it on release", () => {
    const excellence = handle("Excellence");
    const from = placeOf(excellence);
    const labels = (): string => [...page.querySelectorAll("figure:first-child .axis-label")].map((label) => label.textContent).join();
    const atRest = labels();
    const before = counted.renders;
    point(excellence, "pointerdown", from.x, from.y);
    point(excellence, "pointermove", from.x, from.y - 400);
    expect(labels()).toBe(atRest);
    expect(page.querySelector(".payout-layer .exit-arrow")).not.toBeNull();
    expect(excellence.querySelector(".beyond")).not.toBeNull();
    point(excellence, "pointerup", from.x, from.y - 400);
    expect(labels()).not.toBe(atRest);
    expect(page.querySelector(".payout-layer .exit-arrow")).toBeNull();
    expect(counted.renders).toBeGreaterThan(before);
  });

  it("is one gesture, from the curve as it was taken hold of", () => {
    const excellence = handle("Excellence");
    const from = placeOf(excellence);
    point(excellence, "pointerdown", from.x, from.y);
    point(excellence, "pointermove", from.x + 50, from.y);
    expect(shown).not.toEqual(START);
    point(excellence, "pointermove", from.x, from.y);
    expect(shown).toEqual(START);
    point(excellence, "pointerup", from.x, from.y);
    expect(gestures).toEqual(["begin pointer", "commit"]);
  });

  it("takes the nearest handle where two targets overlap", () => {
    const target = handle("Target");
    const excellence = placeOf(handle("Excellence"));
    point(target, "pointerdown", excellence.x + 2, excellence.y);
    point(target, "pointermove", excellence.x + 2, excellence.y + 20);
    expect(shown).toMatchObject({ points: [START.points[0], START.points[1], { attainment: 1.3 }] });
    expect(shown).not.toEqual(START);
  });

  it("goes back on Esc, and the release that follows changes nothing", () => {
    const excellence = handle("Excellence");
    const from = placeOf(excellence);
    point(excellence, "pointerdown", from.x, from.y);
    point(excellence, "pointermove", from.x + 50, from.y + 20);
    press(excellence, "Escape");
    expect(shown).toEqual(START);
    point(excellence, "pointermove", from.x + 90, from.y);
    point(excellence, "pointerup", from.x + 90, from.y);
    expect(shown).toEqual(START);
    expect(gestures).toEqual(["begin pointer", "cancel"]);
  });
});

describe("the keyboard on a handle", () => {
  it.each([
    { key: "ArrowRight", more: {}, place: { attainment: 1.31, payout: 2.5 } },
    { key: "ArrowLeft", more: { shiftKey: true }, place: { attainment: 1.2, payout: 2.5 } },
    { key: "ArrowUp", more: {}, place: { attainment: 1.3, payout: 2.51 } },
    { key: "ArrowDown", more: { shiftKey: true }, place: { attainment: 1.3, payout: 2.4 } },
    { key: "PageUp", more: {}, place: { attainment: 1.3, payout: 2.55 } },
    { key: "PageDown", more: {}, place: { attainment: 1.3, payout: 2.45 } },
    { key: "Home", more: {}, place: { attainment: 1.01, payout: 2.5 } },
    { key: "End", more: {}, place: { attainment: 1.6, payout: 2.5 } },
  ])("$key moves it", ({ key, more, place }) => {
    press(handle("Excellence"), key, more);
    expect(shown).toMatchObject({ points: [START.points[0], START.points[1], place] });
    expect(gestures).toEqual(["begin keys", "commit"]);
  });

  it("says where the handle is", () => {
    press(handle("Excellence"), "ArrowUp");
    expect(handle("Excellence").getAttribute("aria-valuetext")).toBe("Excellence, 130 percent attainment pays 251 percent");
  });

  it("leaves no step where the handle cannot go", () => {
    press(handle("Target"), "ArrowRight");
    expect(gestures).toEqual([]);
  });

  it("removes with Delete and gives the focus to a neighbour", () => {
    const excellence = handle("Excellence");
    act(() => excellence.focus());
    press(excellence, "Delete");
    expect(said).toEqual(["remove Excellence"]);
    expect(shown).toMatchObject({ points: START.points.slice(0, 2) });
    expect(document.activeElement).toBe(handle("Target"));
  });

  it("adds with plus, halfway to the next, and gives it the focus", () => {
    press(handle("Target"), "+");
    expect(said).toEqual(["add a point"]);
    expect(shown).toMatchObject({ points: [{}, {}, { attainment: 1.15 }, {}] });
    expect(curveLine(compileCurve(shown), 1.1, 1.2)).toHaveLength(3);
    expect(factorAt(compileCurve(shown), 1.15)).toBeCloseTo(1.75, 9);
    expect(document.activeElement?.getAttribute("aria-valuetext")).toContain("115 percent");
  });
});

describe("the plot", () => {
  const plot = (): Element => page.querySelector(".payout-layer .probe-surface")!;

  it("adds a point where the line is double-clicked, and nowhere else", () => {
    const line = placeOf(handle("Target"));
    act(() => void plot().dispatchEvent(new MouseEvent("dblclick", { bubbles: true, clientX: line.x + 40, clientY: line.y + 90 })));
    expect(said).toEqual([]);
    const next = placeOf(handle("Excellence"));
    act(() => void plot().dispatchEvent(new MouseEvent("dblclick", { bubbles: true, clientX: (line.x + next.x) / 2, clientY: (line.y + next.y) / 2 })));
    expect(said).toEqual(["add a point"]);
  });

  it("says each corner as the arrow keys walk them", () => {
    const spoken = (): string => page.querySelector("figure [aria-live]")?.textContent ?? "";
    press(plot(), "ArrowRight");
    press(plot(), "ArrowRight");
    press(plot(), "ArrowRight");
    expect(spoken()).toBe("Curve, 70 percent attainment pays 40 percent");
    expect(page.querySelector(".readout")?.textContent).toBe("70% pays 40%");
    press(plot(), "ArrowDown");
    expect(spoken()).toBe("What if, Sourced, 120 percent attainment pays 200 percent");
    press(plot(), "Escape");
    expect(page.querySelector(".readout")).toBeNull();
  });

  it("swaps with the table on T, in its own frame only", () => {
    press(plot(), "t");
    const tables = page.querySelectorAll("figure table");
    expect(tables).toHaveLength(1);
    expect(tables[0]?.textContent).toContain("Threshold");
    const field = page.querySelector("figure")!.appendChild(document.createElement("input"));
    press(field, "t");
    expect(page.querySelectorAll("figure table")).toHaveLength(1);
    field.remove();
    press(page.querySelector("figure")!, "T");
    expect(page.querySelectorAll("figure table")).toHaveLength(0);
  });
});
