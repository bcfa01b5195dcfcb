/** A card of Compare that has nothing to show yet, and says what would fill it. */
import type { ReactElement, ReactNode } from "react";
import { Card } from "../../controls/Card.tsx";

export function EmptyCard({ title, message, controls }: { readonly title: string; readonly message: string; readonly controls?: ReactNode }): ReactElement {
  return (
    <Card label={title} className="differences">
      <header className="card-head">
        <h2 className="type-title">{title}</h2>
        {controls === undefined ? null : <div className="card-head__tools">{controls}</div>}
      </header>
      <p className="differences__none">{message}</p>
    </Card>
  );
}
