import { readFileSync } from "node:fs";

/** A text that tries to do more than to be read. It calls `window.__pwned=1` where a script would run. */
export interface Payload {
  readonly name: string;
  readonly markdown: string;
}

/** Every attack, with `canary` (a host, or host:port) in the place of addresses that a page must never call. */
export function loadPayloads(canary = "canary.test"): Payload[] {
  const text = readFileSync(new URL("./payloads.json", import.meta.url), "utf8");
  const payloads = JSON.parse(text) as Payload[];
  return payloads.map(({ name, markdown }) => ({ name, markdown: markdown.replaceAll("CANARY", canary) }));
}
