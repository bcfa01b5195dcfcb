/** The box a chart fills: measured once and whenever it changes, so that the chart gets plain numbers. */
import { useLayoutEffect, useRef, useState, type ReactNode } from "react";

export type PlotSize = { readonly width: number; readonly height: number };

/** Below this a plot is not drawn: there is nothing to read. */
const SMALLEST = 40;

export function PlotBox({ children }: { readonly children: (size: PlotSize) => ReactNode }): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<PlotSize | null>(null);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    function measure(target: HTMLElement): void {
      const width = target.clientWidth;
      const height = target.clientHeight;
      setSize((before) => (before !== null && before.width === width && before.height === height ? before : { width, height }));
    }
    measure(element);
    const observer = new ResizeObserver(() => measure(element));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div ref={box} className="plot-box">
      {size !== null && size.width >= SMALLEST && size.height >= SMALLEST ? <div className="plot">{children(size)}</div> : null}
    </div>
  );
}
