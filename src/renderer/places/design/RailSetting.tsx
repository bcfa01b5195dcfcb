/** What a button at the foot of the rail shows: its words, or its icon where the rail is folded. */
import type { ReactElement } from "react";

export function RailSetting({ icon, words }: { readonly icon: ReactElement; readonly words: string }): ReactElement {
  return (
    <span className="rail__setting">
      {icon}
      <span className="rail__setting-words">{words}</span>
    </span>
  );
}
