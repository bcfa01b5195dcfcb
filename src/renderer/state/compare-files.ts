/** Files come into the comparison, and single inputs of theirs into the document. */
import type { InputDifference } from "#shared/comparison/index.ts";
import type { HostError } from "#shared/host-api/contract.ts";
import { parseScenario, validateScenario } from "#shared/scenario-file/index.ts";
import { callHost } from "../platform/host.ts";
import { addFile, comparisonStore } from "./comparison-store.ts";
import { edit } from "./document-store.ts";

/** A recent file, or one the person chooses. */
export async function readFile(recentId: string | null): Promise<void> {
  const read = await callHost("read", { recentId });
  if (!read.ok) return comparisonStore.setState({ problem: read.error });
  if (read.value.kind === "here") addFile(read.value);
}

/** Files dragged into Compare. What is refused of them is told together, whatever comes in beside it. */
export async function readDropped(files: readonly File[]): Promise<void> {
  const refused: Extract<HostError, { readonly kind: "refused" }>[] = [];
  for (const file of files) {
    const read = parseScenario(new Uint8Array(await file.arrayBuffer()));
    const fileName = file.name.replace(/\.paymix$/i, "");
    if (read.ok) addFile({ fileName, folder: "", scenario: read.scenario });
    else refused.push({ kind: "refused", fileName, message: `“${fileName}” is no scenario that Paymix can read.`, problems: read.problems });
  }
  const [first, ...more] = refused;
  if (first === undefined) return;
  const named = refused.flatMap(({ fileName, problems }) => problems.map(({ path, message }) => ({ path: path === "" ? fileName : `${fileName}: ${path}`, message })));
  const message = refused.map((each) => each.message).join(" ");
  comparisonStore.setState({ problem: more.length === 0 ? first : { ...first, message, problems: named } });
}

/** Takes one input over into the document, as one undo step. Where the document would not be valid with it, says why and changes nothing. */
export function takeOver(difference: InputDifference, name: string): void {
  let refused: string | null = null;
  const { take } = difference;
  if (take === null) return;
  edit(`${difference.name} from ${name}`, null, (scenario) => {
    const next = take(scenario);
    const checked = validateScenario(next);
    if (checked.ok) return next;
    refused = checked.problems[0]?.message ?? "The document would not be valid with it.";
    return scenario;
  });
  comparisonStore.setState({ problem: refused === null ? null : { kind: "bad-call", message: `${difference.name} alone cannot be taken over: ${String(refused)} Take over what belongs to it first.` } });
}
