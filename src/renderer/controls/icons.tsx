/** Icons: 16 px on a 1.5 px stroke with round caps, in the colour of their text. The word beside or behind one is its name. */
import type { ReactElement, ReactNode } from "react";

function Icon({ children }: { readonly children: ReactNode }): ReactElement {
  return (
    <svg className="icon" width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export function LockOpenIcon(): ReactElement {
  return (
    <Icon>
      <rect x="3.5" y="7.25" width="9" height="6.5" rx="1.5" />
      <path d="M5.75 7.25V4.9a2.25 2.25 0 0 1 4.35-.8" />
    </Icon>
  );
}

export function LockClosedIcon(): ReactElement {
  return (
    <Icon>
      <rect x="3.5" y="7.25" width="9" height="6.5" rx="1.5" />
      <path d="M5.75 7.25V4.9a2.25 2.25 0 0 1 4.5 0v2.35" />
    </Icon>
  );
}

export function TargetIcon(): ReactElement {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.5" />
      <circle cx="8" cy="8" r="2" />
      <path d="M8 1v2.5M8 12.5V15M1 8h2.5M12.5 8H15" />
    </Icon>
  );
}

export function UndoIcon(): ReactElement {
  return (
    <Icon>
      <path d="M5.5 3 2.75 5.75 5.5 8.5" />
      <path d="M2.75 5.75h6.5a3.75 3.75 0 0 1 0 7.5H6.5" />
    </Icon>
  );
}

export function RedoIcon(): ReactElement {
  return (
    <Icon>
      <path d="m10.5 3 2.75 2.75L10.5 8.5" />
      <path d="M13.25 5.75h-6.5a3.75 3.75 0 0 0 0 7.5H9.5" />
    </Icon>
  );
}

export function PlusIcon(): ReactElement {
  return (
    <Icon>
      <path d="M8 3.25v9.5M3.25 8h9.5" />
    </Icon>
  );
}

export function MinusIcon(): ReactElement {
  return (
    <Icon>
      <path d="M3.25 8h9.5" />
    </Icon>
  );
}

export function ChevronIcon(): ReactElement {
  return (
    <Icon>
      <path d="m5 6.5 3 3 3-3" />
    </Icon>
  );
}

export function TableIcon(): ReactElement {
  return (
    <Icon>
      <rect x="2.75" y="3.25" width="10.5" height="9.5" rx="1.25" />
      <path d="M2.75 6.5h10.5M2.75 9.6h10.5M6.5 6.5v6.25" />
    </Icon>
  );
}

/** Advice. */
export function TriangleIcon(): ReactElement {
  return (
    <Icon>
      <path d="M7.35 2.9 1.95 12.2a.75.75 0 0 0 .65 1.13h10.8a.75.75 0 0 0 .65-1.13L8.65 2.9a.75.75 0 0 0-1.3 0Z" />
      <path d="M8 6.5v3M8 11.35v.05" />
    </Icon>
  );
}

/** Chosen. */
export function TickIcon(): ReactElement {
  return (
    <Icon>
      <path d="m3.5 8.5 3 3 6-7" />
    </Icon>
  );
}

/** What a source asks for is there. */
export function MetIcon(): ReactElement {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.75" />
      <path d="m5.5 8.25 1.75 1.75L10.5 6.25" />
    </Icon>
  );
}

export function InformationIcon(): ReactElement {
  return (
    <Icon>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 7.6v3M8 5.35v.05" />
    </Icon>
  );
}

export function CloseIcon(): ReactElement {
  return (
    <Icon>
      <path d="m4 4 8 8M12 4l-8 8" />
    </Icon>
  );
}

export function LinkIcon(): ReactElement {
  return (
    <Icon>
      <path d="M6.9 9.1a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.9.9" />
      <path d="M9.1 6.9a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.9-.9" />
    </Icon>
  );
}

export function UnlinkIcon(): ReactElement {
  return (
    <Icon>
      <path d="M11.2 8.5l1.4-1.4a2.6 2.6 0 0 0-3.7-3.7L7.5 4.8" />
      <path d="M4.8 7.5 3.4 8.9a2.6 2.6 0 0 0 3.7 3.7l1.4-1.4" />
      <path d="M3 3l10 10" />
    </Icon>
  );
}

export function MoreIcon(): ReactElement {
  return (
    <Icon>
      <path d="M3.5 8v.01M8 8v.01M12.5 8v.01" strokeWidth="2.25" />
    </Icon>
  );
}

export function FileIcon(): ReactElement {
  return (
    <Icon>
      <path d="M9.25 2.25H5A1.25 1.25 0 0 0 3.75 3.5v9A1.25 1.25 0 0 0 5 13.75h6a1.25 1.25 0 0 0 1.25-1.25V5.25l-3-3Z" />
      <path d="M9.25 2.25v3h3" />
    </Icon>
  );
}


/** When something is paid. */
export function CalendarIcon(): ReactElement {
  return (
    <Icon>
      <rect x="2.75" y="3.75" width="10.5" height="9.5" rx="1.5" />
      <path d="M2.75 6.75h10.5M5.5 2.25v2.5M10.5 2.25v2.5" />
    </Icon>
  );
}

/** What the company wants to reach. */
export function FlagIcon(): ReactElement {
  return (
    <Icon>
      <path d="M4 13.75V2.75h7.75L10 5.75l1.75 3H4" />
    </Icon>
  );
}

export function PinIcon(): ReactElement {
  return (
    <Icon>
      <path d="M5.75 2.75h4.5l-.6 4 1.85 2.1v.9H4.5v-.9l1.85-2.1zM8 9.75v3.75" />
    </Icon>
  );
}

export function CopyIcon(): ReactElement {
  return (
    <Icon>
      <rect x="5.75" y="5.75" width="7.5" height="7.5" rx="1.5" />
      <path d="M10.25 5.75v-1.5a1.5 1.5 0 0 0-1.5-1.5h-4.5a1.5 1.5 0 0 0-1.5 1.5v4.5a1.5 1.5 0 0 0 1.5 1.5h1.5" />
    </Icon>
  );
}
