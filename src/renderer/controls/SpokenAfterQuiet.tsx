/** Says a result once after a change has settled, for people who do not see it. */
import { useEffect, useState, type ReactElement } from "react";

const QUIET = 600;

/** @param words made when it is said; keep its identity while its subject is the same */
export function SpokenAfterQuiet({ words }: { readonly words: () => string }): ReactElement {
  const [text, setText] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setText(words()), QUIET);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <div className="spoken-only" role="status" aria-live="polite">
      {text}
    </div>
  );
}
