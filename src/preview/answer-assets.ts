import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { refusal } from "./guard-requests.ts";

/** Answers with a file of the page; only names that were found when it was opened are known. */
export type AnswerAsset = (name: string) => Promise<Response>;

const TYPES: ReadonlyMap<string, string> = new Map([
  [".html", "text/html; charset=utf-8"],
  [".js", "text/javascript; charset=utf-8"],
  [".css", "text/css; charset=utf-8"],
  [".svg", "image/svg+xml"],
]);

/** The preview’s page runs its own modules and talks to its own server; it shows views in frames and nothing from elsewhere. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Lists the files of the page in `folder`; the map that is made here is all that an address can choose from. */
export async function openAssets(folder: string): Promise<AnswerAsset> {
  const names = await readdir(folder);
  const known = new Map(
    names.flatMap((name) => {
      const type = TYPES.get(path.extname(name));
      return type === undefined ? [] : [[name, { file: path.join(folder, name), type }] as const];
    }),
  );
  return async (name) => {
    const asset = known.get(name);
    const bytes = asset && (await readFile(asset.file).catch(() => undefined));
    if (!asset || !bytes) return refusal(404);
    return new Response(bytes, {
      headers: { "Content-Type": asset.type, "Content-Security-Policy": PAGE_POLICY },
    });
  };
}
