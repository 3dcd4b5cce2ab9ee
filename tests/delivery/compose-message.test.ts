import { generateKeyPairSync } from "node:crypto";
import { dkimVerify } from "mailauth/lib/dkim/verify.js";
import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { type MessageHead, openComposer } from "../../src/delivery/compose-message.ts";
import { mailEdition } from "../../src/delivery/mail-edition.ts";
import { openSigner } from "../../src/delivery/sign-message.ts";
import { fieldsOf, unsubscribeHeaders } from "../../src/delivery/unsubscribe.ts";
import type { Artifact } from "../../src/formats/artifact.ts";
import { sampleEdition } from "./sample-edition.ts";

const HEAD: MessageHead = {
  key: "weekly all/en ann@example.com",
  from: { name: "Ünal & Co, Desk", address: "desk@brief.test" },
  to: [{ name: "Doe, Ann", address: "ann@example.com" }],
  replyTo: { address: "answers@brief.test" },
  date: new Date("2025-02-03T08:00:00Z"),
  headers: {
    "Auto-Submitted": "auto-generated",
    ...unsubscribeHeaders(
      { url: "https://brief.test/out?who={email}&t={Token}", mailto: "out@brief.test" },
      { address: "ann+x@example.com", fields: { token: "a b/c" } },
    ),
  },
};
const PDF = { name: "weekly.pdf", bytes: Buffer.from("%PDF-1.4 not really") };

const composed = async (changes: Partial<MessageHead> = {}, edition = sampleEdition({ pdf: PDF })) =>
  (await openComposer(edition))({ ...HEAD, ...changes });
const headersOf = (bytes: Buffer) =>
  bytes
    .toString()
    .split("\r\n\r\n", 1)[0]
    ?.split(/\r\n(?![ \t])/) ?? [];

test("a message is read back by another program with all its parts", async () => {
  const edition = sampleEdition({ pdf: PDF });
  const mail = await simpleParser((await composed()).bytes, { keepCidLinks: true });
  expect(mail.subject).toBe(edition.subject);
  expect(mail.from?.value).toEqual([{ name: "Ünal & Co, Desk", address: "desk@brief.test" }]);
  expect(mail.to).toMatchObject({ value: [{ name: "Doe, Ann", address: "ann@example.com" }] });
  expect(mail.replyTo?.value).toMatchObject([{ address: "answers@brief.test" }]);
  expect(mail.date).toEqual(HEAD.date);
  expect(mail.text?.trimEnd()).toBe(edition.text.trimEnd());
  expect(String(mail.html).trimEnd()).toBe(edition.html.trimEnd());
  expect(
    mail.attachments.map(({ contentType, filename, contentId, related }) => [
      contentType,
      filename,
      contentId,
      related,
    ]),
  ).toEqual([
    ["image/png", "chart.png", "<chart@brief>", true],
    ["application/pdf", "weekly.pdf", undefined, undefined],
  ]);
  expect(mail.attachments[1]?.content.equals(PDF.bytes)).toBe(true);
});

test("the parts stand in the order in which a reader should prefer them", async () => {
  const types = [...(await composed()).bytes.toString().matchAll(/^Content-Type: ([\w/]+)/gm)].map(
    ([, type]) => type,
  );
  expect(types).toEqual([
    ...["multipart/mixed", "multipart/alternative", "text/plain", "multipart/related", "text/html"],
    ...["image/png", "application/pdf"],
  ]);
});

test("it is safe on every wire: seven bits, CRLF, short lines", async () => {
  const text = (await composed({ headers: {} })).bytes.toString("latin1");
  expect(text).not.toMatch(/[^\t\r\n -~]/);
  expect(text).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
  expect(Math.max(...text.split("\r\n").map(({ length }) => length))).toBeLessThanOrEqual(76);
});

test("each header that may stand once does", async () => {
  const names = headersOf((await composed()).bytes).map((line) => line.split(":", 1)[0]);
  expect(names.sort()).toEqual([
    ...["Auto-Submitted", "Content-Type", "Date", "From", "List-Unsubscribe", "List-Unsubscribe-Post"],
    ...["MIME-Version", "Message-ID", "Reply-To", "Subject", "To"],
  ]);
});

