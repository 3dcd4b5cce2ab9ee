import { stat } from "node:fs/promises";
import path from "node:path";
import { type ChokidarOptions, type FSWatcher, watch } from "chokidar";
import type { Concern, Inputs } from "./inputs.ts";

/** Watches the files that views rest on. */
export interface InputWatcher extends AsyncDisposable {
  /** Watches these from now on; what is not among them any more is let go. */
  watch(inputs: Inputs): void;
}

/** Time without a change after which a save is over: it is often written in pieces. */
const QUIET_MS = 15;

/** Time that a file may be away or empty while an editor puts a new one in its place. */
const REPLACED_MS = 60;

/** Opens a watcher that tells what saved files concern, once a save. */
export function openInputWatcher(onSave: (concerns: ReadonlySet<Concern>) => void): InputWatcher {
  let inputs: Inputs = { files: new Map(), folders: new Map() };
  let changed = new Map<string, Concern>();
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const note = (file: string) => {
    const found = concernOf(inputs, file);
    if (found === undefined) return;
    changed.set(file, found);
    clearTimeout(timer);
    timer = setTimeout(wait, QUIET_MS);
  };
  const wait = async () => {
    const named = [...changed.keys()].filter((file) => inputs.files.has(file));
    const areThere = (await Promise.all(named.map(isFilled))).every(Boolean);
    clearTimeout(timer);
    if (isClosed) return;
    if (areThere) tell();
    else timer = setTimeout(tell, REPLACED_MS);
  };
  const tell = () => {
    const told = new Set(changed.values());
    changed = new Map();
    if (told.size > 0) onSave(told);
  };

  const common = { ignoreInitial: true, ignorePermissionErrors: true };
  // Single files are watched by their folders, so that one that is renamed over another, or comes back, is seen.
  const flat = open({ ...common, depth: 0 });
  const deep = open({ ...common, ignored: (file) => isLeftOut(inputs, path.resolve(file)) });

  function open(options: ChokidarOptions): Watched {
    const watcher = watch([], options);
    watcher.on("all", (_event, file) => note(path.resolve(file)));
    // Of two changes within 50 ms the watcher tells the first alone, and the second may be the one that mends the file.
    watcher.on("raw", (_event, name, details) => {
      for (const file of changedBy(inputs, name, details)) note(file);
    });
    watcher.on("error", () => undefined);
    return { watcher, folders: new Set() };
  }

  return {
    watch(next) {
      inputs = next;
      update(flat, new Set([...next.files.keys()].map((file) => path.dirname(file))));
      update(deep, new Set(next.folders.keys()));
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      clearTimeout(timer);
      await Promise.all([flat.watcher.close(), deep.watcher.close()]);
    },
  };
}

interface Watched {
  readonly watcher: FSWatcher;
  folders: ReadonlySet<string>;
}

function update(watched: Watched, folders: ReadonlySet<string>): void {
  const { watcher, folders: before } = watched;
  const gone = [...before].filter((folder) => !folders.has(folder));
  const added = [...folders].filter((folder) => !before.has(folder));
  if (gone.length > 0) watcher.unwatch(gone);
  if (added.length > 0) watcher.add(added);
  watched.folders = folders;
}

/** The inputs that an event of the system is about: it names a file in the folder that is watched, or the file itself. */
function changedBy({ files }: Inputs, name: unknown, details: unknown): string[] {
  const watched = details instanceof Object && "watchedPath" in details ? details.watchedPath : undefined;
  if (typeof watched !== "string") return [];
  const inFolder = path.resolve(watched, typeof name === "string" ? name : "");
  const known = [path.resolve(watched), inFolder].filter((file) => files.has(file));
  return known.length > 0 ? known : [inFolder];
}

/** What a file concerns; a file that is named for itself is no mere part of its folder. */
function concernOf({ files, folders }: Inputs, file: string): Concern | undefined {
  const named = files.get(file);
  if (named !== undefined) return named;
  const around = [...folders].filter(([folder]) => isIn(folder, file));
  // The innermost, where one lies in the other.
  const [innermost] = around.sort(([one], [other]) => other.length - one.length);
  return innermost?.[1];
}

/** What a template set or a folder of briefs may hold, and nothing is made of; the set itself may lie in such a folder. */
const isLeftOut = ({ folders }: Inputs, file: string): boolean =>
  ![...folders.keys()].some((folder) => isIn(folder, file) && !LEFT_OUT.test(path.relative(folder, file)));

const LEFT_OUT = /(?:^|[\\/])(?:node_modules|\.git)(?:[\\/]|$)/;

const isIn = (folder: string, file: string): boolean => file === folder || file.startsWith(folder + path.sep);

const isFilled = (file: string): Promise<boolean> =>
  stat(file).then(
    ({ size }) => size > 0,
    () => false,
  );
