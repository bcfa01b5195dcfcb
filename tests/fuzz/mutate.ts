/** Files that are wrong on purpose: bytes that were hit, and documents whose parts were moved, doubled, dropped or replaced. */

/** A number from 0 to below 1, the same for the same seed on every machine (mulberry32). */
export type Chance = () => number;

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<Item>(items: readonly Item[], chance: Chance): Item {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error("Nothing to pick from.");
  return item;
}

const below = (count: number, chance: Chance): number => Math.floor(chance() * count);

/** Numbers that programs trip over. Some are valid in some places: a document may be accepted with them. */
const NUMBERS = ["0", "-0", "1", "-1", "0.1", "1e-320", "5e-324", "1e308", "1e400", "-1e400", "9007199254740993", "1e15", "1e12", "100", "99.99999999", "0.30000000000000004", "NaN", "Infinity", "1e", "01", "0x10", ".5", "1_000"];
const TEXTS = ["", " ", "\u0000", "null", "__proto__", "constructor", "toString", "<script>alert(1)</script>", "=1+1", "../../etc/passwd", "CON", "\u202Eexe.xlsx", "\uD800", "é".repeat(400), "a".repeat(5_000), "cam", "sourced", "points", "normal", "quarterly", "USD", "XXX"];
const PIECES = ["null", "[]", "{}", "true", "[[[]]]", '{"__proto__":{"x":1}}', '"text"', "[1,2,3]", '{"id":"a","id":"b"}'];

/** Bytes flipped, cut out, doubled, cut off or put in. */
export function hitBytes(source: Uint8Array, chance: Chance): Uint8Array {
  let bytes = Uint8Array.from(source);
  for (let hits = 1 + below(6, chance); hits > 0; hits -= 1) {
    const at = below(bytes.length + 1, chance);
    const size = 1 + below(chance() < 0.8 ? 8 : 400, chance);
    switch (below(6, chance)) {
      case 0:
        bytes[Math.min(at, bytes.length - 1)] = below(256, chance);
        break;
      case 1:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(at + size));
        break;
      case 2:
        bytes = joined(bytes.subarray(0, at + size), bytes.subarray(at));
        break;
      case 3:
        bytes = joined(bytes.subarray(0, at), Uint8Array.from({ length: size }, () => below(256, chance)), bytes.subarray(at));
        break;
      case 4:
        bytes = bytes.slice(0, at);
        break;
      default:
        bytes = joined(bytes.subarray(0, at), new TextEncoder().encode(pick([...NUMBERS, ...PIECES, "//", ",", '"', "\\", "\uFEFF", "\r\n"], chance)), bytes.subarray(at));
    }
    if (bytes.length === 0) break;
  }
  return bytes;
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

type Value = null | boolean | number | string | Value[] | { [key: string]: Value };
/** Written into the text as it stands, though it may be no JSON. */
const RAW = "\uE000raw:";

/** A document with some of its values replaced, moved, doubled or dropped, as text. */
export function changeParts(source: Value, chance: Chance): string {
  const root: { whole: Value } = { whole: structuredClone(source) };
  for (let changes = 1 + below(4, chance); changes > 0; changes -= 1) {
    const places = placesIn(root);
    const { holder, key } = pick(places, chance);
    const others = pick(places, chance);
    const value = valueAt({ holder, key });
    switch (below(9, chance)) {
      case 0:
        put(holder, key, `${RAW}${pick(NUMBERS, chance)}`);
        break;
      case 1:
        put(holder, key, pick(TEXTS, chance));
        break;
      case 2:
        put(holder, key, `${RAW}${pick(PIECES, chance)}`);
        break;
      case 3:
        put(holder, key, structuredClone(valueAt(others)));
        break;
      case 4:
        if (Array.isArray(holder)) holder.splice(Number(key), 1);
        else if (holder !== root) Reflect.deleteProperty(holder, key);
        break;
      case 5:
        if (Array.isArray(holder)) holder.splice(Number(key), 0, structuredClone(value));
        else put(holder, pick(TEXTS, chance), structuredClone(value));
        break;
      case 6:
        if (typeof value === "number") put(holder, key, value * pick([0, -1, 1.0000001, 0.5, 2, 10, 1e6, 1e-6], chance));
        break;
      case 7:
        if (Array.isArray(value)) value.reverse();
        break;
      default:
        if (typeof value === "string") put(holder, key, value.slice(below(value.length + 1, chance)));
    }
  }
  return JSON.stringify(root.whole, null, chance() < 0.5 ? 2 : undefined).replace(new RegExp(`"${RAW}((?:[^"\\\\]|\\\\.)*)"`, "g"), (_, raw: string) => raw.replaceAll('\\"', '"'));
}

type Place = { readonly holder: Value[] | { [key: string]: Value }; readonly key: string };

function valueAt({ holder, key }: Place): Value {
  return (Array.isArray(holder) ? holder[Number(key)] : holder[key]) ?? null;
}

function put(holder: Place["holder"], key: string, value: Value): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

/** Every value of the document, each before what it holds. */
function placesIn(holder: Place["holder"], places: Place[] = []): readonly Place[] {
  for (const key of Object.keys(holder)) {
    places.push({ holder, key });
    const value = valueAt({ holder, key });
    if (typeof value === "object" && value !== null) placesIn(value, places);
  }
  return places;
}
