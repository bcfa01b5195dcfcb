/** Icons of every size the systems ask for, and each of the size it says. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ICNS_SIZES, ICO_SIZES, PNG_SIZES, picturesOfIcns, picturesOfIco, pngSize } from "../../scripts/icon-files.mjs";

const icons = fileURLToPath(new URL("../../assets/icons", import.meta.url));
const read = (name) => readFileSync(join(icons, name));

describe("icons", () => {
  it.each(PNG_SIZES)("a picture of %s pixels for Linux", (size) => {
    expect(pngSize(read(`app/${size}x${size}.png`))).toEqual([size, size]);
  });

  it.each(["app", "document"])("%s for Windows", (name) => {
    const pictures = picturesOfIco(read(`${name}.ico`));
    expect(pictures.map(({ size }) => size)).toEqual(ICO_SIZES);
    for (const { size, png } of pictures) expect(pngSize(png)).toEqual([size, size]);
  });

  it.each(["app", "document"])("%s for macOS", (name) => {
    const pictures = picturesOfIcns(read(`${name}.icns`));
    expect(new Set(pictures.map(({ size }) => size))).toEqual(new Set(ICNS_SIZES));
    for (const { size, png } of pictures) expect(pngSize(png)).toEqual([size, size]);
  });
});
