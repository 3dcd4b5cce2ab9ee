import { isIP } from "node:net";

/** Whether a host is this machine itself, so that nothing sent to it passes a network. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
