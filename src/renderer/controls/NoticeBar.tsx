/** A bar across the window for what waits for an answer. It stays until it is answered; nothing is chosen on Enter. */
import type { ReactElement, ReactNode } from "react";
import { IconButton } from "./IconButton.tsx";
import { CloseIcon, InformationIcon, TriangleIcon } from "./icons.tsx";
import "./NoticeBar.css";

export type NoticeTone = "information" | "advice" | "problem";

export type NoticeBarProps = {
  readonly tone: NoticeTone;
  readonly message: string;
  /** Buttons. */
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
};

export function NoticeBar({ tone, message, actions, onDismiss }: NoticeBarProps): ReactElement {
  return (
    <div className={`notice-bar notice-bar--${tone}`} role={tone === "problem" ? "alert" : "status"}>
      {tone === "information" ? <InformationIcon /> : <TriangleIcon />}
      <p className="notice-bar__message">{message}</p>
      {actions === undefined ? null : <div className="notice-bar__actions">{actions}</div>}
      {onDismiss === undefined ? null : (
        <IconButton label="Dismiss" onPress={onDismiss}>
          <CloseIcon />
        </IconButton>
      )}
    </div>
  );
}
