// @vitest-environment jsdom
import { act, type ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { Menu, type MenuEntry } from "./Menu.tsx";
import { click, focusOn, openTestPage, point, press, typeInto, type TestPage } from "./page-for-tests.ts";
import { Popover } from "./Popover.tsx";
import { Select } from "./Select.tsx";
import { TextField } from "./TextField.tsx";
import { Toast } from "./Toast.tsx";

let page: TestPage;
beforeEach(() => {
  page = openTestPage();
});
afterEach(() => {
  page.remove();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const focused = (): string | null => document.activeElement?.textContent ?? null;
const onList = (key: string): boolean => press(document.activeElement!, key);

describe("Menu", () => {
  const pressed = vi.fn<(id: string) => void>();
  const action = (id: string, more: object = {}): MenuEntry => ({ kind: "action", id, label: id, onPress: () => pressed(id), ...more });

  function show(entries: readonly MenuEntry[] = [action("Cap"), action("Points", { disabled: true }), { kind: "separator", id: "rule" }, { kind: "heading", id: "h", label: "More" }, action("Steps"), action("Spread")]): HTMLElement {
    page.show(
      <>
        <Menu label="Shape" entries={entries}>
          Shape
        </Menu>
        <Button onPress={() => undefined}>Elsewhere</Button>
      </>,
    );
    return page.find("button");
  }

  it("opens with the focus on the first action, goes round with the arrows and passes over what is disabled", () => {
    const button = show();
    expect(button.getAttribute("aria-expanded")).toBe("false");
    click(button);
    expect(button.getAttribute("aria-expanded")).toBe("true");
    const seen = [focused()];
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "Home", "End"]) {
      expect(onList(key)).toBe(false);
      seen.push(focused());
    }
    expect(seen).toEqual(["Cap", "Steps", "Spread", "Cap", "Spread", "Cap", "Spread"]);
  });

  it("opens from the keyboard at either end", () => {
    const button = show();
    focusOn(button);
    expect(press(button, "ArrowDown")).toBe(false);
    expect(focused()).toBe("Cap");
    onList("Escape");
    press(button, "ArrowUp");
    expect(focused()).toBe("Spread");
  });

  it("finds by first letters", () => {
    vi.useFakeTimers();
    click(show());
    onList("s");
    expect(focused()).toBe("Steps");
    onList("p");
    expect(focused()).toBe("Spread");
    vi.advanceTimersByTime(600);
    onList("s");
    expect(focused()).toBe("Steps");
    onList("x");
    expect(focused()).toBe("Steps");
  });

  it.each(["Enter", " "])("does the action on %j, closes and gives the focus back", (key) => {
    pressed.mockClear();
    const button = show();
    click(button);
    onList("ArrowDown");
    onList(key);
    expect(pressed.mock.calls).toEqual([["Steps"]]);
    expect(page.all("[role=menu]")).toEqual([]);
    expect(document.activeElement).toBe(button);
  });

  it("closes on Esc without telling those around it, on Tab, and when the focus goes elsewhere", () => {
    const around = vi.fn();
    document.addEventListener("keydown", around);
    const button = show();
    click(button);
    onList("Escape");
    expect(around).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button);
    click(button);
    expect(onList("Tab")).toBe(true);
    expect(page.all("[role=menu]")).toEqual([]);
    click(button);
    focusOn(page.all("button").at(-1)!);
    expect(page.all("[role=menu]")).toEqual([]);
    document.removeEventListener("keydown", around);
  });

  it("does nothing on a disabled action", () => {
    pressed.mockClear();
    click(show());
    click(page.find("[data-item=Points]"));
    expect(pressed).not.toHaveBeenCalled();
    expect(page.all("[role=menu]")).toHaveLength(1);
  });

  it("marks the chosen one of several", () => {
    click(show([action("Light", { checked: false }), action("Dark", { checked: true })]));
    expect(page.all("[role=menuitemradio]").map((item) => item.getAttribute("aria-checked"))).toEqual(["false", "true"]);
    expect(focused()).toBe("Dark");
  });
});

