/** The files inside a zip archive, unfolded piece by piece: a sheet of a hundred thousand rows is never in memory as a whole. */
import { Inflate } from "fflate";

// Every engine that runs this has it; the language's own library does not name it.
declare const TextDecoder: new (encoding: "utf-8") => { readonly decode: (bytes: Uint8Array) => string };

/** A file that is in an archive, still folded. */
export type ZipEntry = {
  readonly isDeflated: boolean;
  readonly folded: Uint8Array;
  /** Bytes it says to unfold to. */
  readonly size: number;
};

const [STORED, DEFLATED] = [0, 8];
const [END, END_64, ENTRY, FILE] = [0x06054b50, 0x06064b50, 0x02014b50, 0x04034b50];
const [END_LENGTH, LOCATOR_LENGTH, ENTRY_LENGTH, FILE_LENGTH] = [22, 20, 46, 30];
const LONGEST_COMMENT = 0xffff;
/** In place of a number that needs eight bytes and stands elsewhere. */
const ELSEWHERE = 0xffffffff;
const IN_64_BITS = 1;
/** Bytes that are unfolded at once, at most a thousandfold of it: between two pieces somebody else may have the thread. */
const PORTION = 16_384;
const OTHER_SIZE = "A file of the archive has another size than it says.";

/**
 * Lists the files of an archive by their paths, as its directory has them (PKWARE APPNOTE 4.3).
 * @throws Error for what is no archive, or one that is encrypted, cut off or folded in a way of its own
 */
export function zipEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, from } = directory(view);
  const entries = new Map<string, ZipEntry>();
  let at = from;
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error("The directory of the archive is damaged.");
    const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
    const [nameLength, extraLength, commentLength] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const nameAt = at + ENTRY_LENGTH;
    const path = new TextDecoder("utf-8").decode(bytes.subarray(nameAt, nameAt + nameLength));
    const [size, length, place] = wholeNumbers(view, nameAt + nameLength, extraLength, [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]);
    at = nameAt + nameLength + extraLength + commentLength;
    if (path.endsWith("/")) continue;
    if ((flags & 1) !== 0 || (method !== STORED && method !== DEFLATED) || view.getUint32(place, true) !== FILE) throw new Error(`${path} cannot be unfolded.`);
    const start = place + FILE_LENGTH + view.getUint16(place + 26, true) + view.getUint16(place + 28, true);
    if (start + length > bytes.length) throw new Error(`${path} is cut off.`);
    entries.set(path, { isDeflated: method === DEFLATED, folded: bytes.subarray(start, start + length), size });
  }
  return entries;
}

function directory(view: DataView): { readonly count: number; readonly from: number } {
  for (let at = view.byteLength - END_LENGTH; at >= Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END) continue;
    const [count, from] = [view.getUint16(at + 10, true), view.getUint32(at + 16, true)];
    if (from !== ELSEWHERE && count !== 0xffff) return { count, from };
    const far = longNumber(view, at - LOCATOR_LENGTH + 8);
    if (view.getUint32(far, true) !== END_64) break;
    return { count: longNumber(view, far + 32), from: longNumber(view, far + 48) };
  }
  throw new Error("This is no zip archive.");
}

type Numbers = readonly [size: number, length: number, place: number];

/** Those of the three numbers that stand elsewhere, in their order, from the entry's field of long numbers. */
function wholeNumbers(view: DataView, extra: number, extraLength: number, [size, length, place]: Numbers): Numbers {
  let field = extra;
  while (field < extra + extraLength && view.getUint16(field, true) !== IN_64_BITS) field += 4 + view.getUint16(field + 2, true);
  let next = field + 4;
  const whole = (number: number): number => {
    if (number !== ELSEWHERE) return number;
    next += 8;
    return longNumber(view, next - 8);
  };
  return [whole(size), whole(length), whole(place)];
}

function longNumber(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}

/**
 * Unfolds a file piece by piece, in order.
 * @yields pieces of any length, with the share of the file that is read by then, 0–1
 * @throws Error where the file is damaged, or comes to another size than it says
 */
export function* unfolded({ isDeflated, folded, size }: ZipEntry): Generator<{ readonly piece: Uint8Array; readonly share: number }> {
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  let total = 0;
  for (let at = 0; at < folded.length; at += PORTION) {
    const portion = folded.subarray(at, at + PORTION);
    const share = Math.min(1, (at + PORTION) / folded.length);
    if (isDeflated) inflate.push(portion, share === 1);
    else pieces.push(portion);
    for (const piece of pieces) {
      total += piece.length;
      if (total > size) throw new Error(OTHER_SIZE);
      yield { piece, share };
    }
    pieces = [];
  }
  if (total !== size) throw new Error(OTHER_SIZE);
}
