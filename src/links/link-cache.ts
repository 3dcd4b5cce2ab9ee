import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Answer } from "./answer.ts";

/** Answers of the last day, so that servers are not asked again at every check. */
export interface LinkCache {
  get(address: string): Answer | undefined;
  put(address: string, answer: Answer): void;
  /** Writes the answers down; a folder that cannot be written only means that the next check asks again. */
  save(): Promise<void>;
}

const FILE = "links.json";
const KEPT_MS = 24 * 60 * 60 * 1000;
/** Answers kept in all: some megabytes of text at the most. */
const KEPT_MAX = 5000;
/** Of the file’s form; another version’s answers are not read. */
const VERSION = 1;

interface Entry {
  readonly answer: Answer;
  readonly askedAtMs: number;
}

/** Opens the answers kept in `folder` as of `nowMs`. */
export async function openLinkCache(folder: string, nowMs: number): Promise<LinkCache> {
  const entries = await readEntries(path.join(folder, FILE));
  const isFresh = ({ askedAtMs }: Entry) => askedAtMs <= nowMs && nowMs - askedAtMs < KEPT_MS;
  let isChanged = false;
  return {
    get: (address) => {
      const entry = entries.get(address);
      return entry !== undefined && isFresh(entry) ? entry.answer : undefined;
    },
    put: (address, answer) => {
      // What failed on the way may well work the next minute.
      if (answer.kind === "none") return;
      entries.delete(address);
      entries.set(address, { answer, askedAtMs: nowMs });
      isChanged = true;
    },
    save: async () => {
      if (!isChanged) return;
      const kept = [...entries].filter(([, entry]) => isFresh(entry)).slice(-KEPT_MAX);
      await write(folder, JSON.stringify({ version: VERSION, answers: Object.fromEntries(kept) }));
    },
  };
}

/** Anything that is not a file of ours is as good as none. */
async function readEntries(file: string): Promise<Map<string, Entry>> {
  try {
    const data: unknown = JSON.parse(await readFile(file, "utf8"));
    if (!isRecord(data) || data.version !== VERSION || !isRecord(data.answers)) return new Map();
    return new Map(
      Object.entries(data.answers).flatMap(([address, entry]) => (isEntry(entry) ? [[address, entry]] : [])),
    );
  } catch {
    return new Map();
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function isEntry(value: unknown): value is Entry {
  if (!isRecord(value) || typeof value.askedAtMs !== "number" || !isRecord(value.answer)) return false;
  const { kind, to, status } = value.answer;
  if (kind === "there") return true;
  if (kind === "moved") return typeof to === "string";
  return (kind === "gone" || kind === "unsure") && typeof status === "number";
}

/** Under another name first, so that a check that runs beside this one reads the old file or the new one. */
async function write(folder: string, text: string): Promise<void> {
  const target = path.join(folder, FILE);
  const temporary = `${target}.${crypto.randomUUID()}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, text);
    await rename(temporary, target);
  } catch {
    await rm(temporary, { force: true }).catch(() => {});
  }
}
