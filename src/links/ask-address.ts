import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./answer.ts";
import { askServer, type Manner, type Reply } from "./ask-server.ts";
import type { Turns } from "./turns.ts";

/** What asking about one address takes besides manners. */
export interface Asking extends Manner {
  readonly turns: Turns;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
}

/** More are followed by nobody; browsers give up after 20. */
const REDIRECTS_MAX = 5;
/** The longest that a server’s Retry-After is waited for. */
const PATIENCE_MS = 10_000;
const PERMANENT: ReadonlySet<number> = new Set([301, 308]);
const TEMPORARY: ReadonlySet<number> = new Set([302, 303, 307]);

/** Asks whether a document is at `address`, following redirects. */
export async function askAddress(address: string, asking: Asking): Promise<Answer> {
  let url = new URL(address);
  let movedTo: string | undefined;
  let isPermanent = true;
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
    const reply = await asking.turns(url.host, () => askKindly(url, asking));
    if ("fault" in reply) return { kind: "none", fault: reply.fault };
    const target = redirectTarget(reply, url);
    if (target === undefined) return answerFor(reply.status, movedTo);
    // Only as far as all steps are for good is there a new address to write down.
    isPermanent &&= PERMANENT.has(reply.status);
    if (isPermanent) movedTo = target.href;
    url = target;
  }
  return { kind: "none", fault: "redirects" };
}

/** HEAD is the least that can be asked. Servers that refuse it, or answer it wrongly, get GET, whose body is not read. */
async function askKindly(url: URL, asking: Asking): Promise<Reply> {
  const first = await askServer(url, "HEAD", asking);
  const reply = isDoubtful(first) ? await askServer(url, "GET", asking) : first;
  const waitMs = retryAfterMs(reply, asking.now());
  if (waitMs === undefined) return reply;
  try {
    await sleep(waitMs, undefined, asking.signal === undefined ? {} : { signal: asking.signal });
  } catch {
    return { fault: "stopped" };
  }
  return askServer(url, "GET", asking);
}

const isDoubtful = (reply: Reply): boolean =>
  "fault" in reply ? reply.fault === "broken" : reply.status >= 400 && reply.status !== 429;

/** How long a server that is asked too often wants to be left alone; undefined where it does not say, or says too long. */
function retryAfterMs(reply: Reply, nowMs: number): number | undefined {
  if ("fault" in reply || (reply.status !== 429 && reply.status !== 503)) return undefined;
  const { retryAfter = "" } = reply;
  const waitMs = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : Date.parse(retryAfter) - nowMs;
  return waitMs <= PATIENCE_MS ? Math.max(0, waitMs) : undefined;
}

function redirectTarget(reply: Extract<Reply, { status: number }>, from: URL): URL | undefined {
  const { status, location } = reply;
  if (location === undefined || !(PERMANENT.has(status) || TEMPORARY.has(status))) return undefined;
  if (!URL.canParse(location, from.href)) return undefined;
  const target = new URL(location, from.href);
  return target.protocol === "http:" || target.protocol === "https:" ? target : undefined;
}

function answerFor(status: number, movedTo: string | undefined): Answer {
  if (status >= 200 && status < 300)
    return movedTo === undefined ? { kind: "there" } : { kind: "moved", to: movedTo };
  if (status === 404 || status === 410) return { kind: "gone", status };
  return status >= 500 ? { kind: "none", fault: "server" } : { kind: "unsure", status };
}
