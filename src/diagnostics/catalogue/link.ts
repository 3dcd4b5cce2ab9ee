import { entry } from "./entry.ts";

/** Findings of `brief check --online` on the web addresses of a brief. */
export const linkCatalogue = {
  "link-broken": entry<{ url: string; status: number }>({
    severity: "warning",
    cause: "content",
    about:
      "The server says that there is no document at this address (404 or 410), so no reader can follow it.",
    message: ({ url, status }) => `There is nothing at ${url}: the server answers with ${status}.`,
    hint: () => "Look for the document’s new address, or cite an archived copy.",
  }),
  "link-unreachable": entry<{ url: string; fault: keyof typeof UNREACHABLE }>({
    severity: "warning",
    cause: "content",
    about:
      "No usable answer came from the address: no such host, no connection, no answer within 10 seconds, a certificate that cannot be trusted, redirects without end, or a fault of the server.",
    message: ({ url, fault }) => `No answer from ${url}: ${UNREACHABLE[fault]}.`,
    hint: () =>
      "Open it in a browser; if it fails there too, look for another address. It is asked again at the next check.",
  }),
  "link-moved": entry<{ url: string; to: string }>({
    severity: "info",
    cause: "content",
    about:
      "The server says that the document has moved for good (301 or 308). The old address works as long as it forwards.",
    message: ({ url, to }) => `${url} has moved to ${to}.`,
    hint: () => "Write the new address, once you have seen that it is the same document.",
  }),
  "link-unsure": entry<{ url: string; status: number }>({
    severity: "info",
    cause: "content",
    about:
      "The server does not let programs see the document (401, 403, 429 and the like). It may well be there for a reader.",
    message: ({ url, status }) =>
      `Nobody can say whether ${url} is there: the server answers a program with ${status}.`,
    hint: () => "Open it in a browser.",
  }),
  "link-local": entry<{ url: string }>({
    severity: "info",
    cause: "content",
    about:
      "The address belongs to this machine or a private network, or leads there. It was not asked: a brief that somebody sent must not reach for what only this machine can reach.",
    message: ({ url }) => `${url} leads into a private network, so it was not asked.`,
    hint: () =>
      "See that your readers can open it. For your own intranet set “editorial: { allowLocalLinks: true }” in brief.config.yaml.",
  }),
  "links-offline": entry<{ count: number }>({
    severity: "error",
    cause: "environment",
    about:
      "Not one host of a brief’s web addresses could be found, which means that this machine has no network.",
    message: ({ count }) =>
      `None of the ${count} web addresses could be asked: no host name is known to this machine.`,
    hint: () => "Connect to the network, or check without --online.",
  }),
} as const;

const UNREACHABLE = {
  name: "there is no such host",
  refused: "the host takes no connection",
  time: "it took more than 10 seconds",
  certificate: "its certificate is not to be trusted",
  broken: "the connection broke off",
  redirects: "it forwards more than five times",
  server: "the server reports a fault of its own",
} as const;
