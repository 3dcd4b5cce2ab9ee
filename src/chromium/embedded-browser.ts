import { createHash } from "node:crypto";
import { access, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { failure, type Outcome, success } from "../diagnostics/outcome.ts";
import type { BrowserChoice } from "./browser-choice.ts";
import type { BrowserSearch } from "./find-browser.ts";
import { makePrivateFolder, unwritable } from "./private-folder.ts";
import { unpackBrowser } from "./unpack-browser.ts";

/** Changes whenever the layout of the unpacked folder does, so that an older one is not mistaken for it. */
const LAYOUT = 2;

/** The C library's loader that the embedded browser asks for; a musl system such as Alpine has none. */
const LOADER = "/lib64/ld-linux-x86-64.so.2";

/**
 * The browser that the optional dependency \@sparticuz/chromium brings, unpacked on first use; undefined where it is
 * not installed or cannot run. Its own code is never run: it trusts whatever lies in the shared temp folder.
 */
export async function embeddedBrowser({
  surroundings,
  onEvent,
  signal,
}: BrowserSearch): Promise<Outcome<BrowserChoice> | undefined> {
  const { platform, arch, cacheFolder, env } = surroundings;
  if (platform !== "linux" || arch !== "x64") return undefined;
  const archives = await locateArchives();
  if (!archives) return undefined;

  const unsafe = await makePrivateFolder(cacheFolder);
  if (unsafe) return failure([unsafe]);
  const folder = join(cacheFolder, `embedded-chromium-${archives.version}-${archives.fingerprint}`);
  try {
    const unpacked = await unpackBrowser({ archives, folder, onEvent, signal });
    if (!unpacked.ok) return unpacked;
  } catch (error) {
    signal?.throwIfAborted();
    return failure([unwritable(folder, error)]);
  }
  const libraries = join(folder, "lib");
  return success({
    executablePath: join(folder, "chromium"),
    kind: "headless-shell",
    origin: "embedded",
    env: {
      LD_LIBRARY_PATH: env.LD_LIBRARY_PATH ? `${libraries}:${env.LD_LIBRARY_PATH}` : libraries,
      FONTCONFIG_FILE: join(folder, "fonts.conf"),
    },
    args: [],
  });
}

/** The packed browser, its libraries and its fonts. */
export interface BrowserArchives {
  readonly version: string;
  readonly folder: string;
  /** Tells one build of the package from another. */
  readonly fingerprint: string;
}

async function locateArchives(): Promise<BrowserArchives | undefined> {
  try {
    await access(LOADER);
    // The package exports no package.json; its entry point lies in build/cjs. Resolving does not run it.
    const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    const packageFolder = dirname(dirname(dirname(entry)));
    const folder = join(packageFolder, "bin");
    const { version } = JSON.parse(await readFile(join(packageFolder, "package.json"), "utf8"));
    const sizes = await Promise.all(
      ["chromium.br", "al2023.tar.br", "fonts.tar.br"].map(
        async (name) => (await stat(join(folder, name))).size,
      ),
    );
    const identity = JSON.stringify([LAYOUT, version, sizes]);
    const fingerprint = createHash("sha256").update(identity).digest("hex").slice(0, 8);
    return { version: String(version), folder, fingerprint };
  } catch {
    return undefined;
  }
}
