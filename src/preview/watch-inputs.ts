import path from "node:path";
import { type FSWatcher, watch } from "chokidar";
import type { Concern, Inputs } from "./inputs.ts";

/** Watches the files that views rest on. */
export interface InputWatcher extends AsyncDisposable {
  /** Watches these from now on; what is not among them any more is let go. */
  watch(inputs: Inputs): void;
}

/** Time without a change after which a save is over: editors empty a file before they fill it, or write it in pieces. */
const QUIET_MS = 20;

/** An editor that renames its new file over the old one removes that for a moment. */
const REPLACED_MS = 60;

/** Opens a watcher that tells what saved files concern, once a save. */
export function openInputWatcher(onSave: (concerns: ReadonlySet<Concern>) => void): InputWatcher {
  let inputs: Inputs = { files: new Map(), folders: new Map() };
  let concerns = new Set<Concern>();
  let timer: NodeJS.Timeout | undefined;

  const tell = () => {
    const told = concerns;
    concerns = new Set();
    onSave(told);
  };
  const note = (_event: string, changed: string) => {
    const found = concernOf(inputs, path.resolve(changed));
    if (found === undefined) return;
    concerns.add(found);
    clearTimeout(timer);
    timer = setTimeout(tell, QUIET_MS);
  };
  const common = { ignoreInitial: true, atomic: REPLACED_MS, ignorePermissionErrors: true };
  // Single files are watched by their folders, so that one that is renamed over another, or comes back, is seen.
  const flat = open({ ...common, depth: 0 });
  const deep = open({ ...common, ignored: (file: string) => isLeftOut(inputs, path.resolve(file)) });

  function open(options: Parameters<typeof watch>[1]): Watched {
    const watcher = watch([], options)
      .on("all", note)
      .on("error", () => undefined);
    return { watcher, folders: new Set() };
  }

  return {
    watch(next) {
      inputs = next;
      update(flat, new Set([...next.files.keys()].map((file) => path.dirname(file))));
      update(deep, new Set(next.folders.keys()));
    },
    async [Symbol.asyncDispose]() {
      clearTimeout(timer);
      await Promise.all([flat.watcher.close(), deep.watcher.close()]);
    },
  };
}

/** What a template set or a folder of briefs may hold, and nothing is made of; the set itself may lie in such a folder. */
const isLeftOut = ({ folders }: Inputs, file: string): boolean =>
  ![...folders.keys()].some((folder) => isIn(folder, file) && !LEFT_OUT.test(path.relative(folder, file)));

const LEFT_OUT = /(?:^|[\\/])(?:node_modules|\.git)(?:[\\/]|$)/;

const isIn = (folder: string, file: string): boolean => file === folder || file.startsWith(folder + path.sep);

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

/** What a file concerns; a file that is named for itself is no mere part of its folder. */
function concernOf({ files, folders }: Inputs, file: string): Concern | undefined {
  const named = files.get(file);
  if (named !== undefined) return named;
  const around = [...folders].filter(([folder]) => isIn(folder, file));
  // The innermost, where one lies in the other.
  const [innermost] = around.sort(([one], [other]) => other.length - one.length);
  return innermost?.[1];
}
