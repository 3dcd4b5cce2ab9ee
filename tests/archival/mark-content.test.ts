import { describe, expect, test } from "vitest";
import { type DrawnObject, markContent } from "../../src/archival/mark-content.ts";

const PICTURE: DrawnObject = { isTelling: true, isMarked: false };
const GROUND: DrawnObject = { isTelling: false, isMarked: false };
const GROUP: DrawnObject = { isTelling: true, isMarked: true };

/** Marks a stream in which `Pic`, `Bg` and `Group` are drawn, and content 7 is a drawing. */
function mark(content: string, isArtifact = false) {
  const objects: Readonly<Record<string, DrawnObject>> = { Pic: PICTURE, Bg: GROUND, Group: GROUP };
  const marked = markContent(Buffer.from(content, "latin1"), {
    drawn: (name) => objects[name] ?? PICTURE,
    isKept: (id) => id === 7,
    isArtifact,
  });
  const text = marked.content && Buffer.from(marked.content).toString("latin1");
  return { ...marked, text: text?.replace(/\s+/g, " ").trim() };
}

describe("what is painted outside marked content", () => {
  test.each([
    ["a filled box", "0 0 5 5 re f", "/Artifact BMC 0 0 5 5 re f EMC"],
    ["a path of several parts", "0 0 m 1 1 l 2 2 m 3 3 l S", "/Artifact BMC 0 0 m 1 1 l 2 2 m 3 3 l S EMC"],
    ["a clipped path that is painted", "0 0 5 5 re W f*", "/Artifact BMC 0 0 5 5 re W f* EMC"],
    ["text", "BT /F 1 Tf (a) Tj ET", "BT /F 1 Tf /Artifact BMC (a) Tj EMC ET"],
    ["a shading", "q /Sh0 sh Q", "q /Artifact BMC /Sh0 sh EMC Q"],
    ["a picture", "/Pic Do", "/Artifact BMC /Pic Do EMC"],
    ["a picture in the stream", "BI /W 1 /H 1 ID x EI", "/Artifact BMC BI /W 1 /H 1 ID x EI EMC"],
  ])("%s stands in an artifact", (_what, content, expected) => {
    expect(mark(content).text).toBe(expected);
  });

  test.each([
    ["a path that only clips", "0 0 5 5 re W n"],
    ["a change of state", "q 1 0 0 1 0 0 cm /G3 gs Q"],
    ["a form that is marked within", "/Group Do"],
    ["an artifact of the printer’s", "/Artifact BMC 0 0 5 5 re f EMC"],
    ["text that is marked", "/P <</MCID 0>> BDC (a) Tj EMC"],
  ])("%s stays as it is", (_what, content) => {
    expect(mark(content).content).toBeUndefined();
  });
});

describe("marked content", () => {
  test.each([
    ["a rule", "/P <</MCID 1>> BDC 0 0 5 1 re f EMC"],
    ["a ground that is drawn by name", "/P <</MCID 1>> BDC /Bg Do EMC"],
    ["nothing at all", "/P <</MCID 1>> BDC EMC"],
  ])("that is %s becomes an artifact", (_what, content) => {
    const { text, kept, dropped } = mark(content);
    expect(text).toMatch(/^\/Artifact BMC\b.*EMC$/);
    expect({ kept, dropped }).toEqual({ kept: [], dropped: [1] });
  });

  test("stays in the structure with a picture in it", () => {
    expect(mark("/P <</MCID 1>> BDC /Pic Do EMC")).toMatchObject({
      kept: [1],
      dropped: [],
      content: undefined,
    });
  });

  test("stays in the structure where it is a drawing", () => {
    expect(mark("/Figure <</MCID 7>> BDC 0 0 5 5 re f EMC")).toMatchObject({ kept: [7], content: undefined });
  });

  test("stays where one of its pieces says something", () => {
    const pieces = "/P <</MCID 1>> BDC 0 0 5 1 re f EMC /P <</MCID 1>> BDC (a) Tj EMC";
    expect(mark(pieces)).toMatchObject({ kept: [1], dropped: [] });
  });

  test("keeps the words that its text stands for", () => {
    const spelled = "/P <</MCID 1>> BDC /Span <</ActualText (office)>> BDC (of) Tj EMC EMC";
    expect(mark(spelled)).toMatchObject({ kept: [1], content: undefined });
  });

  test("is an artifact throughout where it is drawn again", () => {
    const { text, dropped } = mark("/P <</MCID 1>> BDC (a) Tj EMC", true);
    expect(text).toBe("/Artifact BMC (a) Tj EMC");
    expect(dropped).toEqual([1]);
  });
});
