import { createHash } from "node:crypto";
import MailComposer from "nodemailer/lib/mail-composer";
import MimeNode from "nodemailer/lib/mime-node";
import { editionName, type MailEdition } from "./mail-edition.ts";
import type { Mailbox } from "./settings.ts";

/** What one message says besides its edition. */
export interface MessageHead {
  /** What the message is known by, the same on every attempt. */
  readonly key: string;
  readonly from: Mailbox | null;
  readonly to: readonly Mailbox[];
  readonly cc?: readonly Mailbox[];
  readonly replyTo?: Mailbox | undefined;
  readonly date: Date;
  /** An unsent message, which a mail program opens to be finished; it gets its id when it is sent. */
  readonly isDraft?: true;
  /** Further headers, values of one line. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole message in wire form: CRLF, seven bits, lines of at most 76 characters. */
export interface ComposedMessage {
  readonly messageId: string;
  readonly bytes: Buffer;
}

/**
 * Opens a composer of messages that carry `edition`. The body is encoded once and shared by all, since all of it that
 * differs from person to person stands in the headers. Same input, same bytes.
 */
export async function openComposer(edition: MailEdition): Promise<(head: MessageHead) => ComposedMessage> {
  const body = await encodeBody(edition);
  return (head) => {
    const messageId = messageIdFor(head);
    const headers = encodeHeaders(head, edition.subject, messageId);
    return {
      messageId,
      bytes: Buffer.concat([Buffer.from(`${headers}\r\n${body.contentType}\r\n\r\n`), body.content]),
    };
  };
}

/** The parts in their order of preference: plain text, HTML with its images; the PDF beside them. */
async function encodeBody(edition: MailEdition): Promise<{ contentType: string; content: Buffer }> {
  const { subject, html, text, images, pdf } = edition;
  const composer = new MailComposer({
    text: withLineEnds(text),
    html: withLineEnds(html),
    attachments: [
      ...images.map(({ contentId, name, mediaType, bytes }) => ({
        cid: contentId,
        filename: name,
        contentType: mediaType,
        contentDisposition: "inline" as const,
        content: Buffer.from(bytes),
      })),
      ...(pdf === null
        ? []
        : [{ filename: pdf.name, contentType: "application/pdf", content: Buffer.from(pdf.bytes) }]),
    ],
    // Chosen by the library, a boundary would be another one every time.
    baseBoundary: digest(`${editionName(edition)} ${subject} ${edition.fingerprint}`, 24),
    boundaryPrefix: "=_brief",
    encoding: "quoted-printable",
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const whole = await composer.compile().build();
  const end = whole.indexOf("\r\n\r\n");
  const head = whole.subarray(0, end).toString("latin1");
  const contentType = /^Content-Type:.*(?:\r\n[ \t].*)*/im.exec(head)?.[0];
  if (contentType === undefined) throw new Error("A message was composed without a content type.");
  return { contentType, content: whole.subarray(end + 4) };
}

function encodeHeaders(head: MessageHead, subject: string, messageId: string): string {
  const node = new MimeNode(false, { disableFileAccess: true, disableUrlAccess: true });
  if (head.from !== null) node.setHeader("From", [mailbox(head.from)]);
  if (head.to.length > 0) node.setHeader("To", head.to.map(mailbox));
  if (head.cc !== undefined && head.cc.length > 0) node.setHeader("Cc", head.cc.map(mailbox));
  if (head.replyTo !== undefined) node.setHeader("Reply-To", [mailbox(head.replyTo)]);
  node.setHeader("Subject", oneLine(subject));
  node.setHeader("Date", head.date);
  node.setHeader("Message-ID", messageId);
  for (const [name, value] of Object.entries(head.headers ?? {})) {
    node.setHeader(name, { prepared: true, foldLines: true, value: oneLine(value) });
  }
  if (head.isDraft) node.setHeader("X-Unsent", "1");
  node.setHeader("MIME-Version", "1.0");
  const headers = inBrackets(node.buildHeaders());
  return head.isDraft ? headers.replace(/^Message-ID:.*\r\n(?:[ \t].*\r\n)*/m, "") : headers;
}

/** Addresses are never handed over as one text: the library would split it, and its parts would become recipients. */
const mailbox = ({ name, address }: Mailbox) => ({ name: oneLine(name ?? ""), address });

/** Addresses without a name in angle brackets too: filters count bare ones against a message with a picture. */
const inBrackets = (headers: string): string =>
  headers.replace(/^(?:From|To|Cc|Reply-To):.*(?:\r\n[ \t].*)*/gm, (header) =>
    header.replace(/(?<=[:,]\s+)[^\s<>",]+@[^\s<>",]+(?=,|$)/g, "<$&>"),
  );

const oneLine = (text: string): string => text.replace(/\s+/gu, " ").trim();

/** The same for the same key, so that a server or reader that gets a message again can know it. */
function messageIdFor({ key, from }: MessageHead): string {
  const domain = from?.address.split("@").at(-1) ?? "draft.invalid";
  return `<${digest(key, 32)}@${domain}>`;
}

const digest = (text: string, digits: number): string =>
  createHash("sha256").update(text).digest("hex").slice(0, digits);

const withLineEnds = (text: string): string => text.replace(/\r\n|\r|\n/g, "\r\n");
