import type { Context } from "hono";
import { type ThemeValues, themeSchema } from "../render/theme/token.ts";
import type { Selection } from "./preview-api.ts";

/** A place that somebody wants to see in the editor. */
export interface AskedPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Reads the body of /select; undefined where it is not what it should be. */
export async function readSelect(context: Context): Promise<Partial<Selection> | undefined> {
  const body = await readObject(context);
  if (body === undefined) return undefined;
  const isFit = Object.entries(body).every(([key, value]) => FIELDS.has(key) && typeof value === "string");
  return isFit ? (body as Partial<Selection>) : undefined;
}

const FIELDS: ReadonlySet<string> = new Set(
  Object.keys({ brief: 0, audience: 0, template: 0, page: 0, locale: 0 } satisfies Record<
    keyof Selection,
    0
  >),
);

/** Reads the body of /try. */
export async function readTry(context: Context): Promise<ThemeValues | undefined> {
  const values = themeSchema.safeParse(await readObject(context));
  return values.success ? values.data : undefined;
}

/** Reads the body of /keep. */
export async function readKeep(context: Context): Promise<readonly string[] | undefined> {
  const tokens = (await readObject(context))?.tokens;
  return Array.isArray(tokens) && tokens.every((token) => typeof token === "string") ? tokens : undefined;
}

/** Reads the body of /open. */
export async function readOpen(context: Context): Promise<AskedPlace | undefined> {
  const { file, line, column } = (await readObject(context)) ?? {};
  return typeof file === "string" && isCount(line) && isCount(column) ? { file, line, column } : undefined;
}

async function readObject(context: Context): Promise<Readonly<Record<string, unknown>> | undefined> {
  try {
    const body: unknown = JSON.parse(await context.req.text());
    const isObject = typeof body === "object" && body !== null && !Array.isArray(body);
    return isObject ? (body as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 1;
