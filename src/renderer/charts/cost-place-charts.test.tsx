// @vitest-environment jsdom
/** Yearly cost and sensitivities in a page: what stands still while something moves, and what pointer and keys do. */
import { act } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { roundMinor } from "#shared/units/money.ts";
import { TornadoChart } from "./TornadoChart.tsx";
import { YearlyCostChart } from "./YearlyCostChart.tsx";

const M = 1e8;
let root: Root;
let page: HTMLElement;
const chosen: string[] = [];

function yearsFrom(low: number): Float64Array {
  return Float64Array.from({ length: 2_000 }, (_, index) => low + index * 1e5);
}

function input(id: string, swing: number): Parameters<typeof TornadoChart>[0]["sensitivities"][number] {
  const points = [-2, -1, 0, 1, 2].map((step) => ({ value: 1 + step / 10, cost: roundMinor(9 * M + (step * swing) / 4) }));
  return { id, label: id, unit: "percent", current: 1, allowed: { from: 0, to: 100 }, isWhole: false, points, lowest: points[0]!.cost, highest: points[4]!.cost, swing: roundMinor(swing), isMonotone: true, note: null, shortLabel: id };
}

const INPUTS = [input("Small", 0.1 * M), input("Large", M), input("Still", 0)];

function show({ low = 8 * M, settled = true, isUpdating = false } = {}): void {
  const costs = yearsFrom(low);
  const at = (share: number): ReturnType<typeof roundMinor> => roundMinor(costs[Math.floor(share * 1_999)]!);
  act(() => root.render(
    <>
      <YearlyCostChart
        title="Yearly cost" costs={costs} p10={at(0.1)} p50={at(0.5)} p90={at(0.9)} expected={at(0.5)} costAtAverage={at(0.4)} gap={at(0.5) - at(0.4)} gapCause="spread" budget={at(0.6)}
        overBudget={0.4} currency="USD" isCoarse={false} isExpectedCoarse={false} settled={settled} isUpdating={isUpdating}
      />
      <TornadoChart title="What moves the cost" sensitivities={INPUTS} expected={roundMinor(9 * M)} budget={null} currency="USD" settled={settled} goalWords="expected cost" onChoose={(id) => chosen.push(id)} />
    </>,
  ));
}

beforeAll(() => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("ResizeObserver", class {
    observe(): void { /* Sizes stay as they are. */ }
    disconnect(): void { /* Nothing to stop. */ }
  });
});

beforeEach(() => {
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  vi.spyOn(HTMLElement.prototype, "clientWidth", "get").mockReturnValue(540);
  vi.spyOn(HTMLElement.prototype, "clientHeight", "get").mockReturnValue(280);
  chosen.length = 0;
  page = document.body.appendChild(document.createElement("div"));
  root = createRoot(page);
  show();
});

afterEach(() => {
  act(() => root.unmount());
  page.remove();
});

function plot(figure: number): Element {
  return page.querySelectorAll(".probe-surface")[figure]!;
}

function press(element: Element, key: string): void {
  act(() => void element.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, key })));
}

function spoken(figure: number): string {
  return page.querySelectorAll("figure")[figure]?.querySelector("[aria-live]")?.textContent ?? "";
}

const bars = (): string => page.querySelector(".year-bars.within")?.getAttribute("d") ?? "";
const ticks = (): string => [...page.querySelectorAll("figure:first-child .axis-label")].map(({ textContent }) => textContent).join();

describe("yearly cost", () => {
  it("moves its bars under axes that stand still, and follows when the years have left them", () => {
    const [before, axis] = [bars(), ticks()];
    show({ low: 9 * M, settled: false });
    expect(bars()).not.toBe(before);
    expect(ticks()).toBe(axis);
    show({ low: 8.03 * M });
    expect(ticks()).toBe(axis);
    show({ low: 9 * M });
    expect(ticks()).not.toBe(axis);
  });

  it("is walked bar by bar, then mark by mark", () => {
    press(plot(0), "End");
    expect(spoken(0)).toContain("100 percent cost no more");
    press(plot(0), "ArrowDown");
    expect(spoken(0)).toMatch(/^Marks, P90, 9\.8 million dollars/);
    expect(page.querySelector(".readout")?.textContent).toContain("P90");
    press(plot(0), "Escape");
    expect(page.querySelector(".readout")).toBeNull();
  });

  it("says that newer years are on their way", () => {
    expect(page.textContent).not.toContain("Updating");
    show({ isUpdating: true });
    expect(page.textContent).toContain("Updating");
  });
});

describe("sensitivities", () => {
  it("are walked input by input, the largest first, and Enter leads there", () => {
    press(plot(1), "ArrowDown");
    expect(spoken(1)).toContain("Large, 80 percent costs 8.5 million dollars");
    press(plot(1), "ArrowDown");
    expect(spoken(1)).toContain("Small, ");
    press(plot(1), "Enter");
    expect(chosen).toEqual(["Small"]);
  });

  it("are chosen with a click on their row, not below the last", () => {
    const surface = plot(1);
    const top = Number(surface.getAttribute("y"));
    for (const y of [10, 60, 150]) act(() => void surface.dispatchEvent(new MouseEvent("click", { bubbles: true, detail: 1, clientX: 250, clientY: top + y })));
    expect(chosen).toEqual(["Large", "Small"]);
  });

  it("swap with their table on T, which has those without effect as well", () => {
    expect(page.querySelectorAll(".tornado-texts")).toHaveLength(2);
    press(plot(1), "t");
    expect(page.querySelectorAll("figure table tbody tr")).toHaveLength(15);
  });

  it("lead to the table from the line under the last bar", () => {
    const line = page.querySelector(".tornado-rest")!;
    expect(line.textContent).toBe("1 without effect");
    act(() => void line.dispatchEvent(new MouseEvent("click", { bubbles: true })));
    expect(chosen).toEqual([]);
    expect(page.querySelectorAll("figure table tbody tr")).toHaveLength(15);
  });
});
