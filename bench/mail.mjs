// npm run bench mail: what a message costs beyond its edition, what it costs where every message is composed anew, and what a
// message’s HTML costs others (npm install --prefix bench/peers). Times vary with the machine; the ratio counts.
import { generateKeyPairSync } from "node:crypto";
import path from "node:path";
import MailComposer from "nodemailer/lib/mail-composer";
import { loadDelivery, openExecbrief, readBriefFile } from "../dist/index.js";
import { mailPeers } from "./peers/mail-peers.mjs";

const root = path.resolve(import.meta.dirname, "..");
const MESSAGES = 1000;
const EDITIONS = 50;

const { mailEdition, openComposer, openSigner } = await loadDelivery();
const edition = await buildEdition();
const compose = await openComposer(edition);
const headOf = (index) => ({
  key: `bench ${index}`,
  from: { name: "Briefing desk", address: "desk@brief.test" },
  to: [{ name: `Person ${index}`, address: `p${index}@example.com` }],
  date: new Date(0),
  headers: { "List-Unsubscribe": `<https://brief.test/out?who=p${index}>` },
});
const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const signer = openSigner({ domain: "brief.test", selector: "bench", privateKey: key });
if (!signer.ok) throw new Error("The key was refused.");

const opened = await openExecbrief({ folder: root });
const source = await readBriefFile(path.join(root, "briefs", "crowdstrike-outage.yaml"));
if (!opened.ok || !source.ok) throw new Error("The bundled brief cannot be read.");
console.log(`| HTML of a message from a brief, ${EDITIONS} times | ms each |`);
console.log("| --- | --- |");
const order = { formats: ["email"], audiences: ["all"] };
await report("Execbrief, checked and proved", () => opened.value.build(source.value, order), EDITIONS);
const unproved = { ...order, preflight: false };
await report("Execbrief, checked", () => opened.value.build(source.value, unproved), EDITIONS);
for (const [name, make] of await mailPeers()) {
  await report(name, () => make(source.value.text), EDITIONS);
}
await opened.value[Symbol.asyncDispose]();

console.log(`\n| ${MESSAGES} messages with text, HTML and images | ms each |`);
console.log("| --- | --- |");
await report("composed", async (index) => compose(headOf(index)).bytes);
await report("composed and signed (DKIM)", async (index) => signer.value(compose(headOf(index)).bytes));
await report("composed anew by nodemailer", (index) => composeAnew(headOf(index)));

async function report(name, make, count = MESSAGES) {
  for (let index = 0; index < 3; index += 1) await make(index);
  const startedAtMs = performance.now();
  for (let index = 0; index < count; index += 1) await make(index);
  console.log(`| ${name} | ${((performance.now() - startedAtMs) / count).toFixed(2)} |`);
}

function composeAnew({ from, to, date }) {
  const attachments = edition.images.map(({ contentId, name, bytes }) => ({
    cid: contentId,
    filename: name,
    content: Buffer.from(bytes),
  }));
  const { subject, html, text } = edition;
  return new MailComposer({ from, to, date, subject, html, text, attachments }).compile().build();
}

async function buildEdition() {
  const opened = await openExecbrief({ folder: root });
  const source = await readBriefFile(path.join(root, "briefs", "deepseek.yaml"));
  if (!opened.ok || !source.ok) throw new Error("The bundled brief cannot be read.");
  const result = await opened.value.build(source.value, { formats: ["email", "text"], audiences: ["all"] });
  await opened.value[Symbol.asyncDispose]();
  const made = mailEdition(result.editions[0]?.artifacts ?? [], {
    audience: "all",
    locale: "en",
    hasPdf: false,
  });
  if (!made.ok) throw new Error("The bundled brief cannot be mailed.");
  return made.value;
}
