/** What a starter is made from. */
export interface Starter {
  readonly title: string;
  /** Day of the brief, YYYY-MM-DD. */
  readonly date: string;
  /** First line of the file; where an editor finds the schema. */
  readonly schemaComment: string;
}

/** The title of a brief nobody has named yet. */
export const STARTER_TITLE = "Say the point of the brief here, in one line";

/** A short, complete brief with every section that most briefs need; it builds as it stands and fits one page. */
export const starterBrief = ({ title, date, schemaComment }: Starter): string => `${schemaComment}
# Write over every text below. “brief check” tells you, at the line, what is missing or wrong.

title: ${quoted(title)} # up to 90 characters
date: ${date}

# The point, for a reader who stops here: up to 60 words. Cite a source with [@its-id].
bottomLine: >-
  Say in one or two sentences what happened, what it means for us and what you advise. A reader who stops here
  has the point [@first-source].

# One edition for each, besides the one that holds everything.
audiences: [c-level, marketing]

author:
  name: Your name
  role: Your team
classification: Internal

event:
  # What happened. Paragraphs and lists in Markdown.
  summary: |
    Tell in one or two short paragraphs who did what, when, and how large it was, and end each statement of fact with
    its source [@first-source].

    Then say what is still open, and when more will be known [@second-source].
  # Up to six numbers that are printed large.
  figures:
    - value: 12%
      label: what this number measures
      sources: [first-source]
    - value: $3 M
      label: what this number measures
      sources: [second-source]

# What to be careful about: a claim that others make, and why it must be read with care. At least one.
caveats:
  - claim: A claim that readers will have heard.
    caveat: Say what is wrong, unproven or left out in it, and how you know [@second-source].
    confidence: moderate # low, moderate or high
    sources: [second-source]

# What it means, for each audience.
implications:
  - audience: c-level
    text: What this changes for the whole company, in a sentence or two.
  - audience: marketing
    text: What this changes for customers and for what we tell them.

# What leaders should ask next. At least one.
questions:
  - question: Which of our plans rest on the old assumption?
    why: Say why the answer matters.
    owner: CFO
  - question: What do we answer a customer who asks about it?
    audiences: [marketing]
    owner: CMO

# Every source has an id and is cited somewhere above.
sources:
  - id: first-source
    title: Title of the first document
    publisher: Who published it
    url: https://example.com/first
    date: ${date}
  - id: second-source
    title: Title of the second document
    publisher: Who published it
    url: https://example.com/second
    date: ${date}
`;

/** A string of JSON is a string of YAML too (YAML 1.2, section 1.3). */
const quoted = (text: string): string => JSON.stringify(text);
