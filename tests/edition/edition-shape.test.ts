import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Author, Edition } from "../../src/edition/edition.ts";
import { EDITION_SHAPE } from "../../src/edition/edition-shape.ts";
import { group, number, optional, text } from "../../src/edition/shape/fields.ts";
import { labelShape } from "../../src/edition/shape/label-shape.ts";
import type { GroupOf, Shape } from "../../src/edition/shape/shape.ts";
import { BUNDLED_SETS, bundledEditions } from "../render/bundled-editions.ts";
import { bundledLabels, editionOf, sampleBrief } from "./sample.ts";

/** Where a value is not what the shape says: what a template would be allowed to do and could not, or the other way round. */
function disagreements(value: unknown, shape: Shape, way = ""): string[] {
  switch (shape.kind) {
    case "text": {
      if (typeof value !== "string") return [`${way} is no text`];
      const isKnown = shape.choices === undefined || Object.hasOwn(shape.choices, value);
      return isKnown ? [] : [`${way} is “${value}”`];
    }
    case "number":
      return typeof value === "number" ? [] : [`${way} is no number`];
    case "yes-no":
      return typeof value === "boolean" ? [] : [`${way} is not yes or no`];
    case "list": {
      if (!Array.isArray(value)) return [`${way} is no list`];
      const isEmpty = value.length === 0 && shape.isNeverEmpty;
      return [
        ...(isEmpty ? [`${way} is empty`] : []),
        ...value.flatMap((item, index) => disagreements(item, shape.item, `${way}[${index}]`)),
      ];
    }
    case "rich":
    case "names":
    case "group":
      return fieldsOf(value, shape, way);
  }
}

function fieldsOf(value: unknown, shape: Shape, way: string): string[] {
  if (typeof value !== "object" || value === null) return [`${way} is no group`];
  if (shape.kind === "names") {
    return Object.entries(value).flatMap(([name, inner]) =>
      disagreements(inner, shape.value, `${way}.${name}`),
    );
  }
  const fields =
    shape.kind === "group" ? shape.fields : { html: text("the markup"), text: text("the same words") };
  return [
    ...Object.entries(fields).flatMap(([name, field]) => {
      if (!Object.hasOwn(value, name)) return [`${way}.${name} is missing`];
      const inner: unknown = Reflect.get(value, name);
      return inner === null && field.isOptional ? [] : disagreements(inner, field.shape, `${way}.${name}`);
    }),
    ...Object.keys(value).flatMap((name) =>
      Object.hasOwn(fields, name) ? [] : [`${way}.${name} is not told`],
    ),
  ];
}

/** Words that not every language has are in editions and not in the shape. */
const PLURALS = /^\.labels\.(?:readingTime|changes\.more)\.\w+ is not told$/;

test("an edition of a brief with little is as the shape says", () => {
  const found = disagreements(editionOf(sampleBrief()), EDITION_SHAPE);
  expect(found.filter((one) => !PLURALS.test(one))).toEqual([]);
});

test("every edition of every bundled brief is as the shape says", async () => {
  const [set = ""] = BUNDLED_SETS;
  const made = await bundledEditions(set);
  expect(made.length).toBeGreaterThan(5);
  const found = made.flatMap(({ edition }) => disagreements(edition, EDITION_SHAPE));
  expect(found.filter((one) => !PLURALS.test(one))).toEqual([]);
});

describe("the words of every language are as the shape says", () => {
  const folder = path.resolve(import.meta.dirname, "../../locales");
  test.each(readdirSync(folder).map((file) => path.basename(file, ".yaml")))("%s", (tag) => {
    const found = disagreements(bundledLabels(tag), labelShape(), ".labels");
    expect(found.filter((one) => !PLURALS.test(one))).toEqual([]);
  });
});

test("a shape that does not agree with its type does not compile", () => {
  const fields: GroupOf<Author>["fields"] = {
    name: text("a name"),
    // @ts-expect-error -- null where the author has no role
    role: text("a role"),
    // @ts-expect-error -- an address is no number
    email: optional(number("an address")),
  };
  // @ts-expect-error -- the label is missing
  const missing = group<Edition["audience"]>("Audience", "", { id: text("an id") });
  const strange: GroupOf<Edition["audience"]>["fields"] = {
    id: text("an id"),
    label: text("a label"),
    // @ts-expect-error -- an audience has no name
    name: text("a name"),
  };
  expect([fields, missing, strange]).toHaveLength(3);
});
