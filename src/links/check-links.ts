import { type Diagnostic, diagnose } from "../diagnostics/diagnostic.ts";
import type { Answer } from "./answer.ts";
import { askAddress } from "./ask-address.ts";
import type { Manner } from "./ask-server.ts";
import type { Link } from "./find-links.ts";
import { openLinkCache } from "./link-cache.ts";
import { openTurns } from "./turns.ts";

/** How web addresses are checked. */
export interface LinkCheck extends Omit<Manner, "timeLimitMs"> {
  readonly timeLimitMs?: number;
  /** Where answers are kept for a day. */
  readonly cacheFolder: string;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Told as each address is settled. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** As long as a reader would wait for a page. */
const TIME_LIMIT_MS = 10_000;
/** Enough to hide the slowest of them, and few enough to disturb nobody’s line. */
const HOSTS_AT_ONCE = 4;

/** Asks every address once and says which are gone, moved or silent; politely, one request a host at a time. */
export async function checkLinks(links: readonly Link[], check: LinkCheck): Promise<Diagnostic[]> {
  const addresses = [...new Set(links.map(addressOf))];
  const cache = await openLinkCache(check.cacheFolder, check.now());
  const asking = { timeLimitMs: TIME_LIMIT_MS, ...check, turns: openTurns(HOSTS_AT_ONCE) };
  let done = 0;
  const answers = new Map<string, Answer>();
  await Promise.all(
    addresses.map(async (address) => {
      const answer = cache.get(address) ?? (await askAddress(address, asking));
      answers.set(address, answer);
      cache.put(address, answer);
      done += 1;
      check.onProgress?.(done, addresses.length);
    }),
  );
  await cache.save();
  if (isOffline(answers)) return [diagnose("links-offline", { count: addresses.length })];
  return links.flatMap((link) => explain(link, answers.get(addressOf(link))) ?? []);
}

/** The address without its fragment, which no server sees. */
function addressOf({ url }: Link): string {
  const address = new URL(url);
  address.hash = "";
  return address.href;
}

/** Several hosts whose names nobody knows mean a machine without a network. */
function isOffline(answers: ReadonlyMap<string, Answer>): boolean {
  const hosts = new Set([...answers.keys()].map((address) => new URL(address).host));
  return (
    hosts.size > 1 &&
    [...answers.values()].every((answer) => answer.kind === "none" && answer.fault === "name")
  );
}

function explain({ url, where }: Link, answer: Answer | undefined): Diagnostic | undefined {
  switch (answer?.kind) {
    case "moved":
      return diagnose("link-moved", { url, to: answer.to }, where);
    case "gone":
      return diagnose("link-broken", { url, status: answer.status }, where);
    case "unsure":
      return diagnose("link-unsure", { url, status: answer.status }, where);
    case "none":
      if (answer.fault === "stopped") return undefined;
      if (answer.fault === "local") return diagnose("link-local", { url }, where);
      return diagnose("link-unreachable", { url, fault: answer.fault }, where);
    default:
      return undefined;
  }
}
