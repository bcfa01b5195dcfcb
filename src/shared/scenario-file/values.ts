/**
 * Reads values of a document one by one. Every reader answers a value of its type; where the value found is none, it adds
 * a problem and answers a stand-in (NaN for a number) that is thrown away with the document. So one reading finds every
 * problem, in the order of the document, and a list that is too long is refused before its items are looked at.
 */
import type { ParameterSpec } from "../model/parameters.ts";
import { unreadableIn } from "../model/readable-text.ts";
import { anyOf, describe, joined, quoted } from "./place.ts";
import type { ProblemList } from "./problem-list.ts";

/** A value that is still unchecked, with its place. */
export type Source = { readonly value: unknown; readonly path: string; readonly found: ProblemList };
export type Reader<Value> = (source: Source) => Value;
/** The value of a field; asking for it makes its name a known one. A field that is not there has the value undefined. */
export type Field = (name: string) => Source;

const IGNORED: ProblemList = { add: () => undefined, all: () => [] };

/** An object with the fields that `read` asks for and no others. */
export function object<Value>(source: Source, read: (field: Field) => Value): Value {
  const { value, path, found } = source;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    wrong(source, "an object");
    return read(() => ({ ...source, value: undefined, found: IGNORED }));
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const result = read((name) => {
    const source = { value: fields.get(name), path: joined(path, name), found };
    fields.delete(name);
    return source;
  });
  for (const name of fields.keys()) found.add(joined(path, name), "This field is not known.");
  return result;
}

/** What the deciding field says, and how the other fields are read then. */
type Variant<Value> = readonly [name: string, read: (field: Field) => Value];

/** An object whose other fields depend on what one of them says. The first variant stands in for one that is not known. */
export function variant<Value>(source: Source, by: string, variants: readonly [Variant<Value>, ...Variant<Value>[]]): Value {
  const { value, path, found } = source;
  const [[, standIn]] = variants;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return object(source, standIn);
  const name: unknown = new Map<string, unknown>(Object.entries(value)).get(by);
  const chosen = variants.find(([known]) => known === name);
  if (chosen === undefined) {
    notOneOf({ value: name, path: joined(path, by), found }, variants.map(([known]) => known));
    return object({ value: {}, path, found: IGNORED }, standIn);
  }
  return object(source, (field) => {
    field(by);
    return chosen[1](field);
  });
}

/** How many items a list may have, and what they are called in the plural. */
type ListLimits = { readonly most: number; readonly least?: number; readonly what: string };

/** A list of so many items. */
export function list<Item>(source: Source, limits: ListLimits, item: Reader<Item>): readonly Item[] {
  const { value, path, found } = source;
  if (!Array.isArray(value)) {
    wrong(source, "a list");
    return [];
  }
  const items: readonly unknown[] = value;
  if (items.length > limits.most) {
    found.add(path, `This list has ${items.length} ${limits.what}; at most ${limits.most} are allowed.`);
    return [];
  }
  if (items.length < (limits.least ?? 0)) found.add(path, `This list has no ${limits.what}; at least ${limits.least ?? 0} is needed.`);
  return items.map((value, index) => item({ value, path: joined(path, index), found }));
}

/** A list of exactly two items. */
export function pair<Item>(source: Source, what: string, item: Reader<Item>): readonly [Item, Item] {
  const { value, path, found } = source;
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  if (!Array.isArray(value)) wrong(source, "a list");
  else if (items.length !== 2) found.add(path, `This list has ${items.length} ${what}; exactly 2 are needed.`);
  const read = (index: 0 | 1): Item => item({ value: items[index], path: joined(path, index), found: items.length === 2 ? found : IGNORED });
  return [read(0), read(1)];
}

/** One word that stands for a list, or the list. */
export function wordOrList<Word extends string, Item>(source: Source, word: Word, limits: ListLimits, item: Reader<Item>): Word | readonly Item[] {
  const { value, path, found } = source;
  if (value === word) return word;
  if (value === undefined || Array.isArray(value)) return list(source, limits, item);
  found.add(path, `This is ${describe(value)}; allowed is ${quoted(word)} or a list of ${limits.what}.`);
  return word;
}

/** Text of at most so many characters that can be read, empty or not. */
export function text(source: Source, most: number): string {
  const { value, path, found } = source;
  if (typeof value !== "string") {
    wrong(source, "text");
    return "";
  }
  if (value.length > most) found.add(path, `This text has ${value.length} characters; at most ${most} are allowed.`);
  const unreadable = unreadableIn(value);
  if (unreadable !== null) found.add(path, `This text has a character that cannot be seen and changes what is shown after it (${unreadable}).`);
  return value;
}

/** One of a few words. */
export function choice<Word extends string>(source: Source, words: readonly [Word, ...Word[]]): Word {
  const word = words.find((each) => each === source.value);
  if (word === undefined) notOneOf(source, words);
  return word ?? words[0];
}

function notOneOf(source: Source, words: readonly string[]): void {
  if (source.value === undefined) missing(source);
  else source.found.add(source.path, `This is ${describe(source.value)}; allowed is ${anyOf(words.map(quoted))}.`);
}

/** true or false. */
export function flag(source: Source): boolean {
  if (typeof source.value !== "boolean") wrong(source, "true or false");
  return source.value === true;
}

/** A number within the bounds of its parameter; −0 is 0. */
export function number(source: Source, spec: ParameterSpec): number {
  const { value, path, found } = source;
  if (typeof value !== "number") {
    wrong(source, "a number");
    return Number.NaN;
  }
  if (value >= spec.min && value <= spec.max && (spec.whole !== true || Number.isInteger(value))) return value + 0;
  found.add(path, `This is ${describe(value)}; allowed is ${allowedRange(spec)}.`);
  return Number.NaN;
}

/** Any number that is not infinite. */
export function finite(source: Source): number {
  const { value, path, found } = source;
  if (typeof value !== "number") wrong(source, "a number");
  else if (Number.isFinite(value)) return value + 0;
  else found.add(path, `This is ${describe(value)}.`);
  return Number.NaN;
}

/** null, or what `read` reads. */
export function orNull<Value>(source: Source, read: Reader<Value>): Value | null {
  return source.value === null ? null : read(source);
}

/** What a field that is not there stands for, or what `read` reads. */
export function orDefault<Value, Default>(source: Source, read: Reader<Value>, absent: Default): Value | Default {
  return source.value === undefined ? absent : read(source);
}

function wrong(source: Source, wanted: string): void {
  if (source.value === undefined) missing(source);
  else source.found.add(source.path, `This must be ${wanted}, not ${describe(source.value)}.`);
}

function missing({ path, found }: Source): void {
  found.add(path, "This field is missing.");
}

/** Bounds in the form the file has them: a share of 40 % is 0.4 there. */
function allowedRange(spec: ParameterSpec): string {
  return spec.rangeText.includes("%") ? `${spec.min} to ${spec.max} (${spec.rangeText})` : spec.rangeText;
}
