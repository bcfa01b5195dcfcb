/** A plane for tests: attainment `from` to `to` over 400 px, 0 to `top` over 200 px, at (40, 10). */
import type { Plane } from "./geometry.ts";

export function planeOf(from: number, to: number, top: number): Plane {
  const area = { left: 40, top: 10, right: 440, bottom: 210 };
  const width = area.right - area.left;
  const height = area.bottom - area.top;
  return {
    area,
    x: (attainment) => area.left + ((attainment - from) / (to - from)) * width,
    y: (value) => area.bottom - (value / top) * height,
    attainmentAt: (x) => from + ((x - area.left) / width) * (to - from),
    valueAt: (y) => ((area.bottom - y) / height) * top,
  };
}