describe("Select", () => {
  const options = [
    { value: "jump" as const, label: "Jump" },
    { value: "ramp" as const, label: "Ramp", hint: "Pays nothing there" },
  ];

  it("opens on the chosen option and hands over another one once", () => {
    const onChange = vi.fn();
    page.show(<Select label="At the threshold" value="ramp" options={options} onChange={onChange} />);
    const button = page.find("button");
    const nameIds = button.getAttribute("aria-labelledby")?.split(" ") ?? [];
    expect(nameIds.map((id) => document.getElementById(id)?.textContent).join(" ")).toBe("At the threshold Ramp");
    click(button);
    expect(document.activeElement?.getAttribute("aria-selected")).toBe("true");
    onList("ArrowUp");
    onList("Enter");
    expect(onChange.mock.calls).toEqual([["jump"]]);
    click(button);
    onList("Enter");
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it("shows its placeholder while nothing is chosen", () => {
    page.show(<Select<string> label="Preset" value="" placeholder="Choose…" options={options} onChange={() => undefined} />);
    expect(page.find("button").textContent).toBe("Choose…");
  });
});

describe("Popover", () => {
  const onCommit = vi.fn<(text: string) => void>();

  function show(): HTMLElement {
    onCommit.mockClear();
    page.show(
      <>
        <Popover label="Details" trigger="Sourced revenue">
          <TextField label="Name" value="Sourced" onCommit={onCommit} />
          <Select<string> label="Unit" value="a" options={[{ value: "a", label: "A" }]} onChange={() => undefined} />
        </Popover>
        <p>outside</p>
      </>,
    );
    return page.find("button");
  }

  it("takes the focus in, and back on Esc", () => {
    const button = show();
    click(button);
    const panel = page.find("[role=dialog]");
    expect(document.activeElement).toBe(panel);
    expect(panel.getAttribute("aria-label")).toBe("Details");
    press(panel, "Escape");
    expect(page.all("[role=dialog]")).toEqual([]);
    expect(document.activeElement).toBe(button);
  });

  it("closes on a press outside and keeps what was being typed", () => {
    click(show());
    const field = page.find<HTMLInputElement>("input");
    focusOn(field);
    typeInto(field, "Sourced revenue");
    point(page.find("[role=dialog]"), "pointerdown", 0);
    expect(page.all("[role=dialog]")).toHaveLength(1);
    point(page.find("p"), "pointerdown", 0);
    expect(page.all("[role=dialog]")).toEqual([]);
    expect(onCommit.mock.calls).toEqual([["Sourced revenue"]]);
  });

  it("stays when Esc belongs to a list inside it", () => {
    click(show());
    click(page.find("[aria-haspopup=listbox]"));
    onList("Escape");
    expect(page.all("[role=listbox]")).toEqual([]);
    expect(page.all("[role=dialog]")).toHaveLength(1);
  });
});

describe("Dialog", () => {
  it("is modal, starts on the button that asks for the focus, and answers Esc with the harmless answer", () => {
    const onClose = vi.fn();
    page.show(
      <Dialog
        title="Save the changes?"
        onClose={onClose}
        actions={
          <>
            <Button onPress={() => undefined}>Don’t save</Button>
            <Button autoFocus onPress={onClose}>
              Cancel
            </Button>
          </>
        }
      >
        <p>They are lost otherwise.</p>
      </Dialog>,
    );
    const dialog = page.find<HTMLDialogElement>("dialog");
    expect(dialog.open).toBe(true);
    expect(document.getElementById(dialog.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Save the changes?");
    expect(focused()).toBe("Cancel");
    const cancel = new Event("cancel", { cancelable: true });
    act(() => void dialog.dispatchEvent(cancel));
    expect(onClose).toHaveBeenCalledOnce();
    expect(cancel.defaultPrevented).toBe(true);
  });
});

describe("TextField", () => {
  function show(more: { readonly multiline?: boolean } = {}): { readonly field: HTMLInputElement; readonly onCommit: ReturnType<typeof vi.fn> } {
    const onCommit = vi.fn<(text: string) => void>();
    const element: ReactElement = <TextField label="Role title" value="Manager" onCommit={onCommit} {...more} />;
    page.show(element);
    const field = page.find<HTMLInputElement>("input, textarea");
    focusOn(field);
    return { field, onCommit };
  }

  it("keeps on Enter, without the space around it, once", () => {
    const { field, onCommit } = show();
    typeInto(field, "  Channel Manager ");
    press(field, "Enter");
    expect(onCommit.mock.calls).toEqual([["Channel Manager"]]);
    expect(document.activeElement).not.toBe(field);
  });

  it("keeps before a save that is asked for from inside it", () => {
    const { field, onCommit } = show();
    typeInto(field, "Channel Manager");
    expect(press(field, "s", { ctrlKey: true })).toBe(true);
    expect(onCommit.mock.calls).toEqual([["Channel Manager"]]);
  });

  it("restores on Esc and says nothing when nothing changed", () => {
    const { field, onCommit } = show();
    typeInto(field, "Channel");
    press(field, "Escape");
    expect(field.value).toBe("Manager");
    focusOn(field);
    typeInto(field, "Manager ");
    press(field, "Enter");
    expect(onCommit).not.toHaveBeenCalled();
  });

  it("breaks lines on Enter where there are several, and keeps on Ctrl with Enter", () => {
    const { field, onCommit } = show({ multiline: true });
    typeInto(field, "One\nTwo");
    expect(press(field, "Enter")).toBe(true);
    expect(onCommit).not.toHaveBeenCalled();
    press(field, "Enter", { ctrlKey: true });
    expect(onCommit.mock.calls).toEqual([["One\nTwo"]]);
  });

  it("keeps when it goes away", () => {
    const { field, onCommit } = show();
    typeInto(field, "Channel");
    page.remove();
    expect(onCommit.mock.calls).toEqual([["Channel"]]);
    page = openTestPage();
  });
});

describe("Toast", () => {
  it("goes after six seconds, but not while it is pointed at", () => {
    vi.useFakeTimers();
    const onDone = vi.fn();
    page.show(<Toast text="Saved" onDone={onDone} />);
    const toast = page.find(".toast");
    act(() => void vi.advanceTimersByTime(5_000));
    act(() => void toast.dispatchEvent(new PointerEvent("pointerover", { bubbles: true })));
    act(() => void vi.advanceTimersByTime(20_000));
    expect(onDone).not.toHaveBeenCalled();
    act(() => void toast.dispatchEvent(new PointerEvent("pointerout", { bubbles: true })));
    act(() => void vi.advanceTimersByTime(5_999));
    expect(onDone).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(1));
    expect(onDone).toHaveBeenCalledOnce();
  });

  it("is read aloud once it is there", () => {
    vi.useFakeTimers();
    page.show(<Toast text="Saved" onDone={() => undefined} />);
    expect(page.find("[role=status]").textContent).toBe("");
    act(() => void vi.advanceTimersByTime(1));
    expect(page.find("[role=status]").textContent).toBe("Saved");
  });
});
