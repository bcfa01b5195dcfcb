/** One piece of advice: what it says, where it is from, what can be tried, and dismissing it with a reason. */
import { useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { dismissAdvice, type Advice } from "#shared/guidance/index.ts";
import { readableText } from "#shared/model/readable-text.ts";
import { Button } from "../../controls/Button.tsx";
import { classNames } from "../../controls/class-names.ts";
import { IconButton } from "../../controls/IconButton.tsx";
import { CloseIcon, InformationIcon, MetIcon, TriangleIcon } from "../../controls/icons.tsx";
import { Popover } from "../../controls/Popover.tsx";
import { Tip } from "../../controls/Tip.tsx";
import { goToPlace } from "../../explain/go-to-place.ts";
import { edit } from "../../state/document-store.ts";
import { Statements } from "../../explain/Statements.tsx";

const ICONS: Readonly<Record<Advice["severity"], { readonly Icon: () => ReactElement; readonly name: string }>> = {
  advice: { Icon: TriangleIcon, name: "Advice" },
  information: { Icon: InformationIcon, name: "Information" },
  met: { Icon: MetIcon, name: "Met" },
};

type AdviceRowProps = {
  readonly advice: Advice;
  /** Id of the list, which undo and dismissing give the focus to. */
  readonly list: string;
};

export function AdviceRow({ advice, list }: AdviceRowProps): ReactElement {
  const [isDismissing, setDismissing] = useState(false);
  const row = useRef<HTMLLIElement>(null);
  const { severity, sentence, detail, tryIt, place } = advice;
  const { Icon, name } = ICONS[severity];
  const dismiss = (reason: string): void => {
    row.current?.closest<HTMLElement>(`[data-control="${list}"]`)?.focus();
    edit("dismiss advice", list, (scenario) => dismissAdvice(scenario, advice, reason));
  };
  const stop = (): void => {
    setDismissing(false);
    requestAnimationFrame(() => row.current?.querySelector<HTMLElement>("[data-dismiss] button")?.focus());
  };
  return (
    <li ref={row} className="advice__row" data-advice={advice.id}>
      <span className={`advice__icon advice__icon--${severity}`} role="img" aria-label={name} title={name}>
        <Icon />
      </span>
      {isDismissing ? (
        <ReasonField sentence={sentence} onDismiss={dismiss} onCancel={stop} />
      ) : (
        <>
          <span className="advice__words">
            <Sentence place={place}>{sentence}</Sentence>
            {detail === null ? null : <span className="advice__detail" title={detail}>{detail}</span>}
          </span>
          {advice.roleId === null ? <span className="advice__scope">whole plan</span> : null}
          {tryIt === null ? null : (
            <button type="button" className="advice__link" title={`${tryIt.label}; one step that can be undone`} aria-label={`Try it: ${tryIt.label}`} onClick={() => edit(tryIt.label, list, tryIt.apply)}>
              Try it
            </button>
          )}
          <Evidence advice={advice} />
          <span className="advice__dismiss" data-dismiss="">
            {severity === "met" ? null : (
              <IconButton label={`Dismiss: ${sentence}`} onPress={() => setDismissing(true)}>
                <CloseIcon />
              </IconButton>
            )}
          </span>
        </>
      )}
    </li>
  );
}

/** Leads to the control it is about, where there is one. */
function Sentence({ place, children }: { readonly place: Advice["place"]; readonly children: string }): ReactElement {
  if (place === null) return <span className="advice__sentence" title={children}>{children}</span>;
  return (
    <button type="button" className="advice__sentence advice__sentence--leads" title={children} aria-description="Goes to what it is about" onClick={() => goToPlace(place, () => undefined)}>
      {children}
    </button>
  );
}

/** Detail and sources, behind a link that names them. */
function Evidence({ advice: { sentence, detail, sources } }: { readonly advice: Advice }): ReactElement | null {
  if (detail === null && sources.length === 0) return null;
  const publishers = [...new Set(sources.map((source) => source.publisher))];
  const only = publishers.length === 0 ? "Details" : publishers.length === 1 ? publishers[0] : undefined;
  return (
    <span className="advice__sources">
      <Popover label={sentence} align="end" trigger={
          <span className="advice__source">
            {only ?? (
              <>
                <span className="wide-only">Show </span>
                {publishers.length} sources
              </>
            )}
          </span>
        }>
        <div className="sources">
          <p className="type-title">{sentence}</p>
          {detail === null ? null : <p>{detail}</p>}
          {sources.length === 0 ? null : <Statements of={sources} />}
        </div>
      </Popover>
    </span>
  );
}

type ReasonFieldProps = { readonly sentence: string; readonly onDismiss: (reason: string) => void; readonly onCancel: () => void };

function ReasonField({ sentence, onDismiss, onCancel }: ReasonFieldProps): ReactElement {
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  function dismiss(): void {
    if (reason.trim() !== "") return onDismiss(reason.trim());
    setMissing(true);
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      dismiss();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onCancel();
    }
  }

  return (
    <>
      <input
        ref={field}
        className={classNames("advice__reason", isMissing && "advice__reason--missing")}
        type="text"
        autoComplete="off"
        autoFocus
        aria-label={`Reason for dismissing: ${sentence}`}
        aria-invalid={isMissing ? true : undefined}
        placeholder="Why it is right as it is. Enter dismisses, Esc cancels"
        maxLength={500}
        value={reason}
        onChange={(event) => {
          setReason(readableText(event.currentTarget.value));
          setMissing(false);
        }}
        onKeyDown={onKeyDown}
      />
      {isMissing ? <Tip anchor={field} text="A few words why: the reason is saved with the plan." isProblem /> : null}
      <Button onPress={dismiss}>Dismiss</Button>
      <Button onPress={onCancel}>Cancel</Button>
    </>
  );
}
