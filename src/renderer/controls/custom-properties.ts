import type { CSSProperties } from "react";

/** Numbers for the style sheet as a style property: React sets them one by one, which the content policy allows. */
export function customProperties(properties: Readonly<Record<`--${string}`, string | number>>): CSSProperties {
  return properties;
}
