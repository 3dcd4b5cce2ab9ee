import { readClaims } from "../claims.ts";
import type { RuleGroup } from "../rule.ts";
import type { HeldDictionary, Subject } from "../subject.ts";

const RELATIONSHIPS = new Set("Source Data Alternative Supplement Unspecified".split(" "));
const MEDIA_TYPE = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/;

/** Files within the file. */
export const ATTACHMENTS: RuleGroup = {
  name: "Attachments",
  mend: "Attach files as PDF/A-3 asks, with name, kind and relation to the document; or leave them out and keep to PDF/A-2.",
  rules: [
    {
      ua: "7.11-1",
      a: "6.8-2",
      asks: "An attached file has a name for old and for new programs (F and UF).",
      *judge(subject) {
        for (const { dictionary, object } of attachments(subject)) {
          const names = ["F", "UF"].map((key) => subject.text(dictionary, key) ?? "");
          if (names.includes("")) yield { what: "one has not", where: { object } };
        }
      },
    },
    {
      a2: "6.8-5",
      asks: "Attached files are PDF/A themselves.",
      *judge(subject) {
        for (const { dictionary, object } of attachments(subject)) {
          const bytes = [...subject.file.dictionary(dictionary.get("EF")).values()].map((value) =>
            subject.file.bytes(value),
          );
          if (!bytes.every((inner) => inner !== undefined && readClaims(inner).isArchival))
            yield {
              what: `“${subject.text(dictionary, "UF") ?? subject.text(dictionary, "F") ?? ""}” is not`,
              where: { object },
            };
        }
      },
    },
    {
      a3: "6.8-1",
      asks: "An attached file says what kind of data it is (Subtype).",
      *judge(subject) {
        const { file } = subject;
        for (const { dictionary, object } of attachments(subject)) {
          for (const value of file.dictionary(dictionary.get("EF")).values()) {
            const kind = file.resolve(file.dictionary(value).get("Subtype"));
            if (!(typeof kind === "string" && MEDIA_TYPE.test(kind)))
              yield { what: "one does not", where: { object } };
          }
        }
      },
    },
    {
      a3: "6.8-3",
      asks: "An attached file says what it is to the document (AFRelationship).",
      *judge(subject) {
        for (const { dictionary, object } of attachments(subject)) {
          const { file } = subject;
          const relationship = file.resolve(dictionary.get("AFRelationship"));
          if (!(typeof relationship === "string" && RELATIONSHIPS.has(relationship)))
            yield { what: "one does not", where: { object } };
        }
      },
    },
    {
      a3: "6.8-4",
      asks: "An attached file belongs to the document or to a part of it (AF).",
      *judge(subject) {
        const { file, dictionaries } = subject;
        const named = new Set(
          dictionaries.flatMap(({ dictionary }) =>
            file.array(dictionary.get("AF")).map((item) => file.resolve(item)),
          ),
        );
        for (const { dictionary, object } of attachments(subject))
          if (!named.has(dictionary)) yield { what: "one belongs to none", where: { object } };
      },
    },
  ],
};

const attachments = ({ dictionaries }: Subject): readonly HeldDictionary[] => attachmentsAmong(dictionaries);

const attachmentsAmong = (dictionaries: readonly HeldDictionary[]): readonly HeldDictionary[] =>
  dictionaries.filter(({ dictionary }) => dictionary.has("EF"));
