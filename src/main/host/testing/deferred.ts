/** A promise that a test fulfils. */
export type Deferred = { readonly promise: Promise<void>; readonly fulfil: () => void };

export function deferred(): Deferred {
  let fulfil: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (fulfil = resolve));
  return { promise, fulfil: () => fulfil() };
}
