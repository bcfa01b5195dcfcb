/** The layer for what floats: above everything, never clipped by a card, placed beside its anchor and kept there. */
import { useEffectEvent, useLayoutEffect, useRef, type ReactElement, type ReactNode, type RefObject } from "react";
import { classNames } from "./class-names.ts";
import { placeFloating, type Align, type Side } from "./place-floating.ts";
import "./Floating.css";

export type FloatingProps = {
  readonly anchor: RefObject<Element | null>;
  readonly sides: readonly [Side, ...Side[]];
  readonly align: Align;
  readonly gap: number;
  /** At least as wide as the anchor. */
  readonly fillsAnchor?: boolean;
  /** Height that stays free at the top of the window. */
  readonly below?: number;
  /** Draws a point that shows what it stands beside. Leave it a gap. */
  readonly pointed?: boolean;
  /** A press inside closes no panel that is open under it. */
  readonly keepsPanels?: boolean;
  readonly className?: string;
  readonly id?: string;
  readonly children: ReactNode;
};

export function Floating({ anchor, sides, align, gap, fillsAnchor = false, below = 0, pointed = false, keepsPanels = false, className, id, children }: FloatingProps): ReactElement {
  const layer = useRef<HTMLDivElement>(null);

  const place = useEffectEvent(() => {
    const element = layer.current;
    const beside = anchor.current;
    if (element === null || beside === null) return;
    const box = beside.getBoundingClientRect();
    element.style.minWidth = fillsAnchor ? `${box.width}px` : "";
    element.style.maxHeight = "";
    const { side, left, top, pointer, room } = placeFloating({
      anchor: box,
      size: { width: element.offsetWidth, height: element.offsetHeight },
      window: { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight },
      sides,
      align,
      gap,
      below,
    });
    element.dataset.side = side;
    element.style.left = `${Math.round(left)}px`;
    element.style.top = `${Math.round(top)}px`;
    element.style.maxHeight = side === "below" || side === "above" ? `${room}px` : "";
    element.style.setProperty("--pointer", `${Math.round(pointer)}px`);
  });

  useLayoutEffect(() => {
    const element = layer.current;
    if (element === null) return undefined;
    element.showPopover();
    const followPage = (): void => place();
    // What is inside may grow or shrink without this layer being drawn again.
    const sizes = new ResizeObserver(followPage);
    sizes.observe(element);
    window.addEventListener("resize", followPage);
    window.addEventListener("scroll", followPage, { capture: true, passive: true });
    return () => {
      sizes.disconnect();
      window.removeEventListener("resize", followPage);
      window.removeEventListener("scroll", followPage, { capture: true });
      element.hidePopover();
    };
  }, []);

  // After every render: what is inside may have changed its size.
  useLayoutEffect(() => place());

  return (
    <div ref={layer} popover="manual" id={id} className={classNames("floating", pointed && "floating--pointed", className)} data-keeps-panels={keepsPanels ? "" : undefined}>
      {children}
    </div>
  );
}
