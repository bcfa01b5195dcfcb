/** What About shows: the host's answer, and the licences, which are loaded only then. */
import { ENGINE_VERSION } from "#shared/engine/index.ts";
import type { AboutPaymix, HostResult, StartState } from "#shared/host-api/contract.ts";
import { FORMAT_VERSION } from "#shared/scenario-file/index.ts";
import { callHost } from "../../platform/host.ts";

export type ShippedPackage = {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly licence: string;
  readonly address: string;
  readonly purpose: string;
  readonly files: readonly { readonly name: string; readonly text: string }[];
};

export type AboutContent = {
  readonly about: HostResult<AboutPaymix>;
  /** Null where the build's own file of licences is not there any more. */
  readonly packages: readonly ShippedPackage[] | null;
};

export async function aboutContent(): Promise<AboutContent> {
  const [about, packages] = await Promise.all([callHost("about", {}), shippedPackages()]);
  return { about, packages };
}

async function shippedPackages(): Promise<readonly ShippedPackage[] | null> {
  try {
    return (await import("../../../../assets/licences.json")).default.packages;
  } catch {
    return null;
  }
}

/** "Electron 45.4.1, Chromium 140.0 and Node 24.1" */
export function runtimeText({ runtime }: AboutPaymix): string {
  const parts = runtime.map(({ name, version }) => `${name} ${version}`);
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}

/** What support needs to know. No names of files, no folders. */
export function versionText(about: AboutPaymix, shell: StartState["shell"], browser: string): string {
  return [
    `Paymix ${about.version}`,
    `Scenario files of format ${FORMAT_VERSION}, engine ${ENGINE_VERSION}`,
    `${shell === "desktop" ? "Desktop app" : "Browser shell"} on ${runtimeText(about)}`,
    ...(shell === "browser" ? [`Browser: ${browser}`] : []),
    `System: ${about.system}`,
  ].join("\n");
}
