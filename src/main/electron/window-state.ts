/** Where a window was, and where one may be: a screen that was unplugged takes no window with it. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type WindowState = Area & { readonly maximized: boolean };
export type WindowPlace = { readonly x?: number; readonly y?: number; readonly width: number; readonly height: number; readonly maximized: boolean };

export const SMALLEST = { width: 1100, height: 700 } as const;
const FIRST = { width: 1440, height: 900 } as const;
/** Each further window is moved by this much, so that none hides behind another. */
const CASCADE = 24;
/** So much of a window's top edge is on a screen that it can be seen and dragged. */
const GRIP = { width: 120, height: 32 } as const;

/**
 * Where to put a window.
 * @param saved null for a first start
 * @param screens the work areas of the screens, the main one first
 * @param others how many windows there are already
 */
export function placeWindow(saved: WindowState | null, screens: readonly Area[], others: number): WindowPlace {
  const wanted = saved === null ? null : { ...saved, x: saved.x + others * CASCADE, y: saved.y + others * CASCADE };
  const screen = wanted === null ? undefined : screens.find((each) => holdsGrip(each, wanted));
  const room = screen ?? screens[0] ?? { x: 0, y: 0, ...FIRST };
  const width = Math.min(Math.max(wanted?.width ?? FIRST.width, SMALLEST.width), room.width);
  const height = Math.min(Math.max(wanted?.height ?? FIRST.height, SMALLEST.height), room.height);
  const maximized = saved?.maximized ?? false;
  // Without a place the system centres the window on the main screen.
  if (wanted === null || screen === undefined) return { width, height, maximized };
  return {
    x: Math.min(Math.max(wanted.x, room.x), room.x + room.width - width),
    y: Math.min(Math.max(wanted.y, room.y), room.y + room.height - height),
    width,
    height,
    maximized,
  };
}

function holdsGrip(screen: Area, window: Area): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  return across >= GRIP.width && window.y >= screen.y - GRIP.height && window.y + GRIP.height <= screen.y + screen.height;
}

/** What was kept; null for anything that is not a place. */
export function readWindowState(path: string): WindowState | null {
  try {
    return understand(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return null;
  }
}

/** A place that cannot be kept is not worth a word: the next window goes where the first one went. */
export function keepWindowState(path: string, state: WindowState): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(`${path}.new`, JSON.stringify(state));
    renameSync(`${path}.new`, path);
  } catch {
    return;
  }
}

function understand(kept: unknown): WindowState | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { x, y, width, height, maximized }: { [key in keyof WindowState]?: unknown } = kept;
  if (!isCoordinate(x) || !isCoordinate(y) || !isCoordinate(width) || !isCoordinate(height) || typeof maximized !== "boolean") return null;
  return { x, y, width, height, maximized };
}

function isCoordinate(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) < 100_000;
}
