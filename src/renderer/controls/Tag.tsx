/** A short word about a thing: its focus, its kind. */
import type { ReactElement, ReactNode } from "react";
import { classNames } from "./class-names.ts";
import "./Tag.css";

export type TagProps = { readonly children: ReactNode; /** Belongs to what is selected. */ readonly accent?: boolean };

export function Tag({ children, accent = false }: TagProps): ReactElement {
  return <span className={classNames("tag", accent && "tag--accent")}>{children}</span>;
}
