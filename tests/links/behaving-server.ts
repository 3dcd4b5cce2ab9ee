import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** One request that reached the server. */
export interface Visit {
  readonly method: string;
  readonly path: string;
  readonly userAgent: string;
}

/** How the server answers at a path; it may answer every visit otherwise. */
export type Behaviour = (response: ServerResponse, visit: Visit & { readonly count: number }) => void;

/** A server on this machine that behaves as told, and remembers its visitors. */
export interface BehavingServer extends AsyncDisposable {
  readonly port: number;
  readonly visits: readonly Visit[];
  /** The most requests that were answered at the same time. */
  readonly crowd: () => number;
  readonly at: (path: string, host?: string) => string;
}

/** Answers with a status, and perhaps with headers. */
export const says =
  (status: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, headers).end();
  };

/** Opens the server on a free port of 127.0.0.1. */
export async function openBehavingServer(
  behaviours: Readonly<Record<string, Behaviour>>,
  host = "127.0.0.1",
): Promise<BehavingServer> {
  const visits: Visit[] = [];
  let present = 0;
  let most = 0;
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url: path = "", headers } = request;
    const visit = { method, path, userAgent: headers["user-agent"] ?? "" };
    visits.push(visit);
    present += 1;
    most = Math.max(most, present);
    response.on("close", () => {
      present -= 1;
    });
    const behaviour = behaviours[path] ?? says(404);
    behaviour(response, { ...visit, count: visits.filter((other) => other.path === path).length });
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    visits,
    crowd: () => most,
    at: (path, name = host) => `http://${name}:${port}${path}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
