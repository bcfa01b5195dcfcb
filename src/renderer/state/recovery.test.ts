import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { plainScenario } from "../../../tests/helpers/plain-plan.ts";
import type { HostResult } from "#shared/host-api/contract.ts";
import { edit, showDocument } from "./document-store.ts";
import { keepRecoveryCopies } from "./recovery.ts";
import { windowStore } from "./window-store.ts";

const FULL: HostResult<null> = { ok: false, error: { kind: "not-saved", fileName: "plan", message: "The disk is full." } };
const INFO = { handle: "h", fileName: "plan", folder: "~", readOnly: false, heldBy: null, sameAs: null };

/** When which name was sent, in milliseconds since the test began. */
let sent: { readonly at: number; readonly name: string | undefined }[] = [];
let answer: () => Promise<HostResult<null>>;
let began = 0;

const rename = (name: string): void => edit("Name", null, (scenario) => ({ ...scenario, name }));
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const problem = (): string | undefined => windowStore.getState().recoveryProblem?.message;

beforeAll(() => {
  vi.useFakeTimers();
  vi.stubGlobal("window", {
    addEventListener: () => undefined,
    paymix: {
      listen: () => () => undefined,
      call: (_verb: string, { scenario }: { readonly scenario: { readonly name: string } | null }) => {
        sent.push({ at: Date.now() - began, name: scenario?.name });
        return answer();
      },
    },
  });
  keepRecoveryCopies();
});
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

beforeEach(async () => {
  answer = () => Promise.resolve({ ok: true, value: null });
  showDocument(INFO, plainScenario(), { edited: false });
  await pass(60_000);
  sent = [];
  began = Date.now();
});

describe("unsaved work is sent", () => {
  it("a second after the first change, with all that changed meanwhile", async () => {
    for (let change = 1; change <= 25; change += 1) {
      rename(`${change}`);
      await pass(100);
    }
    await pass(10_000);
    expect(sent).toEqual([{ at: 1_000, name: "10" }, { at: 2_000, name: "20" }, { at: 3_000, name: "25" }]);
  });

  it("again by itself until it is kept, and the window says so as long as it is not", async () => {
    answer = () => Promise.resolve(FULL);
    rename("Unsaved");
    await pass(1_000);
    expect([sent.length, problem()]).toEqual([1, "The disk is full."]);
    await pass(10_000);
    expect([sent.length, problem()]).toEqual([3, "The disk is full."]);
    answer = () => Promise.resolve({ ok: true, value: null });
    await pass(5_000);
    expect([sent.at(-1)?.name, problem()]).toEqual(["Unsaved", undefined]);
    await pass(60_000);
    expect(sent).toHaveLength(4);
  });

  it("within a second where it changes before it is tried again", async () => {
    answer = () => Promise.resolve(FULL);
    rename("One");
    await pass(1_500);
    rename("Two");
    await pass(1_000);
    expect(sent.map(({ name }) => name)).toEqual(["One", "Two"]);
  });

  it("not again where it would be refused, until it changes", async () => {
    answer = () => Promise.resolve({ ok: false, error: { kind: "refused", fileName: "plan", message: "Refused.", problems: [] } });
    rename("Refused");
    await pass(60_000);
    expect([sent.length, problem()]).toEqual([1, "Refused."]);
    rename("Again");
    await pass(1_000);
    expect(sent).toHaveLength(2);
  });

  it("and an answer that comes late says nothing about what was sent after it", async () => {
    const late: ((result: HostResult<null>) => void)[] = [];
    answer = () => new Promise((resolve) => void late.push(resolve));
    rename("One");
    await pass(1_000);
    rename("Two");
    await pass(1_000);
    late[1]?.({ ok: true, value: null });
    await pass(0);
    late[0]?.(FULL);
    await pass(60_000);
    expect([sent.length, problem()]).toEqual([2, undefined]);
  });
});
