// @vitest-environment jsdom
import { act, useState, type ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { formatMoney, formatNumber, formatPercent } from "#shared/report/format.ts";
import { NumberField, type NumberFieldProps } from "./NumberField.tsx";
import { click, focusOn, leave, openTestPage, press, recordedGesture, typeInto, type TestPage } from "./page-for-tests.ts";

let page: TestPage;
beforeEach(() => {
  vi.useFakeTimers();
  page = openTestPage();
});
afterEach(() => {
  page.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

type Shown = { readonly told: string[]; readonly input: HTMLInputElement };

function shown(more: Partial<NumberFieldProps> = {}): Shown {
  const told: string[] = [];
  function Field(): ReactElement {
    const [value, setValue] = useState(more.value === undefined ? 0.6 : more.value);
    const [start, setStart] = useState(value);
    return (
      <NumberField
        label="Base share"
        kind="percent"
        format={(each) => formatPercent(each)}
        min={0}
        max={1}
        step={0.01}
        {...more}
        value={value}
        gesture={{
          begin: (source) => {
            told.push(`begin ${source}`);
            setStart(value);
          },
          move: (next) => {
            told.push(`move ${next}`);
            setValue(next);
          },
          commit: () => void told.push("commit"),
          cancel: () => {
            told.push("cancel");
            setValue(start);
          },
        }}
      />
    );
  }
  page.show(<Field />);
  return { told, input: page.find<HTMLInputElement>("input") };
}

const pause = (): void => act(() => void vi.advanceTimersByTime(600));
const note = (): string | null => page.all(".tip")[0]?.textContent ?? null;

describe("typing", () => {
  it("previews every allowed value and keeps the last one on leaving, as one step", () => {
    const { told, input } = shown();
    focusOn(input);
    typeInto(input, "7");
    typeInto(input, "70");
    expect(told).toEqual(["begin typing", "move 0.07", "move 0.7"]);
    leave(input);
    expect(told.slice(3)).toEqual(["commit"]);
    expect(input.value).toBe("70");
  });

  it("keeps on Enter and shows the value in the field's own form", () => {
    const { told, input } = shown();
    focusOn(input);
    typeInto(input, "62,50 %");
    press(input, "Enter");
    expect(told).toEqual(["begin typing", "move 0.625", "commit"]);
    expect(input.value).toBe("62.5");
    leave(input);
    expect(input.value).toBe("63");
    expect(told).toHaveLength(3);
  });

  it("goes back on Esc, and only then lets Esc through", () => {
    const { told, input } = shown();
    focusOn(input);
    typeInto(input, "70");
    expect(press(input, "Escape")).toBe(false);
    expect(told).toEqual(["begin typing", "move 0.7", "cancel"]);
    expect(input.value).toBe("60");
    expect(press(input, "Escape")).toBe(true);
  });

  it("does nothing when the same value is typed, or the field is only visited", () => {
    const { told, input } = shown();
    focusOn(input);
    typeInto(input, "60 %");
    press(input, "Enter");
    leave(input);
    focusOn(input);
    leave(input);
    expect(told).toEqual([]);
  });

  it("restores when it is left empty: empty is not zero", () => {
    const { told, input } = shown();
    focusOn(input);
    typeInto(input, "7");
    typeInto(input, "");
    expect(told).toEqual(["begin typing", "move 0.07", "cancel"]);
    expect(input.value).toBe("");
    leave(input);
    expect(input.value).toBe("60");
    expect(told).toHaveLength(3);
    expect(note()).toBeNull();
  });

  it("takes empty as an answer where no value is one", () => {
    const onClear = vi.fn();
    const { input } = shown({ onClear });
    focusOn(input);
    typeInto(input, " ");
    expect(onClear).not.toHaveBeenCalled();
    press(input, "Enter");
    expect(onClear).toHaveBeenCalledOnce();
  });

  it("keeps what was previewed when the field goes away", () => {
    const { told, input } = shown();
    focusOn(input);
    typeInto(input, "70");
    page.remove();
    expect(told).toEqual(["begin typing", "move 0.7", "commit"]);
    page = openTestPage();
  });
});

describe("a value out of range", () => {
  it("keeps its text, takes back the preview, and says what is allowed", () => {
    const { told, input } = shown({ rangeText: "0% to 100%" });
    focusOn(input);
    typeInto(input, "15");
    typeInto(input, "150");
    expect(told).toEqual(["begin typing", "move 0.15", "cancel"]);
    expect(input.value).toBe("150");
    expect(note()).toBe("Allowed: 0% to 100%");
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(input.getAttribute("aria-describedby")).toBe(page.find(".tip").id);
    leave(input);
    expect(input.value).toBe("150");
    expect(note()).toBe("Allowed: 0% to 100%");
    expect(told).toHaveLength(3);
  });

  it("goes to the nearest allowed value on Enter", () => {
    const { told, input } = shown();
    focusOn(input);
    typeInto(input, "150");
    press(input, "Enter");
    expect(told).toEqual(["begin typing", "move 1", "commit"]);
    expect(input.value).toBe("100");
    expect(note()).toBeNull();
  });

  it("goes back on Esc", () => {
    const { told, input } = shown();
    focusOn(input);
    typeInto(input, "-5");
    press(input, "Escape");
    expect(told).toEqual([]);
    expect(input.value).toBe("60");
  });

  it("is not called wrong while it may still grow into the range", () => {
    const { input } = shown({ min: 0.5 });
    focusOn(input);
    typeInto(input, "7");
    expect(note()).toBeNull();
    typeInto(input, "70");
    pause();
    expect(note()).toBeNull();
    typeInto(input, "7");
    pause();
    expect(note()).toBe("Allowed: 50% to 100%");
  });

  it("names the limits by itself where no words are given", () => {
    const { input } = shown({ max: Infinity });
    focusOn(input);
    typeInto(input, "-1");
    pause();
    expect(note()).toBe("Allowed: at least 0%");
  });

  it("counts a fraction as outside where only whole numbers are allowed", () => {
    const { told, input } = shown({ kind: "number", value: 14, max: 100, step: 1, whole: true, rangeText: "a whole number from 0 to 100", format: (each) => formatNumber(each, 0) });
    focusOn(input);
    typeInto(input, "14.5");
    pause();
    expect(note()).toBe("Allowed: a whole number from 0 to 100");
    press(input, "Enter");
    expect(told).toEqual(["begin typing", "move 15", "commit"]);
  });

  it("does not outlive the value it stood for", () => {
    const { gesture } = recordedGesture();
    const field = (value: number): ReactElement => <NumberField label="Base" kind="percent" format={(each) => formatPercent(each)} min={0} max={1} step={0.01} value={value} gesture={gesture} />;
    page.show(field(0.6));
    const input = page.find<HTMLInputElement>("input");
    focusOn(input);
    typeInto(input, "150");
    leave(input);
    page.show(field(0.7));
    expect(input.value).toBe("70");
    expect(note()).toBeNull();
  });
});

describe("nonsense", () => {
  it("is refused in a plain sentence once the typing pauses, and stays for correction", () => {
    const { told, input } = shown();
    focusOn(input);
    typeInto(input, "abc");
    expect(note()).toBeNull();
    pause();
    expect(note()).toBe("Type a percentage, like 7.5%.");
    press(input, "Enter");
    leave(input);
    expect(input.value).toBe("abc");
    expect(told).toEqual([]);
  });

  it("refuses another currency", () => {
    const { input } = shown({ kind: "money", currency: "USD", value: 100, max: 1e9 });
    focusOn(input);
    typeInto(input, "€5");
    leave(input);
    expect(note()).toBe("Amounts here are in USD.");
  });
});

describe("a press", () => {
  it("on the edge or the unit goes to the number", () => {
    const { input } = shown();
    act(() => void page.find(".number-field").dispatchEvent(new MouseEvent("mousedown", { bubbles: true, cancelable: true })));
    expect(document.activeElement).toBe(input);
    expect(input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0)).toBe("60");
  });
});

describe("steps", () => {
  it.each([
    ["ArrowUp", {}, 0.61],
    ["ArrowDown", {}, 0.59],
    ["ArrowUp", { shiftKey: true }, 0.7],
    ["ArrowDown", { shiftKey: true }, 0.5],
  ])("%s %j is one finished step to %d", (key, more, value) => {
    const { told, input } = shown();
    focusOn(input);
    expect(press(input, key, more)).toBe(false);
    expect(told).toEqual(["begin keys", `move ${value}`, "commit"]);
  });

  it("starts from what has just been typed", () => {
    const { told, input } = shown();
    focusOn(input);
    typeInto(input, "70");
    press(input, "ArrowUp");
    expect(told).toEqual(["begin typing", "move 0.7", "commit", "begin keys", "move 0.71", "commit"]);
  });

  it("has buttons that do the same and stop at the limit", () => {
    const { told } = shown({ value: 0.99 });
    const [raise, lower] = page.all("button");
    click(raise!);
    click(raise!);
    click(lower!);
    expect(told).toEqual(["begin keys", "move 1", "commit", "begin keys", "move 0.99", "commit"]);
    expect(raise!.getAttribute("aria-label")).toBe("Raise Base share");
  });
});

describe("what is shown", () => {
  it("draws the unit apart, and every digit while it is edited", () => {
    const { input } = shown({ value: 0.62514 });
    expect(input.value).toBe("63");
    expect(page.find(".number-field__unit").textContent).toBe("%");
    focusOn(input);
    expect(input.value).toBe("62.514");
  });

  it("keeps a short form while editing only where it loses nothing", () => {
    const format = (each: number): string => formatMoney(each * 100, "USD", "short");
    const { input } = shown({ kind: "money", value: 1_800_000, max: 1e12, format });
    focusOn(input);
    expect(input.value).toBe("$1.80M");
    page.remove();
    page = openTestPage();
    const other = shown({ kind: "money", value: 4_234_567, max: 1e12, format }).input;
    expect(other.value).toBe("$4.23M");
    focusOn(other);
    expect(other.value).toBe("4,234,567");
  });

  it("lets a unit be typed that the format adds to a plain number", () => {
    const { told, input } = shown({ kind: "number", value: 80, max: 100, format: (each) => `${formatNumber(each)}%` });
    focusOn(input);
    typeInto(input, "85%");
    leave(input);
    expect(told).toEqual(["begin typing", "move 85", "commit"]);
  });

  it("shows no value as its placeholder", () => {
    const { input } = shown({ value: null, placeholder: "none", onClear: () => undefined });
    expect(input.value).toBe("");
    expect(input.placeholder).toBe("none");
    expect(page.all(".number-field__unit")).toEqual([]);
  });

  it.each([{ locked: true }, { disabled: true }])("takes nothing when %j, and says why on focus", (state) => {
    const { told, input } = shown({ ...state, reason: "This weight is locked" });
    expect(input.readOnly).toBe(true);
    expect(page.all("button")).toEqual([]);
    focusOn(input);
    expect(note()).toBe("This weight is locked");
    press(input, "ArrowUp");
    expect(told).toEqual([]);
  });
});
