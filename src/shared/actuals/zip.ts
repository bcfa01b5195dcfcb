/** The files inside a zip archive, unfolded piece by piece: a sheet of a hundred thousand rows is never in memory as a whole. */
import { Unzip, UnzipInflate, unzipSync } from "fflate";

/** A file that is in an archive. */
export type ZipEntry = {
  readonly archive: Uint8Array;
  readonly path: string;
  /** Bytes it says to unfold to. */
  readonly size: number;
};

/** Bytes that are unfolded at once, at most a thousandfold of it: between two pieces somebody else may have the thread. */
const PORTION = 16_384;
const OTHER_SIZE = "A file of the archive has another size than it says.";

/**
 * Lists the files of an archive by their paths, as its directory has them.
 * @throws Error for what is no archive
 */
export function zipEntries(archive: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  unzipSync(archive, {
    filter: ({ name, originalSize }) => {
      entries.set(name, { archive, path: name, size: originalSize });
      return false;
    },
  });
  return entries;
}

/**
 * Unfolds a file piece by piece, in order.
 * @yields pieces of any length, with the share of the file that is read by then, 0–1
 * @throws Error where the file is damaged, or comes to another size than it says
 */
export function* unfolded({ archive, path, size }: ZipEntry): Generator<{ readonly piece: Uint8Array; readonly share: number }> {
  let pieces: Uint8Array[] = [];
  let isWhole = false;
  const unzip = new Unzip((file) => {
    if (file.name !== path) return;
    file.ondata = (error, piece, isLast) => {
      if (error !== null) throw error;
      pieces.push(piece);
      isWhole = isLast;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  let total = 0;
  for (let at = 0; at < archive.length && !isWhole; at += PORTION) {
    unzip.push(archive.subarray(at, at + PORTION), at + PORTION >= archive.length);
    for (const piece of pieces) {
      total += piece.length;
      if (total > size) throw new Error(OTHER_SIZE);
      yield { piece, share: size === 0 ? 1 : total / size };
    }
    pieces = [];
  }
  if (!isWhole || total !== size) throw new Error(OTHER_SIZE);
}
