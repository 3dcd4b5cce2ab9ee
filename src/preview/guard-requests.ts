import { timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";

/** What a request must show to be answered. */
export interface Pass {
  /** First segment of every address. */
  readonly token: string;
  /** The port that the server listens on; asked for late, since the system chooses it. */
  readonly port: () => number;
}

/**
 * Answers nobody but the page that this server has handed out. The name in Host is checked because a stranger’s name can be
 * made to mean this machine (DNS rebinding); Origin and Sec-Fetch-Site, because any page in the author’s browser can send
 * requests here. A refusal says nothing.
 */
export function guardRequests({ token, port }: Pass): MiddlewareHandler {
  return async (context, next) => {
    const host = context.req.header("host") ?? "";
    if (!HOSTS.some((name) => host === `${name}:${port()}`)) return refusal(403);
    const origin = context.req.header("origin");
    const isPost = context.req.method === "POST";
    // A page of ours says where it comes from whenever it changes something.
    if (origin === undefined ? isPost : origin !== `http://${host}`) return refusal(403);
    const site = context.req.header("sec-fetch-site");
    if (site !== undefined && site !== "same-origin" && site !== "none") return refusal(403);
    if (!isSame(context.req.path.split("/")[1] ?? "", token)) return refusal(404);
    if (isPost && !isJson(context.req.header("content-type"))) return refusal(415);
    await next();
    return undefined;
  };
}

/** An answer without a word. */
export const refusal = (status: 400 | 403 | 404 | 413 | 415): Response =>
  new Response(null, { status, headers: { "Cache-Control": "no-store" } });

const HOSTS = ["127.0.0.1", "localhost"];

/** Takes the same time wherever the first difference is. */
function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

/** A form of another page cannot send this type without asking first (CORS preflight), and nobody answers that. */
const isJson = (type: string | undefined): boolean =>
  type?.split(";")[0]?.trim().toLowerCase() === "application/json";
