/** Puts a text on the clipboard, and says for a moment whether it did. */
import { useEffect, useState, type ReactElement } from "react";
import { Button } from "./Button.tsx";
import { copyText } from "./clipboard.ts";

const SAID_FOR = 2_000;

export type CopyButtonProps = {
  readonly label: string;
  /** What is copied, in a sentence: "statement". */
  readonly subject: string;
  readonly text: () => string;
  /** Says aloud what came of it; left out, the button does. */
  readonly announce?: (words: string) => void;
};

export function CopyButton({ label, subject, text, announce }: CopyButtonProps): ReactElement {
  const [said, setSaid] = useState<"copied" | "failed" | null>(null);

  useEffect(() => {
    if (said === null) return undefined;
    const timer = setTimeout(() => setSaid(null), SAID_FOR);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy(): Promise<void> {
    const came = (await copyText(text())) ? "copied" : "failed";
    setSaid(came);
    announce?.(wordsOf(came, subject));
  }

  return (
    <>
      {announce === undefined ? (
        <span role="status" className="spoken-only">
          {said === null ? "" : wordsOf(said, subject)}
        </span>
      ) : null}
      <Button onPress={() => void copy()}>{said === null ? label : said === "copied" ? "Copied" : "Not copied"}</Button>
    </>
  );
}

function wordsOf(said: "copied" | "failed", subject: string): string {
  return said === "copied" ? `${subject.charAt(0).toUpperCase()}${subject.slice(1)} copied` : `The ${subject} could not be copied`;
}
