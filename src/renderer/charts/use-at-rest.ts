/** Values that keep their identity, so that what is drawn from them is drawn once. */
import { useState } from "react";

type Same<Value> = (a: Value, b: Value) => boolean;

/**
 * The value as it is at rest; the last such value while something moves: scales, ticks, the sides labels stand on.
 * @param same whether two values are interchangeable; the first of them is kept, with its identity
 */
export function useAtRest<Value>(value: Value, settled: boolean, same: Same<Value>): Value {
  const [kept, setKept] = useState(value);
  // A value is interchangeable with itself, even where `same` finds it lacking.
  if (!settled || Object.is(kept, value) || same(kept, value)) return kept;
  setKept(value);
  return value;
}

/** The value, with the identity of the one before where the two are interchangeable. */
export function useStable<Value>(value: Value, same: Same<Value>): Value {
  return useAtRest(value, true, same);
}
