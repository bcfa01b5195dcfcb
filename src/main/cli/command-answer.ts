/** What a command prints, and how it ends: 0, 1 where something was refused, 2 where the call is wrong. */
export type CommandAnswer = { readonly output: string; readonly errors: string; readonly exitCode: 0 | 1 | 2 };
