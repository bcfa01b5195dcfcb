export declare const unit: unique symbol;

/** A number that carries its unit in the type, so that cents and basis points cannot be mixed up. */
export type Branded<Unit extends string> = number & { readonly [unit]: Unit };
