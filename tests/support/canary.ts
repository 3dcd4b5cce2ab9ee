import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A web server on this machine that nobody should ever call. */
export interface Canary extends AsyncDisposable {
  /** Host and port. */
  readonly host: string;
  /** Paths that were asked for. */
  readonly calls: readonly string[];
}

/** Starts a server that notes every call. */
export async function openCanary(): Promise<Canary> {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(request.url ?? "");
    response.end("called");
  });
  server.on("connection", () => calls.push("(connection)"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
