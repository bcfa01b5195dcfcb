/** A bordered part of a place, named for those who cannot see it. */
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import "./Card.css";

export type CardProps = { readonly label: string; readonly className?: string; readonly children: ReactNode };

export function Card({ label, className, children }: CardProps): ReactElement {
  return (
    <section className={classNames("card", className)} aria-label={label}>
      {children}
    </section>
  );
}
