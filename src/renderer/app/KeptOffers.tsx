/** What is kept of a file that could not be opened: each previous version as a copy, and unsaved work on it. */
import type { ReactElement } from "react";
import type { KeptOffer } from "#shared/host-api/contract.ts";
import { Button } from "../controls/Button.tsx";
import { openRecovered, openVersion } from "../state/documents.ts";
import { versionTime, whenOf } from "./when.ts";

export function KeptOffers({ kept }: { readonly kept: KeptOffer }): ReactElement {
  const { versions, recovered } = kept;
  if (versions.length === 0 && recovered === null) return <p className="refused__note">Paymix keeps no previous version and no recovery copy of it.</p>;
  return (
    <section aria-label="Kept of this file" className="refused__kept">
      <h3 className="type-column-head">Kept of this file</h3>
      <ul className="versions">
        {recovered === null ? null : (
          <li className="versions__row">
            <span className="versions__name">Changes that were not saved, from {whenOf(recovered.savedAt)}</span>
            <Button onPress={() => void openRecovered(recovered.id)}>Open the recovered changes</Button>
          </li>
        )}
        {versions.map(({ id, savedAt }) => (
          <li key={id} className="versions__row">
            <span className="versions__name">Previous version</span>
            <Button onPress={() => void openVersion(id)}>{`Open the version of ${versionTime(savedAt)} as a copy`}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
