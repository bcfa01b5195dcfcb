// The icon files of Windows and macOS: containers of PNG pictures, written and read.

export const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
export const ICO_SIZES = [16, 24, 32, 48, 64, 128, 256];
/** By type of entry: the side in pixels. Those of "@2x" are entries of their own. */
const ICNS_TYPES = { icp4: 16, icp5: 32, ic11: 32, ic12: 64, ic07: 128, ic13: 256, ic08: 256, ic14: 512, ic09: 512, ic10: 1024 };
export const ICNS_SIZES = [...new Set(Object.values(ICNS_TYPES))];

const ICO_HEAD = 6;
const ICO_ENTRY = 16;

/** @param {ReadonlyMap<number, Buffer>} pictures PNG by side */
export function ico(pictures) {
  const head = Buffer.alloc(ICO_HEAD + ICO_ENTRY * pictures.size);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.size, 4);
  let offset = head.length;
  [...pictures].forEach(([size, png], index) => {
    const at = ICO_HEAD + ICO_ENTRY * index;
    // A side of 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  });
  return Buffer.concat([head, ...pictures.values()]);
}

/** @param {ReadonlyMap<number, Buffer>} pictures PNG by side */
export function icns(pictures) {
  const entries = Object.entries(ICNS_TYPES).map(([type, size]) => {
    const png = pictures.get(size);
    const head = Buffer.alloc(8, type, "latin1");
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8, "icns", "latin1");
  head.writeUInt32BE(8 + entries.reduce((sum, entry) => sum + entry.length, 0), 4);
  return Buffer.concat([head, ...entries]);
}

/** The pictures in an .ico file, each with the side its entry names. */
export function picturesOfIco(file) {
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const at = ICO_HEAD + ICO_ENTRY * index;
    const offset = file.readUInt32LE(at + 12);
    return { size: file.readUInt8(at) || 256, png: file.subarray(offset, offset + file.readUInt32LE(at + 8)) };
  });
}

/** The pictures in an .icns file, each with the side its type stands for. */
export function picturesOfIcns(file) {
  const pictures = [];
  for (let at = 8; at < file.readUInt32BE(4); at += file.readUInt32BE(at + 4)) {
    const type = file.toString("latin1", at, at + 4);
    pictures.push({ size: ICNS_TYPES[type], png: file.subarray(at + 8, at + file.readUInt32BE(at + 4)) });
  }
  return pictures;
}

/** Width and height that a PNG names. */
export function pngSize(png) {
  if (png.toString("latin1", 1, 4) !== "PNG") throw new Error("This is no PNG.");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}
