/** About Paymix: what runs, what it promises, where it keeps its own files, and the licences of what it is made of. */
import { useEffect, useState, type ReactElement, type ReactNode } from "react";
import { ENGINE_VERSION } from "#shared/engine/index.ts";
import type { AboutPaymix } from "#shared/host-api/contract.ts";
import { FORMAT_VERSION } from "#shared/scenario-file/index.ts";
import icon from "../../../../assets/icon.svg";
import { Button } from "../../controls/Button.tsx";
import { CopyButton } from "../../controls/CopyButton.tsx";
import { Dialog } from "../../controls/Dialog.tsx";
import { useWindow } from "../../state/use-stores.ts";
import { windowStore } from "../../state/window-store.ts";
import { aboutContent, runtimeText, versionText, type AboutContent } from "./about-content.ts";
import { Licences } from "./Licences.tsx";
import "./about.css";

export function About(): ReactElement | null {
  const isOpen = useWindow((state) => state.showingAbout);
  return isOpen ? <LoadedAbout onClose={() => windowStore.setState({ showingAbout: false })} /> : null;
}

/** Shown once everything is there, so that nothing moves while it is read. */
function LoadedAbout({ onClose }: { readonly onClose: () => void }): ReactElement | null {
  const [content, setContent] = useState<AboutContent | null>(null);
  useEffect(() => {
    void aboutContent().then(setContent);
  }, []);
  return content === null ? null : <AboutDialog content={content} onClose={onClose} />;
}

function AboutDialog({ content: { about, packages }, onClose }: { readonly content: AboutContent; readonly onClose: () => void }): ReactElement {
  const shell = useWindow((state) => state.shell);
  return (
    <Dialog
      title="About Paymix"
      onClose={onClose}
      actions={
        <>
          {about.ok ? <CopyButton label="Copy version information" subject="version information" text={() => versionText(about.value, shell, navigator.userAgent)} /> : null}
          <Button primary autoFocus onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className="about">
        {about.ok ? <Facts about={about.value} isDesktop={shell === "desktop"} /> : <p>{about.error.message}</p>}
        <section>
          <h3 className="about__heading">Third-party licences</h3>
          {packages === null ? (
            <p>The licences could not be loaded; they are in the file assets/licences.json of Paymix’s sources.</p>
          ) : (
            <>
              <p>{packages.length} packages are part of Paymix. Each opens to its licence.</p>
              <Licences packages={packages} />
            </>
          )}
          {about.ok ? <p className="about__note">{runtimeLicences(about.value, shell === "desktop")}</p> : null}
        </section>
      </div>
    </Dialog>
  );
}

function Facts({ about, isDesktop }: { readonly about: AboutPaymix; readonly isDesktop: boolean }): ReactElement {
  return (
    <>
      <div className="about__product">
        <img className="about__icon" src={icon} width={48} height={48} alt="" />
        <div>
          <p className="about__version">Paymix {about.version}</p>
          <p>Designs the pay of Partner Sales roles, on this computer.</p>
        </div>
      </div>
      <dl className="about__facts">
        <Fact name="Network">{isDesktop ? "Paymix makes no network connections." : "Paymix makes no network connections. Only this computer sees this page."}</Fact>
        <Fact name="Its own files">
          Recovery copies and previous versions are kept in <span className="about__folder">{about.dataFolder}</span>. File, Kept copies… lists and removes them.
        </Fact>
        <Fact name="File format">
          Reads and writes scenario files of version {FORMAT_VERSION}; calculates with engine {ENGINE_VERSION}.
        </Fact>
        <Fact name="Runs on">
          {runtimeText(about)}, {about.system}.
        </Fact>
      </dl>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div className="about__fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function runtimeLicences({ runtimeLicences: folder }: AboutPaymix, isDesktop: boolean): string {
  if (!isDesktop) return "The browser and Node are this computer’s own. The desktop app brings Electron; the licences of its Chromium and Node lie with it, in LICENSES.chromium.html.";
  if (folder === null) return "The licences of Electron’s Chromium and Node are in LICENSES.chromium.html, which belongs to Electron and is not beside this copy of Paymix.";
  return `The licences of Electron’s Chromium and Node are in LICENSES.chromium.html in ${folder}.`;
}
