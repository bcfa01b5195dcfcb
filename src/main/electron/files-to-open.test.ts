import { describe, expect, it } from "vitest";
import { filesNamed } from "./files-to-open.ts";

describe("the files that arguments name", () => {
  it.each([
    ["a full path", ["/plans/a.paymix"], ["/plans/a.paymix"]],
    ["a name in the folder that the start came from", ["a.paymix"], ["/started-in/a.paymix"]],
    ["a way up from there", ["../b/a.paymix"], ["/b/a.paymix"]],
    ["any case of the extension", ["A.PAYMIX"], ["/started-in/A.PAYMIX"]],
    ["several", ["a.paymix", "b.paymix"], ["/started-in/a.paymix", "/started-in/b.paymix"]],
    ["an address, as Linux desktops hand files over", ["file:///plans/My%20plan%20%C2%BD.paymix"], ["/plans/My plan ½.paymix"]],
    ["an address in capitals", ["FILE:///plans/a.paymix"], ["/plans/a.paymix"]],
    ["an address of another computer, which is no file here", ["file://elsewhere/plans/a.paymix"], ["/started-in/file:/elsewhere/plans/a.paymix"]],
    ["an address with a separator in a name", ["file:///plans/b%2Fa.paymix"], ["/started-in/file:/plans/b%2Fa.paymix"]],
    ["an address that is none", ["file://%zz/a.paymix"], ["/started-in/file:/%zz/a.paymix"]],
    ["a web address", ["https://evil.test/a.paymix"], ["/started-in/https:/evil.test/a.paymix"]],
    ["another kind of file", ["notes.txt", "/etc/passwd", "file:///etc/passwd", ".", "/started-in"], []],
    ["switches", ["--folder=/x/a.paymix", "-a.paymix", "--", "--inspect=a.paymix"], []],
    ["what follows the end of switches", ["--", "a.paymix"], ["/started-in/a.paymix"]],
    ["nothing", [], []],
  ])("%s", (_what, args, files) => {
    expect(filesNamed(["/opt/Paymix/paymix", ...args], "/started-in")).toEqual(files);
  });

  it("are not the program itself", () => {
    expect(filesNamed(["/opt/paymix.paymix"], "/started-in")).toEqual([]);
  });
});
