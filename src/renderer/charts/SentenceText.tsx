import type { ReactNode } from "react";
import type { Sentence } from "./series/sentence.ts";

/** A sentence with its numbers in 600; on a narrow frame it does without its spare words. */
export function SentenceText({ sentence }: { readonly sentence: Sentence }): ReactNode {
  return sentence.map((part, index) => {
    if (typeof part === "string") return part;
    return "strong" in part ? <strong key={index}>{part.strong}</strong> : <span key={index} className="spare">{part.spare}</span>;
  });
}
