import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import type { ExtractOptions } from "tar-fs";
import { diagnose } from "../diagnostics/diagnostic.ts";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { BrowserEvent } from "./browser-choice.ts";
import type { BrowserArchives } from "./embedded-browser.ts";
import { makeOwnFolder, removeFolder, sweepLeftoverFolders } from "./leftover-folders.ts";
import { reasonForDistrust } from "./private-folder.ts";

/** What unpacking takes. */
export interface Unpacking {
  readonly archives: BrowserArchives;
  /** Where the browser shall be; its parent exists and is private. */
  readonly folder: string;
  readonly onEvent?: ((event: BrowserEvent) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Unpacks the embedded browser unless it is there already. It is unpacked aside and moved into place in one step, so
 * an interrupted run leaves nothing that looks complete and two runs at once do not disturb each other.
 */
export async function unpackBrowser({
  archives,
  folder,
  onEvent,
  signal,
}: Unpacking): Promise<Outcome<void>> {
  if (await isComplete(folder)) return trusted(folder);
  onEvent?.({ kind: "unpacking", folder });
  const parent = dirname(folder);
  const prefix = `${basename(folder)}.unpacking-`;
  await sweepLeftoverFolders(parent, prefix);
  const draft = await makeOwnFolder(parent, prefix);
  try {
    await unpackInto(draft, archives, folder, signal);
    await moveIntoPlace(draft, folder);
  } finally {
    await removeFolder(draft);
  }
  return trusted(folder);
}

/** The marker, written last, holds the browser's size: a file cut short by a full disk or a lost power supply is seen. */
const MARKER = "complete.json";

async function isComplete(folder: string): Promise<boolean> {
  try {
    const { browserBytes } = JSON.parse(await readFile(join(folder, MARKER), "utf8"));
    return (await stat(join(folder, "chromium"))).size === browserBytes;
  } catch {
    return false;
  }
}

async function trusted(folder: string): Promise<Outcome<void>> {
  const reason = await reasonForDistrust(folder);
  return reason === undefined
    ? success(undefined)
    : failure([diagnose("browser-cache-unsafe", { folder, reason })]);
}

async function unpackInto(
  draft: string,
  archives: BrowserArchives,
  folder: string,
  signal: AbortSignal | undefined,
): Promise<void> {
  const browser = join(draft, "chromium");
  // Imported here because it is needed once in a machine's life.
  const { extract } = await import("tar-fs");
  const packed = (name: string) => createReadStream(join(archives.folder, name));
  const unbrotli = () => createBrotliDecompress({ chunkSize: 1 << 20 });
  // The owners in the archives are people elsewhere; the option is missing from the package's types.
  const asOwn: ExtractOptions & { readonly chown: false } = { chown: false };
  await mkdir(join(draft, "font-cache"));
  const endings = await Promise.allSettled([
    pipeline(
      packed("chromium.br"),
      unbrotli(),
      createWriteStream(browser, { mode: 0o700, highWaterMark: 1 << 20 }),
      // The others are done in no time.
      signal ? { signal } : {},
    ),
    // Holds lib/: NSS and its kin, which a slim container lacks.
    pipeline(packed("al2023.tar.br"), unbrotli(), extract(draft, asOwn)),
    // Holds fonts/, which is Open Sans, and a configuration that points into the shared temp folder.
    pipeline(
      packed("fonts.tar.br"),
      unbrotli(),
      extract(draft, { ...asOwn, ignore: (name) => basename(name) === "fonts.conf" }),
    ),
  ]);
  // Thrown only when all have ended, so that what they wrote can be removed.
  for (const ending of endings) if (ending.status === "rejected") throw ending.reason;
  await writeFile(join(draft, "fonts.conf"), fontConfiguration(folder));
  const { size } = await stat(browser);
  await writeFile(join(draft, MARKER), JSON.stringify({ browserBytes: size }));
}

/**
 * Shows the browser its own fonts after the system's. Without a single font to fall back on it prints blank pages,
 * even for text whose font is embedded in the page.
 */
const fontConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <dir prefix="xdg">fonts</dir>
  <dir>${inXml(folder)}/fonts</dir>
  <cachedir>${inXml(folder)}/font-cache</cachedir>
</fontconfig>
`;

const inXml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** A folder can be renamed onto nothing or onto an empty folder; what stands in the way is complete, or is put aside. */
async function moveIntoPlace(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch {
    if (await isComplete(folder)) return;
    const discarded = `${draft}-discarded`;
    await rename(folder, discarded);
    await rename(draft, folder);
    await removeFolder(discarded);
  }
}
