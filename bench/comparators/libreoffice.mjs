// LibreOffice without a window: the same workbook, one cell changed and the total read, timed inside its own Python bridge.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { workbookOf } from "./workbook.mjs";

const WORDS = { share: (z) => `COM.MICROSOFT.NORM.S.DIST(${z};TRUE())`, density: (z) => `COM.MICROSOFT.NORM.S.DIST(${z};FALSE())` };
const SCRIPT = fileURLToPath(new URL("libreoffice.py", import.meta.url));

export function libreOffice(scenario, repetitions) {
  const folder = mkdtempSync(join(tmpdir(), "paymix-office-"));
  const file = join(folder, "plan.fods");
  writeFileSync(file, flatSheet(workbookOf(scenario, WORDS)));
  const pipe = `paymix${process.pid}`;
  const office = spawn("soffice", ["--headless", "--norestore", "--nologo", `-env:UserInstallation=file://${join(folder, "profile")}`, `--accept=pipe,name=${pipe};urp;`], { stdio: "ignore" });
  try {
    return JSON.parse(execFileSync("/usr/bin/python3", [SCRIPT, pipe, `file://${file}`, String(repetitions)], { encoding: "utf8", timeout: 240_000 }));
  } finally {
    office.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function flatSheet(cells) {
  const cellText = (cell) => {
    if (cell === null) return "<table:table-cell/>";
    if (typeof cell === "number") return `<table:table-cell office:value-type="float" office:value="${cell}"/>`;
    // In files, references stand in brackets.
    const formula = cell.slice(1).replace(/\b[A-G]\d+:[A-G]\d+|\$[A-G]\$\d+|\b[A-G]\d+\b/g, (reference) => `[${reference.split(":").map((part) => `.${part}`).join(":")}]`);
    return `<table:table-cell table:formula="of:=${formula}" office:value-type="float"/>`;
  };
  return `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:of="urn:oasis:names:tc:opendocument:xmlns:of:1.2" office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="Plan">${cells.map((row) => `<table:table-row>${row.map(cellText).join("")}</table:table-row>`).join("")}</table:table></office:spreadsheet></office:body></office:document>`;
}
