/** The packages that ship, each unfolding to the text of its licence as its package has it. */
import type { ReactElement } from "react";
import { ChevronIcon } from "../../controls/icons.tsx";
import type { ShippedPackage } from "./about-content.ts";

export function Licences({ packages }: { readonly packages: readonly ShippedPackage[] }): ReactElement {
  return (
    <ul className="licences" aria-label="Packages with their licences">
      {packages.map((each) => (
        <li key={each.name}>
          <details className="licences__package">
            <summary className="licences__summary">
              <ChevronIcon />
              <span className="licences__name">{each.name}</span>
              <span className="licences__version">{each.version}</span>
              <span className="licences__licence">{each.licence}</span>
            </summary>
            <div className="licences__details">
              <p>
                {capitalised(each.purpose)} · {each.address}
              </p>
              {each.files.map(({ name, text }) => (
                <pre key={name} className="licences__text">
                  {text}
                </pre>
              ))}
            </div>
          </details>
        </li>
      ))}
    </ul>
  );
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
