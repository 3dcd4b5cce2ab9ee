import type { Edition } from "./edition.ts";
import type { Labels } from "./labels.ts";
import {
  chartShape,
  dayShape,
  figureShape,
  quoteShape,
  sourceShape,
  timelineEntryShape,
} from "./shape/evidence-shapes.ts";
import {
  choice,
  essential,
  filledList,
  group,
  important,
  list,
  minor,
  optional,
  part,
  rich,
  text,
} from "./shape/fields.ts";
import { labelShape } from "./shape/label-shape.ts";
import {
  audienceShape,
  authorShape,
  caveatShape,
  changesShape,
  decisionShape,
  implicationShape,
  organisationShape,
  pictureShape,
  questionShape,
  readingTimeShape,
} from "./shape/message-shapes.ts";
import type { GroupOf } from "./shape/shape.ts";

/** The shape of an edition: every name that a template may use, and what it stands for. */
export const EDITION_SHAPE = group<Edition>("Edition", "The names that a page begins with.", {
  lang: text("language tag, such as `en`"),
  dir: choice("the direction of the language; already on the `<html>` element", {
    ltr: "from left to right",
    rtl: "from right to left",
  }),
  audience: part("who this edition is for", audienceShape),
  title: important(text("the headline")),
  date: important(part("the day of the brief", dayShape)),
  author: important(optional(part("who wrote it", authorShape))),
  organisation: minor(optional(part("who publishes it", organisationShape))),
  classification: important(optional(text("who may read it, such as “Internal”"))),
  footer: important(optional(text("what the organisation says at the foot of every page"))),
  image: minor(optional(part("a picture that sets the scene", pictureShape))),
  bottomLine: important(rich("what a reader who stops here must know")),
  readingTime: part("how long it takes to read", readingTimeShape),
  summary: important(rich("what happened, in paragraphs: print it in a `<div>`, not in a `<p>`")),
  figures: important(list("the key figures", figureShape)),
  chart: important(optional(part("a small plot", chartShape))),
  timeline: important(list("what happened when", timelineEntryShape)),
  quotes: important(list("what was said", quoteShape)),
  caveats: essential(filledList("what to be careful about", caveatShape)),
  implications: important(list("what it means", implicationShape)),
  questions: important(filledList("what to ask next", questionShape)),
  decision: important(optional(part("what is to be decided", decisionShape))),
  changes: important(
    optional(part("what changed; absent where the brief names no edition before it", changesShape)),
  ),
  sources: important(list("what the edition cites, in the order in which it is cited", sourceShape)),
  labels: part("the words of the page in its language", labelShape() as GroupOf<Labels>),
});
