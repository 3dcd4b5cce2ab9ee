import { expect, test } from "vitest";
import { findCharacter } from "../../../src/render/theme/find-character.ts";

const BRIEF = { title: "A", date: 3, event: { quotes: [{ text: "b" }, { text: "cé" }] }, author: null };

test.each([
  ["A", ["title"]],
  ["é", ["event", "quotes", 1, "text"]],
  ["z", undefined],
])("%s is found where it first stands", (character, way) => {
  expect(findCharacter(BRIEF, character)).toEqual(way);
});