test("a reader can leave with one click or one message, in one header", async () => {
  const lines = headersOf((await composed()).bytes).map((line) => line.replace(/\r\n[ \t]/g, " "));
  expect(lines.filter((line) => line.startsWith("List-"))).toEqual([
    "List-Unsubscribe: <https://brief.test/out?who=ann%2Bx%40example.com&t=a%20b%2Fc>, <mailto:out@brief.test?subject=unsubscribe>",
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
  ]);
  expect(fieldsOf({ url: "https://x.test/{email}/{Token}/{token}" })).toEqual(["token"]);
  expect(unsubscribeHeaders({ mailto: "out@brief.test" }, { address: "a@x.test", fields: {} })).toEqual({
    "List-Unsubscribe": "<mailto:out@brief.test?subject=unsubscribe>",
  });
});

test("the same input gives the same bytes, and another key another id alone", async () => {
  const [one, two, other] = await Promise.all([
    composed(),
    composed(),
    composed({ key: "weekly all/en bob" }),
  ]);
  expect(one.bytes.equals(two.bytes)).toBe(true);
  expect(one.messageId).toMatch(/^<[0-9a-f]{32}@brief\.test>$/);
  const withoutId = (bytes: Buffer) => bytes.toString().replace(/^Message-ID:.*$/m, "");
  expect(withoutId(other.bytes)).toBe(withoutId(one.bytes));
  expect(other.messageId).not.toBe(one.messageId);
});

test.each([
  ["a name", { to: [{ name: "Ann\r\nBcc: evil@evil.test", address: "ann@example.com" }] }],
  ["a key", { key: "x\r\nBcc: evil@evil.test" }],
  ["a header", { headers: { "X-Note": "x\r\nBcc: evil@evil.test" } }],
])("%s with a line break in it brings in no header", async (_what, changes) => {
  const { bytes } = await composed(changes);
  expect(headersOf(bytes).filter((line) => /^Bcc/i.test(line))).toEqual([]);
  expect((await simpleParser(bytes)).bcc).toBeUndefined();
});

test("an address without a name stands in brackets, one or several", async () => {
  const { bytes } = await composed({
    to: [{ address: "ann@example.com" }, { name: "Doe, Bob", address: "bob@example.com" }],
    cc: [{ address: "cy@example.com" }],
  });
  const headers = headersOf(bytes);
  expect(headers).toContain('To: <ann@example.com>, "Doe, Bob" <bob@example.com>');
  expect(headers).toContain("Cc: <cy@example.com>");
  expect(headers).toContain("Reply-To: <answers@brief.test>");
});

test("a subject with a line break in it is one line", async () => {
  const { bytes } = await composed({}, sampleEdition({ subject: "One\r\nBcc: evil@evil.test" }));
  const mail = await simpleParser(bytes);
  expect([mail.subject, mail.bcc]).toEqual(["One Bcc: evil@evil.test", undefined]);
});

test("a draft is marked as unsent and leaves its id to whoever sends it", async () => {
  const { bytes } = await composed({ isDraft: true, from: null, headers: {} });
  const names = headersOf(bytes).map((line) => line.split(":", 1)[0]);
  expect(names).toContain("X-Unsent");
  expect(names).not.toContain("Message-ID");
  expect(names).not.toContain("From");
  expect((await simpleParser(bytes)).subject).toBe(sampleEdition().subject);
});

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const PEM = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const record = `v=DKIM1; k=rsa; p=${publicKey.export({ type: "spki", format: "der" }).toString("base64")}`;

const verified = async (message: Buffer) => {
  const { results } = await dkimVerify(message, { resolver: async () => [[record]] });
  return results.map((found) => {
    // Its own types leave this out.
    const { signingHeaders } = found as { signingHeaders?: { keys: string } };
    return { result: found.status.result, keys: signingHeaders?.keys };
  });
};

test("a signed message is verified by another program, with the way to unsubscribe under the signature", async () => {
  const signer = openSigner({ domain: "brief.test", selector: "brief", privateKey: PEM });
  if (!signer.ok) throw new Error("The key was refused.");
  const signed = await signer.value((await composed()).bytes);
  const [found] = await verified(signed);
  expect(found?.result).toBe("pass");
  expect(found?.keys?.toLowerCase()).toMatch(/from: ?to: ?reply-to: ?subject: ?date: ?message-id/);
  expect(found?.keys?.toLowerCase()).toMatch(/list-unsubscribe: ?list-unsubscribe-post$/);
});

