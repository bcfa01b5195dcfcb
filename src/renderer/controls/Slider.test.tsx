// @vitest-environment jsdom
import { act, useState, type ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { focusOn, leave, openTestPage, point, press, recordedGesture, typeInto, type TestPage } from "./page-for-tests.ts";
import { Slider, type SliderProps } from "./Slider.tsx";

/** 100 px of travel between the thumb's limits: one pixel is one percent of 0–1. */
const BOX = { left: 0, width: 114, top: 0, height: 24 };
const at = (ratio: number): number => 7 + ratio * 100;

let page: TestPage;
beforeEach(() => {
  vi.useFakeTimers();
  page = openTestPage();
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue({ ...new DOMRect(), ...BOX, x: 0, y: 0, right: 114, bottom: 24, toJSON: () => BOX });
});
afterEach(() => {
  page.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const nextFrame = (): void => act(() => void vi.advanceTimersToNextFrame());

function shown(more: Partial<SliderProps> = {}): { readonly told: string[]; readonly input: HTMLInputElement } {
  const { gesture, told } = recordedGesture();
  page.show(<Slider label="Weight" value={0.4} min={0} max={1} step={0.01} valueText="40 percent" gesture={gesture} size="small" {...more} />);
  return { told, input: page.find<HTMLInputElement>("input") };
}

/** Shows what it is given, as a place does. */
function Live({ start, stopAt }: { readonly start: number; readonly stopAt?: number }): ReactElement {
  const [value, setValue] = useState(start);
  const { gesture } = recordedGesture((next) => setValue(Math.min(next, stopAt ?? next)));
  return <Slider label="Weight" value={value} min={0} max={1} step={0.01} valueText={`${Math.round(value * 100)} percent`} gesture={gesture} size="small" />;
}

describe("a drag", () => {
  it("begins, moves once a frame with the newest value, and delivers the last value before the commit", () => {
    const { told, input } = shown();
    point(input, "pointerdown", at(0.4));
    point(input, "pointermove", at(0.45));
    point(input, "pointermove", at(0.5));
    expect(told).toEqual(["begin pointer"]);
    nextFrame();
    expect(told).toEqual(["begin pointer", "move 0.5"]);
    point(input, "pointermove", at(0.55));
    point(input, "pointermove", at(0.62));
    point(input, "pointerup", at(0.62));
    expect(told).toEqual(["begin pointer", "move 0.5", "move 0.62", "commit"]);
    nextFrame();
    expect(told).toHaveLength(4);
  });

  it("keeps the place where the thumb was grabbed", () => {
    const { told, input } = shown();
    point(input, "pointerdown", at(0.4) + 5);
    nextFrame();
    expect(told).toEqual(["begin pointer"]);
    point(input, "pointermove", at(0.5) + 5);
    nextFrame();
    expect(told).toEqual(["begin pointer", "move 0.5"]);
  });

  it("jumps to where the track is clicked", () => {
    const { told, input } = shown();
    point(input, "pointerdown", at(0.8));
    point(input, "pointerup", at(0.8));
    expect(told).toEqual(["begin pointer", "move 0.8", "commit"]);
  });

  it("passes on no value twice and none beyond the limits", () => {
    const { told, input } = shown();
    point(input, "pointerdown", at(0.4));
    for (const x of [at(0.4), at(1.2), at(1.5)]) {
      point(input, "pointermove", x);
      nextFrame();
    }
    point(input, "pointerup", at(1.5));
    expect(told).toEqual(["begin pointer", "move 1", "commit"]);
  });

  it("is cancelled by Esc, and the rest of it is ignored until release", () => {
    const { told, input } = shown();
    point(input, "pointerdown", at(0.4));
    point(input, "pointermove", at(0.6));
    nextFrame();
    point(input, "pointermove", at(0.7));
    expect(press(input, "Escape")).toBe(false);
    point(input, "pointermove", at(0.8));
    nextFrame();
    point(input, "pointerup", at(0.8));
    expect(told).toEqual(["begin pointer", "move 0.6", "cancel"]);
    point(input, "pointerdown", at(0.8));
    point(input, "pointerup", at(0.8));
    expect(told.slice(3)).toEqual(["begin pointer", "move 0.8", "commit"]);
  });

  it("is cancelled when the system takes the pointer away", () => {
    const { told, input } = shown();
    point(input, "pointerdown", at(0.4));
    point(input, "pointermove", at(0.6));
    point(input, "pointercancel", at(0.6));
    expect(told).toEqual(["begin pointer", "cancel"]);
  });

  it("keeps what is on screen when the control goes away", () => {
    const { told, input } = shown();
    point(input, "pointerdown", at(0.4));
    point(input, "pointermove", at(0.6));
    page.remove();
    expect(told).toEqual(["begin pointer", "move 0.6", "commit"]);
    page = openTestPage();
  });

  it("shows only the value it is given: a stopped thumb stays put", () => {
    page.show(<Live start={0.4} stopAt={0.5} />);
    const input = page.find<HTMLInputElement>("input");
    point(input, "pointerdown", at(0.4));
    point(input, "pointermove", at(0.9));
    nextFrame();
    expect(input.value).toBe("0.5");
    expect(page.find(".slider__strip").style.getPropertyValue("--at")).toBe("0.5");
    point(input, "pointerup", at(0.9));
  });

  it("does not start on a second finger or another button", () => {
    const { told, input } = shown();
    for (const more of [{ isPrimary: false, button: 0 }, { isPrimary: true, button: 2 }]) {
      act(() => void input.dispatchEvent(new PointerEvent("pointerdown", { clientX: at(0.9), pointerId: 2, bubbles: true, ...more })));
    }
    expect(told).toEqual([]);
  });
});

describe("keys", () => {
  it.each([
    ["ArrowRight", {}, 0.41],
    ["ArrowUp", {}, 0.41],
    ["ArrowLeft", {}, 0.39],
    ["ArrowDown", {}, 0.39],
    ["ArrowRight", { shiftKey: true }, 0.5],
    ["ArrowDown", { shiftKey: true }, 0.3],
    ["PageUp", {}, 0.45],
    ["PageDown", {}, 0.35],
    ["Home", {}, 0],
    ["End", {}, 1],
    ["Delete", {}, 0.25],
  ])("%s %j is one finished step to %d", (key, more, value) => {
    const { told, input } = shown({ base: 0.25 });
    expect(press(input, key, more)).toBe(false);
    expect(told).toEqual(["begin keys", `move ${value}`, "commit"]);
  });

  it("does not lose a press when several come in one frame", () => {
    page.show(<Live start={0.4} />);
    const input = page.find<HTMLInputElement>("input");
    for (let count = 0; count < 3; count += 1) press(input, "ArrowRight");
    expect(input.value).toBe("0.43");
  });

  it("is silent at the limit, and leaves other keys and shortcuts to others", () => {
    const { told, input } = shown({ value: 1 });
    press(input, "ArrowRight");
    expect(press(input, "l")).toBe(true);
    expect(press(input, "Home", { ctrlKey: true })).toBe(true);
    expect(press(input, "Delete")).toBe(true);
    expect(told).toEqual([]);
  });

  it("takes a value set by an assistive tool", () => {
    const { told, input } = shown();
    typeInto(input, "0.7");
    expect(told).toEqual(["begin keys", "move 0.7", "commit"]);
  });
});

describe("states", () => {
  it("goes back to the saved value on a double-click", () => {
    const { told, input } = shown({ base: 0.25 });
    act(() => void input.dispatchEvent(new MouseEvent("dblclick", { bubbles: true })));
    expect(told).toEqual(["begin pointer", "move 0.25", "commit"]);
  });

  it.each([{ locked: true }, { disabled: true }])("does not move when %j, but can be focused and says why", (state) => {
    const { told, input } = shown({ ...state, base: 0.25, reason: "Others are locked" });
    point(input, "pointerdown", at(0.9));
    point(input, "pointermove", at(0.5));
    point(input, "pointerup", at(0.5));
    press(input, "ArrowRight");
    press(input, "Delete");
    typeInto(input, "0.7");
    act(() => void input.dispatchEvent(new MouseEvent("dblclick", { bubbles: true })));
    expect(told).toEqual([]);
    expect(input.disabled).toBe(false);
    expect(input.getAttribute("aria-disabled")).toBe("true");
    expect(page.all(".tip")).toEqual([]);
    focusOn(input);
    expect(page.find(".tip").textContent).toBe("Others are locked");
    expect(input.getAttribute("aria-describedby")).toBe(page.find(".tip").id);
    leave(input);
    expect(page.all(".tip")).toEqual([]);
  });

  it("says why it stopped while it is held", () => {
    const { input } = shown({ stopped: "Others are locked" });
    expect(page.all(".tip")).toEqual([]);
    point(input, "pointerdown", at(0.4));
    expect(page.find(".tip").textContent).toBe("Others are locked");
    point(input, "pointerup", at(0.4));
    expect(page.all(".tip")).toEqual([]);
  });

  it("is named, says its value with its unit, and stays at its end for a value outside", () => {
    const { input } = shown({ value: 0.3, min: 0.5, max: 0.9, valueText: "30 percent base" });
    expect(input.getAttribute("aria-label")).toBe("Weight");
    expect(input.getAttribute("aria-valuetext")).toBe("30 percent base");
    expect(page.find(".slider__strip").style.getPropertyValue("--at")).toBe("0");
  });
});
