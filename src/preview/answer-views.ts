import type { Context } from "hono";
import type { Artifact } from "../formats/artifact.ts";
import { refusal } from "./guard-requests.ts";
import type { Parts } from "./make-views.ts";
import { showMail } from "./show-mail.ts";

/** Answers with one view of what is shown. */
export function answerView(context: Context, parts: Parts): Response {
  const query = (name: string) => context.req.query(name);
  switch (context.req.param("view")) {
    case "html":
      return answer(parts.html?.bytes, "text/html; charset=utf-8", DOCUMENT_POLICY);
    case "email": {
      const view = { isDark: query("dark") === "1", hasImages: query("images") !== "off" };
      const shown = parts.email && new TextEncoder().encode(showMail(parts.email, view));
      return answer(shown, "text/html; charset=utf-8", DOCUMENT_POLICY);
    }
    case "text":
      return answer(parts.text?.bytes, "text/plain; charset=utf-8", PLAIN_POLICY);
    case "sheet":
      return answer(parts.sheets?.[Number(query("page") ?? 1) - 1], "image/png", PLAIN_POLICY);
    case "pdf":
      // A viewer of PDF files is made of scripts and frames of the browser’s own, which a policy would forbid.
      return answer(parts.pdf?.bytes, "application/pdf", "frame-ancestors 'self'", nameOf(parts.pdf));
    default:
      return refusal(404);
  }
}

/**
 * What a brief or a message may do here, whatever it says itself: look like something. It keeps our origin, so that the
 * page around it knows how far it is scrolled; it has no scripts that could make use of that.
 */
const DOCUMENT_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  "img-src data:",
  "font-src data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox",
].join("; ");

const PLAIN_POLICY = "default-src 'none'; frame-ancestors 'self'; sandbox allow-same-origin";

function answer(
  bytes: Uint8Array | undefined,
  type: string,
  policy: string,
  headers: Record<string, string> = {},
): Response {
  if (bytes === undefined) return refusal(404);
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: { "Content-Type": type, "Content-Security-Policy": policy, ...headers },
  });
}

/** A name of letters outside ASCII is encoded as RFC 6266 asks. */
const nameOf = (pdf: Artifact | undefined): Record<string, string> =>
  pdf ? { "Content-Disposition": `inline; filename*=UTF-8''${encodeURIComponent(pdf.name)}` } : {};
