// @vitest-environment jsdom
import { useState, type ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { click, focusOn, openTestPage, press, type TestPage } from "./page-for-tests.ts";
import { Tabs } from "./Tabs.tsx";

let page: TestPage;
beforeEach(() => {
  page = openTestPage();
});
afterEach(() => page.remove());

const TABS = [{ value: "advice", label: "Advice", count: 3 }, { value: "pay", label: "Pay" }, { value: "words", label: "In words" }] as const;
type Value = (typeof TABS)[number]["value"];

function Example({ opens }: { readonly opens: boolean }): ReactElement {
  const [shown, setShown] = useState<Value | null>(opens ? null : "advice");
  return <Tabs label="Plan" tabs={TABS} shown={shown} current="advice" panel="panel" opens={opens} onChoose={setShown} />;
}

const selected = (): readonly (string | null)[] => page.all("[aria-selected='true']").map((tab) => tab.textContent);
const focused = (): string | null => document.activeElement?.textContent ?? null;
const onTabs = (key: string): boolean => press(document.activeElement ?? document.body, key);

describe("Tabs", () => {
  it("shows the tab the arrows reach, round at both ends", () => {
    page.show(<Example opens={false} />);
    focusOn(page.find("[role='tab']"));
    for (const [key, tab] of [["ArrowRight", "Pay"], ["ArrowLeft", "Advice3"], ["ArrowLeft", "In words"], ["ArrowRight", "Advice3"], ["End", "In words"], ["Home", "Advice3"]] as const) {
      expect(onTabs(key)).toBe(false);
      expect([focused(), selected()]).toEqual([tab, [tab]]);
    }
    expect(onTabs("ArrowDown")).toBe(true);
  });

  it("has one stop for Tab, the shown tab or the current one", () => {
    page.show(<Example opens />);
    expect(page.all("[tabindex='0']").map((tab) => tab.textContent)).toEqual(["Advice3"]);
    click(page.find("#panel-pay"));
    expect(page.all("[tabindex='0']").map((tab) => tab.textContent)).toEqual(["Pay"]);
  });

  it("moves only the focus while panels open on request and none is open", () => {
    page.show(<Example opens />);
    focusOn(page.find("[role='tab']"));
    onTabs("ArrowRight");
    expect([focused(), selected()]).toEqual(["Pay", []]);
    click(page.find("#panel-pay"));
    onTabs("ArrowRight");
    expect([focused(), selected()]).toEqual(["In words", ["In words"]]);
    expect(page.find("#panel-words").getAttribute("aria-expanded")).toBe("true");
  });
});
