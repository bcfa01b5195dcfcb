import type { ReactElement } from "react";
import { Toast } from "../controls/Toast.tsx";
import { useWindow } from "../state/use-stores.ts";
import { dismissToast } from "../state/window-store.ts";

/** The one short piece of good news there may be. */
export function SavedToast(): ReactElement | null {
  const toast = useWindow((state) => state.toast);
  if (toast === null) return null;
  return <Toast key={toast.id} text={toast.text} onDone={dismissToast} />;
}
