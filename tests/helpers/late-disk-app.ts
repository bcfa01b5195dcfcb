/** The browser shell on a disk whose answers a test holds back. Bundled by those who use it, as the product is. */
import { join } from "node:path";
import { readBuiltFiles } from "../../src/main/host/built-files.ts";
import { nodeFiles } from "../../src/main/host/file-port.ts";
import { startLoopback } from "../../src/main/loopback/loopback.ts";
import { faultyFiles } from "../faults/faulty-files.ts";

/** @param out folder of the build; @param folder the person's files, which `answerLate` is about; @param dataFolder Paymix's own */
export async function startOnLateDisk(out: string, folder: string, dataFolder: string) {
  const [page, bridge] = await Promise.all([readBuiltFiles(join(out, "renderer")), readBuiltFiles(join(out, "loopback", "page"))]);
  const disk = faultyFiles(nodeFiles);
  const { newWindow, stop } = await startLoopback({ folder, dataFolder, files: new Map([...page, ...bridge]), announce: () => undefined, disk });
  let answer: () => void = () => undefined;
  const answerNow = (): void => {
    answer();
    disk.disarm();
  };
  return {
    newWindow: () => newWindow(),
    /** Whatever is asked of the folder from now on is answered after so many milliseconds from now. */
    answerLate: (milliseconds: number): void => {
      const until = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        answer = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      disk.arm({ operation: "every", within: folder, nth: 1, forEver: true, fault: { kind: "late", until } });
    },
    /** What was asked meanwhile is answered, and from now on everything is at once. */
    answerNow,
    stop: async (): Promise<void> => {
      answerNow();
      await stop();
    },
  };
}
