import type { Confidence, Likelihood } from "../../brief/schema.ts";
import type {
  Audience,
  Author,
  Caveat,
  Change,
  ChangeKind,
  Changes,
  Decision,
  Grade,
  Implication,
  Organisation,
  Picture,
  Question,
  ReadingTime,
} from "../edition.ts";
import { citationShape, dayShape } from "./evidence-shapes.ts";
import {
  choice,
  essential,
  filledList,
  group,
  important,
  list,
  minor,
  number,
  optional,
  part,
  rich,
  text,
} from "./fields.ts";

// What a brief makes of the evidence: caveats, implications, questions, the decision; and whose brief it is.

export const audienceShape = group<Audience>(
  "Audience",
  "Who an edition, an implication or a question is for.",
  {
    id: text("`all`, `c-level`, `marketing` or one of the project’s own"),
    label: text("its name in the page’s language"),
  },
);

export const authorShape = group<Author>("Author", "", {
  name: important(text("who wrote the brief")),
  role: minor(optional(text("what they are"))),
  email: optional(text("their address", { purpose: "mail-address" })),
});

export const organisationShape = group<Organisation>(
  "Organisation",
  "",
  {
    name: text("who publishes the brief"),
    logo: optional(text("an embedded image, for `<img src>`", { purpose: "image" })),
  },
  ["name", "logo"],
);

export const pictureShape = group<Picture>(
  "Picture",
  "A picture that sets the scene. A set may leave it out: nothing is told by it alone.",
  {
    src: text("the embedded image, for `<img src>`", { purpose: "image" }),
    alt: text("what it shows"),
    credit: optional(text("who made it")),
    width: number("its width in pixels"),
    height: number("its height in pixels"),
  },
  ["src"],
);

export const readingTimeShape = group<ReadingTime>("ReadingTime", "", {
  words: number("words of the edition"),
  minutes: number("minutes that they take"),
  text: text("“2 min read”"),
});

const GRADE = "A level on a scale. Never show it by colour alone.";

const gradeFields = {
  label: text("its name in words"),
  steps: filledList(
    "one entry a step of the scale, yes where filled: `{{#each steps}}{{#if this}}●{{else}}○{{/if}}{{/each}}`",
    { kind: "yes-no" },
  ),
};

const confidenceShape = group<Grade<Confidence>>(
  "Confidence",
  GRADE,
  {
    level: choice("the level’s name, for classes", {
      low: "little to rest on",
      moderate: "plausible, with gaps",
      high: "well founded",
    }),
    ...gradeFields,
  },
  ["label"],
);

const likelihoodShape = group<Grade<Likelihood>>(
  "Likelihood",
  GRADE,
  {
    level: choice("the level’s name, for classes", {
      "almost-no-chance": "1 to 5%",
      "very-unlikely": "5 to 20%",
      unlikely: "20 to 45%",
      "roughly-even": "45 to 55%",
      likely: "55 to 80%",
      "very-likely": "80 to 95%",
      "almost-certain": "95 to 99%",
    }),
    ...gradeFields,
  },
  ["label"],
);

export const caveatShape = group<Caveat>("Caveat", "A claim, and why it must be read with care.", {
  number: number("counts from 1"),
  label: text("“Caveat 2”, as other parts call it"),
  anchor: text('put it on the entry: `<li id="{{anchor}}">`', { purpose: "fragment" }),
  claim: essential(rich("what others say")),
  caveat: essential(rich("why it must be read with care")),
  confidence: essential(part("how sure the brief is of the caveat", confidenceShape)),
  likelihood: essential(optional(part("how likely the claim is", likelihoodShape))),
  citations: essential(list("what it rests on", citationShape)),
});

export const implicationShape = group<Implication>("Implication", "", {
  audience: part("whom it concerns", audienceShape),
  text: important(rich("what it means for them")),
});

export const questionShape = group<Question>("Question", "", {
  number: number("counts from 1"),
  question: important(rich("what to ask")),
  why: important(optional(rich("why it matters"))),
  audiences: list("whom it is for", audienceShape),
  owner: important(optional(text("who should answer"))),
  by: important(optional(part("by when", dayShape))),
  answer: important(optional(rich("what came back; absent while the question is open"))),
});

export const decisionShape = group<Decision>("Decision", "", {
  ask: important(rich("what is to be decided")),
  options: important(
    list(
      "what there is to choose from",
      group<Decision["options"][number]>("Option", "", {
        label: important(text("its name")),
        text: important(rich("what it is")),
      }),
    ),
  ),
  recommendation: important(optional(rich("what the brief advises"))),
  owner: important(optional(text("who decides"))),
  by: important(optional(part("by when", dayShape))),
});

export const changeShape = group<Change>("Change", "", {
  kind: choice<ChangeKind>("what changed, for classes", {
    caveat: "a caveat came, went or was worded anew",
    figure: "a figure moved",
    confidence: "the confidence of a caveat shifted",
    likelihood: "the likelihood of a claim shifted",
    question: "a question came, went or was answered",
    decision: "the decision changed",
    message: "anything else that the brief says",
  }),
  text: important(text("the change in words")),
});

export const changesShape = group<Changes>("Changes", "What changed since the edition before this one.", {
  since: part("day of the edition before", dayShape),
  title: text("heading with that day"),
  items: important(list("the changes, most important first", changeShape)),
});
