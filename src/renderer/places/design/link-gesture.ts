import type { Link } from "#shared/model/scenario.ts";
import type { Gesture } from "../../controls/gesture.ts";

/** A gesture on one link: it turns the link that stood there at the start into the next one. */
export type LinkGesture = <Value>(control: string, label: string, apply: (link: Link, value: Value) => Link) => Gesture<Value>;
