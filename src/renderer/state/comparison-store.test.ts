import { beforeEach, describe, expect, it } from "vitest";
import { plainKpi, plainRole, plainScenario } from "../../../tests/helpers/plain-plan.ts";
import { matchRoles } from "#shared/comparison/index.ts";
import { addFile, comparisonOf, comparisonStore, forgetDocument, matchKpi, matchRole, removeFile, setRate } from "./comparison-store.ts";

const document = plainScenario({ roles: [plainRole({ id: "cam", title: "Account Manager", kpis: [plainKpi({ id: "sourced", name: "Sourced" })] })] });
const file = plainScenario({ id: "file", roles: [
  plainRole({ id: "hunter", title: "Hunter", kpis: [plainKpi({ id: "new", name: "New" })] }),
  plainRole({ id: "farmer", title: "Farmer", kpis: [plainKpi({ id: "old", name: "Old" }), plainKpi({ id: "won", name: "Won" })] }),
] });

const side = () => {
  const { base, others } = comparisonOf(comparisonStore.getState(), document);
  const [other] = others;
  if (other === undefined) throw new Error("A file is compared.");
  return { key: other.key, pairs: matchRoles(base.scenario, other.scenario, other.choices) };
};

beforeEach(() => {
  for (const { key } of comparisonStore.getState().files) removeFile(key);
  forgetDocument();
  addFile({ fileName: "file", folder: "", scenario: file });
});

describe("a match by hand", () => {
  it("is the last that was said of a role and of a KPI of the base", () => {
    const { key } = side();
    const isCam = (): string | undefined => side().pairs.find(({ base }) => base?.id === "cam")?.other?.id;
    matchRole(key, "hunter", "cam");
    expect(isCam()).toBe("hunter");
    matchRole(key, "farmer", "cam");
    expect(isCam()).toBe("farmer");
    const isSourced = (): string | undefined => side().pairs[0]?.kpis.find(({ base }) => base?.id === "sourced")?.other?.id;
    matchKpi(key, "farmer", "old", "sourced");
    matchKpi(key, "farmer", "won", "sourced");
    expect(isSourced()).toBe("won");
    matchKpi(key, "farmer", "old", "sourced");
    expect(isSourced()).toBe("old");
    // Two of the file's own do not stand in each other's way.
    matchRole(key, "hunter", null);
    matchRole(key, "farmer", null);
    expect(comparisonStore.getState().choices[key]?.roles).toEqual({ hunter: null, farmer: null });
  });
});

describe("a rate", () => {
  it("is changed, and taken away again", () => {
    addFile({ fileName: "europe", folder: "", scenario: { ...file, id: "europe", currency: "EUR" } });
    const key = comparisonStore.getState().files[1]?.key ?? "";
    const rates = (): readonly unknown[] => {
      const { others, withoutRate } = comparisonOf(comparisonStore.getState(), document);
      return [others.map(({ converted }) => converted?.rate ?? null), withoutRate.map(({ currency }) => currency)];
    };
    expect(rates()).toEqual([[null], ["EUR"]]);
    setRate(key, 11);
    setRate(key, 1.1);
    expect(rates()).toEqual([[null, 1.1], []]);
    setRate(key, null);
    expect(rates()).toEqual([[null], ["EUR"]]);
  });
});
