// @vitest-environment jsdom
import { act, type ReactElement } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { explain, type Question } from "#shared/engine/index.ts";
import { formatMoney } from "#shared/report/format.ts";
import { plainKpi, plainRole, plainScenario, points } from "../../../tests/helpers/plain-plan.ts";
import { click, focusOn, openTestPage, point, press, type TestPage } from "../controls/page-for-tests.ts";
import { documentStore, edit, showDocument } from "../state/document-store.ts";
import { explainStore, stopAsking } from "../state/explain-store.ts";
import { controlsBehind } from "./explained-controls.ts";
import { ExplainPopover } from "./ExplainPopover.tsx";
import { Figure } from "./Figure.tsx";
import { explanationText } from "./trace-words.ts";

const role = plainRole({
  id: "cam",
  title: "Channel Manager",
  onTargetEarnings: 165_000,
  baseShare: 0.6,
  kpis: [
    plainKpi({ id: "sourced", name: "Sourced", curve: points([[0.7, 0.4], [1, 1], [1.3, 2.5]]) }),
  ],
});
const scenario = plainScenario({ roles: [role] });
const payQuestion = (attainment: number): Question => ({ of: "kpi-payout", roleId: "cam", kpiId: "sourced", at: { kind: "each", byRole: { cam: { sourced: attainment } } } });
const PAY = payQuestion(1.08);

let page: TestPage;
beforeEach(() => {
  page = openTestPage();
  showDocument({ handle: "d1", fileName: null, folder: null, readOnly: false, heldBy: null, sameAs: null }, scenario, { edited: false });
});
afterEach(() => {
  act(() => stopAsking());
  page.remove();
  vi.unstubAllGlobals();
});

function show(question: Question = PAY, text = "$92,400"): void {
  const all: ReactElement = (
    <>
      <Figure question={question} about="Pay from Sourced">{text}</Figure>
      <Figure question={{ of: "headline", figure: "people" }} about="People">1</Figure>
      <input data-control="cam/ote" aria-label="OTE" />
      <input data-control="cam/sourced/what-if-field" aria-label="What if" />
      <input data-control="cam/headcount" aria-label="Headcount" />
      <p>outside</p>
      <ExplainPopover />
    </>
  );
  page.show(all);
}

const figure = (): HTMLElement => page.find("button.figure");
const dialogs = (): readonly HTMLElement[] => page.all("[role=dialog]");
const dialog = (): HTMLElement => page.find("[role=dialog]");
const marked = (): readonly (string | null)[] => page.all("[data-explained]").map((each) => each.getAttribute("aria-label"));
const pin = (): HTMLElement => page.find("[aria-label^='Pin']");

describe("Figure", () => {
  it("is a button that says the number and what it is, and asks nothing of the engine while it is closed", () => {
    show();
    expect(figure().textContent).toBe("$92,400");
    expect(figure().getAttribute("aria-label")).toBe("Why $92,400? Pay from Sourced");
    expect(figure().getAttribute("aria-expanded")).toBe("false");
    expect(dialogs()).toEqual([]);
  });

  it.each(["click", "?"])("opens by %s with the focus in the answer, and Esc gives it back", (how) => {
    show();
    focusOn(figure());
    if (how === "click") click(figure());
    else expect(press(figure(), "?")).toBe(false);
    expect(document.activeElement).toBe(dialog());
    expect(figure().getAttribute("aria-expanded")).toBe("true");
    expect(dialog().getAttribute("aria-label")).toBe("Why $92,400?");
    press(document.activeElement!, "Escape");
    expect(dialogs()).toEqual([]);
    expect(document.activeElement).toBe(figure());
  });

  it("closes by another press, and with another figure there is still one answer", () => {
    show();
    click(figure());
    click(page.all("button.figure")[1]!);
    expect(dialogs().map((each) => each.getAttribute("aria-label"))).toEqual(["Why 1?"]);
    click(page.all("button.figure")[1]!);
    expect(dialogs()).toEqual([]);
  });

  it("takes its question with it when it goes", () => {
    show();
    click(figure());
    page.show(<ExplainPopover />);
    expect(explainStore.getState().asked).toBeNull();
  });
});

