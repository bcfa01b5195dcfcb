import { describe, expect, it } from "vitest";
import { placeFloating, type PlaceRequest } from "./place-floating.ts";

const WINDOW = { width: 1000, height: 700 };
const request = (more: Partial<PlaceRequest>): PlaceRequest => ({
  anchor: { left: 100, top: 100, width: 80, height: 28 },
  size: { width: 200, height: 300 },
  window: WINDOW,
  sides: ["below", "above"],
  align: "start",
  gap: 4,
  ...more,
});

describe("placeFloating", () => {
  it("prefers the first side, flush with the anchor", () => {
    expect(placeFloating(request({}))).toEqual({ side: "below", left: 100, top: 132, pointer: 40, room: 560 });
    expect(placeFloating(request({ align: "end" })).left).toBe(8);
    expect(placeFloating(request({ align: "end", anchor: { left: 500, top: 100, width: 80, height: 28 } })).left).toBe(380);
    expect(placeFloating(request({ align: "center", anchor: { left: 500, top: 100, width: 80, height: 28 } })).left).toBe(440);
  });

  it("turns over where it does not fit, ending at the anchor", () => {
    const anchor = { left: 100, top: 600, width: 80, height: 28 };
    expect(placeFloating(request({ anchor }))).toEqual({ side: "above", left: 100, top: 296, pointer: 40, room: 588 });
  });

  it("takes the roomier side and says how much room there is where it fits on none", () => {
    const place = placeFloating(request({ size: { width: 200, height: 900 } }));
    expect(place).toMatchObject({ side: "below", top: 132, room: 560 });
    expect(placeFloating(request({ size: { width: 200, height: 900 }, anchor: { left: 0, top: 600, width: 80, height: 28 } }))).toMatchObject({ side: "above", top: 8, room: 588 });
  });

  it("stays inside the window, and its pointer stays on the anchor", () => {
    const place = placeFloating(request({ anchor: { left: 960, top: 100, width: 40, height: 28 } }));
    expect(place.left).toBe(792);
    expect(place.left + place.pointer).toBe(980);
  });

  it("leaves the top of the window free where that is asked for", () => {
    const anchor = { left: 100, top: 60, width: 80, height: 24 };
    expect(placeFloating(request({ anchor, sides: ["right"], align: "center", below: 44 }))).toMatchObject({ side: "right", top: 52, pointer: 20 });
    expect(placeFloating(request({ anchor: { ...anchor, top: 350 }, sides: ["above", "below"], size: { width: 200, height: 320 }, below: 44 }))).toMatchObject({ side: "below" });
  });

  it("stands beside where that is asked for", () => {
    expect(placeFloating(request({ sides: ["right", "left"], align: "center", gap: 9 }))).toMatchObject({ side: "right", left: 189, top: 8, pointer: 106 });
    expect(placeFloating(request({ sides: ["right", "left"], align: "start", gap: 9, anchor: { left: 900, top: 100, width: 80, height: 28 } }))).toMatchObject({ side: "left", left: 691, top: 100 });
  });
});
