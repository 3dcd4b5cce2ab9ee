// The content of a brief as a message, made by others: with MJML, and as HTML with classes whose style juice inlines.
import { createRequire } from "node:module";
import path from "node:path";
import { parse } from "yaml";

/** Makers of a message’s HTML from the text of a brief file, by name; empty where the peers are not installed. */
export async function mailPeers() {
  const require = createRequire(import.meta.url);
  const load = async (name) => (await import(path.resolve(require.resolve(name)))).default;
  try {
    const [mjml, juice] = await Promise.all([load("mjml"), load("juice")]);
    return new Map([
      ["mjml", async (text) => (await mjml(inMjml(parse(text)))).html],
      ["juice", async (text) => juice(inHtml(parse(text)))],
    ]);
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    return new Map();
  }
}

const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const each = (list, make) => (list ?? []).map(make).join("\n");

function inMjml(brief) {
  const { title, bottomLine, event, caveats, implications, questions, sources } = brief;
  const text = (content, size = 16) =>
    `<mj-text font-size="${size}px" line-height="1.45">${content}</mj-text>`;
  const section = (content) => `<mj-section><mj-column>${content}</mj-column></mj-section>`;
  const figure = ({ value, label }) =>
    `<mj-column>${text(`<strong>${escaped(value)}</strong>`, 28)}${text(escaped(label), 13)}</mj-column>`;
  return `<mjml><mj-head><mj-preview>${escaped(bottomLine)}</mj-preview></mj-head><mj-body>
    ${section(text(`<h1>${escaped(title)}</h1>`) + text(escaped(bottomLine), 20))}
    <mj-section>${each(event.figures, figure)}</mj-section>
    ${section(text(escaped(event.summary)))}
    ${section(each(caveats, ({ claim, caveat, confidence }) => text(`<em>${escaped(claim)}</em> ${escaped(caveat)} ${confidence}`)))}
    ${section(each(implications, (item) => text(escaped(item.text))))}
    ${section(each(questions, ({ question, why, owner }) => text(`<strong>${escaped(question)}</strong> ${escaped(why)} ${escaped(owner)}`)))}
    ${section(each(sources, ({ title: name, url }) => text(`<a href="${escaped(url)}">${escaped(name)}</a>`, 13)))}
  </mj-body></mjml>`;
}

function inHtml(brief) {
  const { title, bottomLine, event, caveats, implications, questions, sources } = brief;
  const row = (content, name) => `<tr><td class="${name}">${content}</td></tr>`;
  return `<!DOCTYPE html><html><head><style>
    body { margin: 0; font-family: Georgia, serif } table { width: 600px; border-collapse: collapse } td { padding: 8px 24px }
    .title { font-size: 28px; font-weight: bold } .lead { font-size: 20px } .value { font-size: 28px } .label { font-size: 13px; color: #555 }
    .claim { font-style: italic; background: #f8f1e5 } .caveat { background: #f8f1e5 } .question { font-weight: bold } .source a { color: #9b1c31 }
  </style></head><body><table role="presentation">
    ${row(escaped(title), "title")}${row(escaped(bottomLine), "lead")}
    ${each(event.figures, ({ value, label }) => row(escaped(value), "value") + row(escaped(label), "label"))}
    ${row(escaped(event.summary), "text")}
    ${each(caveats, ({ claim, caveat, confidence }) => row(escaped(claim), "claim") + row(`${escaped(caveat)} ${confidence}`, "caveat"))}
    ${each(implications, (item) => row(escaped(item.text), "text"))}
    ${each(questions, ({ question, why, owner }) => row(escaped(question), "question") + row(`${escaped(why)} ${escaped(owner)}`, "text"))}
    ${each(sources, ({ title: name, url }) => row(`<a href="${escaped(url)}">${escaped(name)}</a>`, "source"))}
  </table></body></html>`;
}