describe("the answer", () => {
  it("has the formula in values with names, the lines behind it and the order of calculation", () => {
    show();
    click(figure());
    const formula = page.find(".formula").textContent ?? "";
    for (const part of ["$66,000", "140%", "$92,400", "pays"]) expect(formula).toContain(part);
    const lines = page.all(".explain__lines .trace__line").map((line) => line.textContent ?? "");
    expect(lines.some((line) => line.includes("100% + (108% − 100%) × 5.0"))).toBe(true);
    expect(page.find(".explain__foot").textContent).toMatch(/^Order: credit, attainment, curve/);
    expect(page.find(".explain__next").textContent).toBe("One more point of attainment pays $3,300.");
    expect(page.find(".segment-curve").getAttribute("aria-label")).toBe("Curve: 108% attainment pays 140%");
  });

  it("unfolds what is worked out down to the field of the document", () => {
    show();
    click(figure());
    const line = (name: string): HTMLElement | undefined => page.all(".trace__line--worked").find((each) => each.getAttribute("aria-label")?.startsWith(name) === true);
    const link = (): readonly HTMLElement[] => page.all(".trace__link").filter((each) => each.getAttribute("aria-label")?.startsWith("OTE") === true);
    expect(link()).toEqual([]);
    click(line("Target incentive")!);
    expect(link().map((each) => each.getAttribute("aria-label"))).toEqual(["OTE, $165,000: go to Channel Manager"]);
    click(line("Target incentive")!);
    expect(link()).toEqual([]);
  });

  it("marks the controls that take part, and no other, while it is open", () => {
    show();
    click(figure());
    expect(marked()).toEqual(["OTE", "What if"]);
    press(dialog(), "Escape");
    expect(marked()).toEqual([]);
  });

  it("goes away on a press outside, but not while it is pinned; then it follows the document and its figure", () => {
    show();
    click(figure());
    point(page.find("p"), "pointerdown", 0);
    expect(dialogs()).toEqual([]);
    click(figure());
    click(pin());
    point(page.find("p"), "pointerdown", 0);
    expect(dialogs()).toHaveLength(1);
    act(() => edit("OTE", null, (current) => ({ ...current, roles: [{ ...role, onTargetEarnings: 200_000 }] })));
    expect(page.find(".formula").textContent).toContain("$112,000");
    show(payQuestion(1), "$80,000");
    expect(dialog().getAttribute("aria-label")).toBe("Why $80,000?");
    expect(page.find(".formula").textContent).toContain("$80,000");
  });

  it("says so when the plan no longer has the figure", () => {
    show({ of: "headline", figure: "againstBudget" }, "−$1");
    expect(documentStore.getState().open?.scenario.cost.budget).toBeNull();
    click(figure());
    expect(dialog().textContent).toContain("there is no such figure");
  });

  it("goes back to the number by Tab from either end", () => {
    show();
    click(figure());
    const stops = page.all("[role=dialog] button");
    focusOn(stops.at(-1)!);
    expect(press(stops.at(-1)!, "Tab")).toBe(false);
    expect(document.activeElement).toBe(figure());
    focusOn(stops[0]!);
    expect(press(stops[0]!, "Tab", { shiftKey: true })).toBe(false);
    expect(press(stops[1]!, "Tab")).toBe(true);
  });
});

describe("what is copied", () => {
  it("has the question, every value with its working, where it comes from, and what one more point pays", () => {
    const answer = explain(scenario, PAY);
    if (answer === null) throw new Error("no answer");
    const text = explanationText("$92,400", PAY, answer, scenario);
    expect(text.split("\n").slice(0, 2)).toEqual(["Why $92,400?", "Pay from Sourced, Channel Manager"]);
    expect(text).toMatch(/^Sourced: \$66,000 × 100% × 140% = \$92,400/m);
    expect(text).toMatch(/^ +OTE: \$165,000 \(Channel Manager\)$/m);
    expect(text).toMatch(/^ +Curve: 100% \+ \(108% − 100%\) × 5\.0 = 140%$/m);
    expect(text).toContain("One more point of attainment pays $3,300.");
  });
});

describe("controlsBehind", () => {
  it("leads an attainment of a table to the cell it is typed in", () => {
    const question: Question = { of: "role", figure: "pay", roleId: "cam", at: { kind: "uniform", attainment: 0.8 } };
    const answer = explain(scenario, question);
    if (answer === null) throw new Error("no answer");
    const controls = controlsBehind(answer.root, { question, attainmentControl: "pay/attainment-1" }, scenario);
    expect([...controls].toSorted()).toEqual(["cam/base-share", "cam/ote", "cam/sourced/weight-field", "pay/attainment-1"]);
    expect(formatMoney(answer.root.value, "USD", "exact")).toBe("$138,600");
  });
});
