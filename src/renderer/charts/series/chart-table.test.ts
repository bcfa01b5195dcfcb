import { describe, expect, it } from "vitest";
import { tableText } from "./chart-table.ts";

describe("tableText", () => {
  it("separates cells by tabs and keeps each cell whole", () => {
    const table = {
      caption: "",
      columns: [{ title: "Point", kind: "text" as const }, { title: "Pays", kind: "figure" as const }],
      rows: [["Two\nlines", "40%"], ["=1+1", "+$3"]],
    };
    expect(tableText(table)).toBe("Point\tPays\nTwo lines\t40%\n'=1+1\t+$3");
  });
});
