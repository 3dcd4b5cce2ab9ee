import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import type { Fault } from "./answer.ts";

/** How servers are asked. */
export interface Manner {
  /** Who asks, with name and version. */
  readonly userAgent: string;
  /** For one request, from the name lookup to the first line of the answer. */
  readonly timeLimitMs: number;
  /** Whether the host behind an IP address may be asked. */
  readonly mayAsk: (address: string) => boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The head of a server’s answer, or why there is none. */
export type Reply =
  | { readonly status: number; readonly location?: string; readonly retryAfter?: string }
  | { readonly fault: Fault };

/**
 * Sends one request and reads the head of the answer, never its body and never a redirect’s target. The addresses of the
 * host are checked in the lookup of the connection itself, so that no second lookup can give other ones.
 */
export function askServer(url: URL, method: "HEAD" | "GET", manner: Manner): Promise<Reply> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !manner.mayAsk(host)) return Promise.resolve({ fault: "local" });
  const timeLimit = AbortSignal.timeout(manner.timeLimitMs);
  const signal = manner.signal === undefined ? timeLimit : AbortSignal.any([timeLimit, manner.signal]);
  return new Promise((resolve) => {
    const request = (url.protocol === "https:" ? https : http).request(url, {
      method,
      agent: false,
      lookup: lookupAllowed(manner.mayAsk),
      signal,
      headers: { "user-agent": manner.userAgent, accept: "*/*" },
    });
    request.on("response", (response) => {
      const { statusCode = 0, headers } = response;
      response.destroy();
      resolve({
        status: statusCode,
        ...(headers.location === undefined ? {} : { location: headers.location }),
        ...(headers["retry-after"] === undefined ? {} : { retryAfter: headers["retry-after"] }),
      });
    });
    request.on("error", (error) => {
      if (manner.signal?.aborted) resolve({ fault: "stopped" });
      else resolve({ fault: timeLimit.aborted ? "time" : faultOf(error) });
    });
    request.end();
  });
}

const REFUSED_BY_US = "EXECBRIEF_LOCAL_ADDRESS";

/** A lookup that fails where any address of the host may not be asked: one of them would be taken by chance. */
const lookupAllowed =
  (mayAsk: Manner["mayAsk"]): LookupFunction =>
  (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined || !addresses.every(({ address }) => mayAsk(address))) {
          done(Object.assign(new Error("A local address"), { code: REFUSED_BY_US }), "", 0);
        } else if (options.all) done(null, addresses);
        else done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, "", 0),
    );
  };

/** Codes of Node.js and OpenSSL; what is none of them broke the connection in some other way. */
function faultOf(error: Error): Fault {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === REFUSED_BY_US) return "local";
  if (code === "ENOTFOUND" || code === "EAI_AGAIN" || code === "EAI_NODATA") return "name";
  if (code === "ECONNREFUSED" || code === "EHOSTUNREACH" || code === "ENETUNREACH") return "refused";
  if (code === "ETIMEDOUT") return "time";
  if (/CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)/.test(code)) return "certificate";
  return "broken";
}
