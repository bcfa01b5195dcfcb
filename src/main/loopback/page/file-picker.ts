/** Chooses a file of the one folder: a dialog that works by mouse and by keyboard. Names are shown as text only. */
import type { FileRequest, FolderListing, FolderNames } from "#shared/host-api/browser-shell.ts";
import { readableName } from "#shared/model/readable-text.ts";
import type { Connection } from "./connection.ts";
import { button, element } from "./elements.ts";

type Entry = { readonly kind: "folder" | "file"; readonly name: string; readonly modifiedAt: number | null };

const EXTENSION = ".paymix";

export function chooseFile(request: FileRequest, connection: Pick<Connection, "list" | "answer">): void {
  const isSave = request.purpose === "save";
  let folder: FolderNames = request.folder;
  let entries: readonly Entry[] = [];
  let selected = -1;
  let answered = false;
  /** Keys pressed while a folder is being read: they mean the list to come. Null once it stands. */
  let early: string[] | null = [];

  const title = element("h2", { className: "browser-shell__title", id: "file-picker-title" }, isSave ? "Save as" : "Open a scenario");
  const path = element("nav", { className: "file-picker__path", ariaLabel: "Folder" });
  const list = element("ul", { className: "file-picker__list", role: "listbox", ariaLabel: "Files and folders", tabIndex: 0 });
  const name = element("input", { className: "file-picker__name", type: "text", value: request.suggestedName, spellcheck: false, autocomplete: "off" });
  const nameRow = element("label", { className: "file-picker__name-row" }, "Name", name, element("span", { className: "file-picker__extension" }, EXTENSION));
  const problem = element("p", { className: "file-picker__problem", role: "alert" });
  const choose = button(isSave ? "Save" : "Open", () => void submit(false), "browser-shell__button browser-shell__button--primary");
  const actions = element("div", { className: "browser-shell__actions" });
  const usual = [button("Cancel", () => dialog.close()), choose];
  const dialog = element("dialog", { className: "browser-shell file-picker" }, title, path, list, ...(isSave ? [nameRow] : []), problem, actions);
  dialog.setAttribute("aria-labelledby", title.id);
  actions.append(...usual);

  function say(text: string): void {
    problem.textContent = text;
  }

  async function show(next: FolderNames): Promise<void> {
    early ??= [];
    let listing: FolderListing;
    try {
      listing = await connection.list(next);
    } catch {
      early = null;
      say("This folder cannot be read.");
      return;
    }
    folder = next;
    entries = [
      ...listing.folders.map((each): Entry => ({ kind: "folder", name: each, modifiedAt: null })),
      ...listing.files.map((each): Entry => ({ kind: "file", ...each })),
    ];
    drawPath(listing.rootName);
    drawList();
    select(isSave || entries.length === 0 ? -1 : 0, { fillName: false });
    say("");
    const pressed = early ?? [];
    early = null;
    pressed.forEach(press);
  }

  function drawPath(rootName: string): void {
    const steps = [rootName, ...folder].map((step, depth) => {
      const here = depth === folder.length;
      const made = button(readableName(step), () => void show(folder.slice(0, depth)).then(() => list.focus()), "file-picker__step");
      if (here) made.setAttribute("aria-current", "true");
      return made;
    });
    path.replaceChildren(...steps.flatMap((step, index) => (index === 0 ? [step] : [element("span", { ariaHidden: "true" }, "›"), step])));
  }

  function drawList(): void {
    list.replaceChildren(
      ...entries.map((entry, index) => {
        const label = element("span", { className: "file-picker__file" }, readableName(shownName(entry)));
        const when = element("span", { className: "file-picker__when" }, entry.modifiedAt === null ? "Folder" : shownTime(entry.modifiedAt));
        const option = element("li", { className: `file-picker__option file-picker__option--${entry.kind}`, role: "option", id: `file-picker-${index}` }, label, when);
        option.addEventListener("click", () => select(index, { fillName: true }));
        option.addEventListener("dblclick", () => enter(index));
        return option;
      }),
    );
    if (entries.length === 0) list.append(element("li", { className: "file-picker__nothing", role: "presentation" }, "No scenarios in this folder."));
  }

  function select(index: number, { fillName }: { readonly fillName: boolean }): void {
    selected = index;
    [...list.querySelectorAll("[role=option]")].forEach((option, position) => option.setAttribute("aria-selected", String(position === index)));
    const option = list.querySelector(`#file-picker-${index}`);
    option?.scrollIntoView({ block: "nearest" });
    if (option === null) list.removeAttribute("aria-activedescendant");
    else list.setAttribute("aria-activedescendant", option.id);
    const entry = entries[index];
    if (fillName && isSave && entry?.kind === "file") name.value = shownName(entry);
    choose.disabled = !isSave && entry === undefined;
    say("");
  }

  function enter(index: number): void {
    const entry = entries[index];
    if (entry?.kind === "folder") void show([...folder, entry.name]);
    else void submit(false);
  }

  async function submit(replace: boolean): Promise<void> {
    const entry = entries[selected];
    if (!isSave && entry?.kind === "folder") return show([...folder, entry.name]);
    const chosen = isSave ? name.value : entry?.name;
    if (chosen === undefined) return;
    try {
      const outcome = await connection.answer({ id: request.id, choice: { folder, name: chosen, replace } });
      if (outcome.kind === "is-there") return askToReplace();
      if (outcome.kind === "refused") return say(outcome.message);
      answered = true;
      dialog.close();
    } catch {
      say("Paymix did not answer. Is it still running in its terminal?");
    }
  }

  function askToReplace(): void {
    say(`“${name.value.trim()}” is there already. Replace it?`);
    const back = (): void => {
      actions.replaceChildren(...usual);
      say("");
      name.focus();
    };
    const keep = button("Keep it", back);
    const replace = button("Replace", () => {
      back();
      void submit(true);
    });
    actions.replaceChildren(replace, keep);
    keep.focus();
  }

  function press(key: string): void {
    if (early !== null) {
      early.push(key);
      return;
    }
    const to = target(key);
    if (to !== null) select(to, { fillName: true });
    else if (key === "Enter") enter(selected);
    else if (key === "Backspace" && folder.length > 0) void show(folder.slice(0, -1));
  }

  list.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !meansTheList(event.key)) return;
    event.preventDefault();
    press(event.key);
  });
  name.addEventListener("keydown", (event) => {
    if (event.key === "Enter") void submit(false);
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (!answered) void connection.answer({ id: request.id, choice: null }).catch(() => undefined);
  });

  /** Where a key moves the selection, by position or by first letters; null when it does not. */
  function target(key: string): number | null {
    const last = entries.length - 1;
    if (last < 0) return null;
    if (key === "ArrowDown") return Math.min(selected + 1, last);
    if (key === "ArrowUp") return Math.max(selected - 1, 0);
    if (key === "Home") return 0;
    if (key === "End") return last;
    if (key.length !== 1) return null;
    const order = [...entries.keys()].map((offset) => (selected + 1 + offset) % entries.length);
    return order.find((index) => entries[index]?.name.toLowerCase().startsWith(key.toLowerCase())) ?? null;
  }

  document.body.append(dialog);
  dialog.showModal();
  if (isSave) name.select();
  else list.focus();
  void show(request.folder);
}

const LIST_KEYS = new Set(["ArrowDown", "ArrowUp", "Home", "End", "Enter", "Backspace"]);

/** Tab and Escape stay the dialog's. */
function meansTheList(key: string): boolean {
  return key.length === 1 || LIST_KEYS.has(key);
}

function shownName({ kind, name }: Entry): string {
  return kind === "file" ? name.slice(0, -EXTENSION.length) : name;
}

function shownTime(modifiedAt: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(modifiedAt);
}
