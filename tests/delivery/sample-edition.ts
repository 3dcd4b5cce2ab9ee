import { deflateSync } from "node:zlib";
import type { MailEdition } from "../../src/delivery/mail-edition.ts";

/** An edition such as a brief gives, with an image and without a PDF. */
export const sampleEdition = (changes: Partial<MailEdition> = {}): MailEdition => ({
  audience: "all",
  locale: "en",
  subject:
    "DeepSeek’s cheap model cost NVIDIA $589 bn — but the price tag misleads every reader of headlines",
  preheader: "What to be careful about, and what to ask.",
  html: `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Brief</title></head><body>${'<p style="color:#123456">Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. '.repeat(300)}<img src="cid:chart@brief" alt="A chart" width="300">\n.\n..\nFrom here\n</body></html>\n`,
  text: "Zwölf Boxkämpfer\n\n.\nFrom the start\nhttps://example.com/a/very/long/address/that/goes/on/and/on/and/on/for/more/than/72/columns\n",
  images: [{ contentId: "chart@brief", name: "chart.png", mediaType: "image/png", bytes: png() }],
  pdf: null,
  fingerprint: "0123456789abcdef01234567",
  ...changes,
});

/** Not a picture anybody looks at, but of the size that a chart has. */
const png = (): Uint8Array =>
  Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), deflateSync(Buffer.alloc(20_000, 7))]);
