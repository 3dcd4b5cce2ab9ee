import { type Diagnostic, diagnose } from "../../diagnostics/diagnostic.ts";
import type { TemplateFile } from "../template-set.ts";
import { checkAddress } from "./check-address.ts";
import { nameOf } from "./expressions.ts";
import type { TagPlace, TagPlaces } from "./place-tags.ts";
import { placeOf } from "./segment-place.ts";
import type { Walk } from "./walk.ts";

/** Finds data where escaping cannot keep it data, and addresses built from what is none. */
export function checkDataPlaces({ tags, addresses }: TagPlaces, walk: Walk): Diagnostic[] {
  return [
    ...tags.flatMap((tag) => checkTag(tag)),
    ...addresses.flatMap((address) => checkAddress(address, walk)),
  ];
}

function checkTag({ template, node, place }: TagPlace): Diagnostic[] {
  switch (place.kind) {
    case "text":
      return [];
    case "tag-name":
      return misplaced(
        "in the name of a tag",
        "Write the tag out, and choose between two with {{#if …}}.",
        template,
        node,
      );
    case "comment":
      return misplaced(
        "in a comment",
        "Write comments as {{!-- … --}}; they leave no trace on the page.",
        template,
        node,
      );
    case "code":
      return place.element === "style"
        ? misplaced(
            "in a style",
            "Choose a class with {{#if …}}, and write its rules in the style sheet.",
            template,
            node,
          )
        : misplaced("in a script", "A page runs no scripts; print it as text.", template, node);
    case "attribute-name":
      return misplaced(
        "as the name of an attribute",
        "Write the attribute out, and choose with {{#if …}} whether it is there.",
        template,
        node,
      );
    case "attribute":
      return checkAttribute(place, template, node);
  }
}

function checkAttribute(
  { attribute, quote }: Extract<TagPlace["place"], { kind: "attribute" }>,
  template: TemplateFile,
  node: hbs.AST.MustacheStatement,
): Diagnostic[] {
  if (attribute === "style") {
    const instead = "Choose a class with {{#if …}}, and write its rules in the style sheet.";
    return misplaced("in a style", instead, template, node);
  }
  if (attribute.startsWith("on")) {
    return misplaced("in a script", "A page runs no scripts; print it as text.", template, node);
  }
  if (nameOf(node.path) === "rich") {
    const [value = node.path] = node.params;
    return misplaced(
      `with its markup in ${attribute}=`,
      `Print its plain words: ${attribute}="{{${nameOf(value)}.text}}".`,
      template,
      node,
    );
  }
  return quote === "" ? [diagnose("template-unquoted", { attribute }, placeOf(template, node))] : [];
}

const misplaced = (
  where: string,
  instead: string,
  template: TemplateFile,
  node: hbs.AST.Node,
): Diagnostic[] => [diagnose("template-misplaced", { where, instead }, placeOf(template, node))];