test.each([
  ["its subject", /^Subject: .*/m, "Subject: Another"],
  ["its way to unsubscribe", /brief\.test\/out/, "evil.test/out"],
  ["the one click", /^List-Unsubscribe-Post: .*/m, "List-Unsubscribe-Post: x"],
  ["its text", /=C3=B6/, "=C3=A4"],
  ["its recipient", /ann@example\.com/, "bob@example.com"],
])("a message that was changed in %s is not verified any more", async (_what, pattern, changed) => {
  const signer = openSigner({ domain: "brief.test", selector: "brief", privateKey: PEM });
  if (!signer.ok) throw new Error("The key was refused.");
  const signed = (await signer.value((await composed()).bytes)).toString("latin1");
  const tampered = signed.replace(pattern, changed);
  expect(tampered).not.toBe(signed);
  expect((await verified(Buffer.from(tampered, "latin1"))).map(({ result }) => result)).not.toContain("pass");
});

const elliptic = generateKeyPairSync("ed25519")
  .privateKey.export({ type: "pkcs8", format: "pem" })
  .toString();
const short = generateKeyPairSync("rsa", { modulusLength: 512 }).privateKey.export({
  type: "pkcs8",
  format: "pem",
});
const locked = privateKey
  .export({ type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "x" })
  .toString();

test.each([
  ["no key", "nonsense"],
  ["a key of another kind", elliptic],
  ["a key that is too short", short.toString()],
  ["a key with a passphrase", locked],
])("%s is refused before anything is sent", (_what, key) => {
  const signer = openSigner({ domain: "brief.test", selector: "brief", privateKey: key });
  expect(signer.diagnostics.map(({ code }) => code)).toEqual(["dkim-key-invalid"]);
  expect(JSON.stringify(signer)).not.toContain("PRIVATE KEY");
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const artifact = (format: Artifact["format"], text: string, mail: Artifact["mail"] = null): Artifact => ({
  format,
  name: `weekly.${format}`,
  mediaType: "text/plain",
  bytes: bytesOf(text),
  pages: null,
  fit: null,
  mail,
});
const MAIL = { subject: "S", preheader: "P", images: [] };
const edition = (changes: { html?: string; text?: string; pdf?: string; subject?: string } = {}) =>
  mailEdition(
    [
      artifact("email", changes.html ?? "<p>", { ...MAIL, subject: changes.subject ?? "S" }),
      artifact("text", changes.text ?? "t"),
      artifact("pdf", changes.pdf ?? "%PDF x"),
    ],
    { audience: "all", locale: "en", hasPdf: true },
  );
const fingerprint = (...args: Parameters<typeof edition>) => {
  const made = edition(...args);
  return made.ok ? made.value.fingerprint : "";
};

test.each([{ html: "<b>" }, { text: "u" }, { subject: "T" }, { pdf: "%PDF-1.4" }])(
  "a change of %j changes the fingerprint",
  (change) => {
    expect(fingerprint(change)).not.toBe(fingerprint());
  },
);

test("a PDF travels byte for byte, for a change would break its seal", () => {
  const written = "%PDF /ModDate (D:20250203080000Z) x";
  const made = edition({ pdf: written });
  expect(made.ok && made.value.pdf?.bytes).toEqual(bytesOf(written));
});

test("another signature on the same PDF changes nothing", () => {
  const signed = (contents: string) => `%PDF /ByteRange [0 1 2 3] /Contents <${contents.repeat(120)}>`;
  expect(fingerprint({ pdf: signed("0a") })).toBe(fingerprint({ pdf: signed("1b") }));
  expect(fingerprint({ pdf: `${signed("0a")} more` })).not.toBe(fingerprint({ pdf: signed("0a") }));
});

test.each(["email", "text", "pdf"] as const)("without %s there is no message", (format) => {
  const all = [artifact("email", "<p>", MAIL), artifact("text", "t"), artifact("pdf", "p")];
  const made = mailEdition(
    all.filter((one) => one.format !== format),
    { audience: "all", locale: "en", hasPdf: true },
  );
  expect(made.diagnostics.map(({ code }) => code)).toEqual(["delivery-edition-missing"]);
});
