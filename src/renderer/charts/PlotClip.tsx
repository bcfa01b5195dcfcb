import { useId, type ReactNode } from "react";
import type { Box } from "./series/geometry.ts";

/** Lines that run along the edge keep their full width. */
const SLACK = 2;

/** Cuts what leaves the plot. */
export function PlotClip({ area, children }: { readonly area: Box; readonly children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <>
      <clipPath id={id}>
        <rect x={area.left - SLACK} y={area.top - SLACK} width={area.right - area.left + 2 * SLACK} height={area.bottom - area.top + 2 * SLACK} />
      </clipPath>
      <g clipPath={`url(#${id})`}>{children}</g>
    </>
  );
}
