import type { StructureElement } from "../../pdf/read-structure.ts";
import { parentTreeOf } from "../parent-tree.ts";
import type { Fault, RuleGroup } from "../rule.ts";
import type { Subject } from "../subject.ts";

/** How content and structure know each other. */
export const MARKING: RuleGroup = {
  name: "Content and structure",
  mend: "Tag the document anew: everything that is drawn is either content of one element or an artifact. For a printed brief, this is a fault of the finishing.",
  rules: [
    {
      ua: "7.1-1",
      asks: "No artifact stands inside content of the structure.",
      judge: ({ content }) => content.faults.get("artifact-in-content") ?? [],
    },
    {
      ua: "7.1-2",
      asks: "No content of the structure stands inside an artifact.",
      judge: ({ content }) => content.faults.get("content-in-artifact") ?? [],
    },
    {
      ua: "7.1-3",
      asks: "Everything that is drawn is content of the structure or an artifact.",
      judge: ({ content }) => content.faults.get("unmarked") ?? [],
    },
    {
      ua: "7.1-a",
      asks: "Each number of marked content stands once on its page (ISO 32000-1, 14.7.4.2).",
      *judge({ content }) {
        for (const ids of content.marks.values())
          for (const [id, { count, page }] of ids)
            if (count > 1) yield { what: `number ${id} stands ${count} times`, where: { page } };
      },
    },
    {
      ua: "7.1-b",
      asks: "All marked content belongs to one element of the structure.",
      *judge(subject) {
        const owners = elementsByContent(subject);
        for (const [owner, ids] of subject.content.marks) {
          for (const [id, { page }] of ids) {
            const count = owners.get(owner)?.get(id)?.length ?? 0;
            if (count !== 1)
              yield {
                what: `number ${id} belongs to ${count === 0 ? "none" : `${count} elements`}`,
                where: { page },
              };
          }
        }
      },
    },
    {
      ua: "7.1-c",
      asks: "The content that an element names is on its page.",
      *judge(subject) {
        const { content, pageNumbers, pathOf } = subject;
        for (const [owner, ids] of elementsByContent(subject)) {
          for (const [id, [element]] of ids) {
            if (content.marks.get(owner)?.has(id) || element === undefined) continue;
            const page = pageNumbers.get(owner);
            yield {
              what: `number ${id} is not there`,
              where: { element: pathOf(element), ...(page && { page }) },
            };
          }
        }
      },
    },
    {
      ua: "7.1-d",
      asks: "The parent tree leads from every piece of content back to its element (ISO 32000-1, 14.7.4.4).",
      judge: lostContent,
    },
    {
      ua: "7.1-e",
      asks: "The parent tree leads from every annotation of the structure back to its element.",
      judge: lostAnnotations,
    },
    {
      ua: "7.20-2",
      asks: "A form with content of the structure is drawn once.",
      judge: ({ content }) => content.faults.get("form-repeated") ?? [],
    },
  ],
};

/** The elements of each piece of content, by the object that it stands in and by its number. */
function elementsByContent({
  structure,
}: Subject): ReadonlyMap<number, ReadonlyMap<number, StructureElement[]>> {
  const owners = new Map<number, Map<number, StructureElement[]>>();
  for (const element of structure?.elements ?? []) {
    for (const kid of element.kids) {
      if (kid.kind !== "content") continue;
      const owner = kid.stream || kid.page;
      const ids = owners.get(owner) ?? new Map<number, StructureElement[]>();
      owners.set(owner, ids);
      const elements = ids.get(kid.id);
      if (elements === undefined) ids.set(kid.id, [element]);
      else elements.push(element);
    }
  }
  return owners;
}

function* lostContent(subject: Subject): Generator<Fault> {
  const { file, pathOf, pageNumbers } = subject;
  const tree = parentTreeOf(subject);
  for (const [owner, ids] of elementsByContent(subject)) {
    const key = file.resolve(file.dictionary({ type: "reference", object: owner }).get("StructParents"));
    const parents = typeof key === "number" ? file.array(tree.get(key)) : [];
    const page = pageNumbers.get(owner);
    for (const [id, [element]] of ids) {
      if (element === undefined || file.resolve(parents[id]) === element.dictionary) continue;
      yield {
        what: `it does not for number ${id}`,
        where: { element: pathOf(element), ...(page && { page }) },
      };
    }
  }
}

function* lostAnnotations(subject: Subject): Generator<Fault> {
  const { file, structure, annotations, pathOf } = subject;
  const tree = parentTreeOf(subject);
  const known = new Map(annotations.map((annotation) => [annotation.object, annotation]));
  for (const element of structure?.elements ?? []) {
    for (const kid of element.kids) {
      const annotation = kid.kind === "object" ? known.get(kid.object) : undefined;
      if (annotation === undefined) continue;
      const key = file.resolve(annotation.dictionary.get("StructParent"));
      const back = typeof key === "number" ? file.resolve(tree.get(key)) : null;
      if (back === element.dictionary) continue;
      const { page, object } = annotation;
      yield { what: "it does not", where: { page, object, element: pathOf(element) } };
    }
  }
}
