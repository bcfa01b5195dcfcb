/** A sentence in parts: the number in it can stand out, and words it can do without can go where there is little room. */
export type SentencePart = string | { readonly strong: string } | { readonly spare: string };
export type Sentence = readonly SentencePart[];

export function strong(text: string): SentencePart {
  return { strong: text };
}

/** Words that may be left out of the picture; they are still read aloud. */
export function spare(text: string): SentencePart {
  return { spare: text };
}
