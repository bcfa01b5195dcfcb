/** One save into a folder that lets no new file in, as an account that is not the administrator. Says what came of it. Arguments: documents folder, data folder. */
import { join } from "node:path";
import { nodeFiles } from "../../src/main/host/file-port.ts";
import { named, openFileIn } from "../../src/main/host/testing/test-documents.ts";
import { startTestHost } from "../../src/main/host/testing/test-host.ts";

const [documents = "", data = ""] = process.argv.slice(2);
const app = await startTestHost({ root: documents, documents, data });
const { info } = await openFileIn(app, "w", join(documents, "plan.paymix"));
const fileIsWritable = await nodeFiles.mayWrite(join(documents, "plan.paymix"));
const saved = await app.call("w", "save", { handle: info.handle, scenario: named("New"), replaceChanged: false });
const edited = app.host.isEdited("w");
await app.host.end();
console.log(JSON.stringify({ fileIsWritable, saved, edited }));
