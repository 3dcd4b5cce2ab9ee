import type { Command } from "commander";

/** A command line and what it does. */
export interface Example {
  readonly line: string;
  readonly about: string;
}

/** Examples of a command, for --help and the documentation. */
export const examplesOf = (command: Command): readonly Example[] =>
  EXAMPLES[`${command.parent?.name()} ${command.name()}`] ?? EXAMPLES[command.name()] ?? [];

/** By the command’s name, with that of the command around it where there are two of the name. */
const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  brief: [
    { line: "brief new my-brief.yaml", about: "write a first brief" },
    { line: "brief build my-brief.yaml", about: "turn it into a PDF and an HTML page" },
    { line: "brief doctor", about: "see whether this machine has what it takes" },
  ],
  build: [
    { line: "brief build", about: "every brief of the project" },
    { line: "brief build briefs/deepseek.yaml --page Letter", about: "one brief, on US paper" },
    { line: "brief build --format html --audience c-level", about: "one edition of each, without a browser" },
    { line: "brief build --json > result.json", about: "the same for a program" },
    { line: "generate-brief | brief build - --name weekly", about: "from another program" },
  ],
  check: [
    { line: "brief check", about: "every brief of the project" },
    { line: "brief check my-brief.yaml", about: "one brief" },
    { line: "brief check --strict --format github", about: "as a step of a workflow" },
    { line: "brief check --online", about: "also ask whether the sources’ addresses answer" },
    { line: "brief check --format sarif > check.sarif", about: "for code scanning and editors" },
  ],
  preview: [
    { line: "brief preview", about: "the brief that you worked on last" },
    { line: "brief preview briefs/deepseek.yaml -t memo", about: "one brief, with another template set" },
    { line: "brief preview --no-open --port 4000", about: "for a browser that you open yourself" },
  ],
  preflight: [
    { line: "brief preflight", about: "every file of every brief of the project" },
    { line: "brief preflight output/weekly/weekly.pdf", about: "one file; its name says which brief" },
    { line: "brief preflight sent.pdf --brief briefs/weekly.yaml", about: "a file under another name" },
  ],
  verify: [
    { line: "brief verify received.pdf", about: "is it as it was made?" },
    { line: "brief verify received.pdf --brief briefs/weekly.yaml", about: "and does it say what we wrote?" },
    { line: "brief verify archive/*.pdf --json > result.json", about: "many, for a program" },
  ],
  extract: [
    { line: "brief extract received.pdf", about: "its brief, into received.source/" },
    {
      line: "brief extract received.pdf --out - | brief check -",
      about: "the brief alone, for another program",
    },
  ],
  diff: [
    { line: "brief diff briefs/q1.yaml briefs/q2.yaml", about: "what changed from one to the other" },
    { line: "git show HEAD~1:q2.yaml | brief diff - q2.yaml", about: "since the last commit" },
    { line: "brief diff q1.yaml q2.yaml --json", about: "the changes for a program" },
  ],
  new: [{ line: "brief new briefs/quarter.yaml", about: "a short brief to write over" }],
  proof: [
    { line: "brief proof briefs/deepseek.yaml", about: "a page and a picture of it" },
    { line: "brief proof my-brief.yaml -a c-level --no-png", about: "one edition, without a browser" },
  ],
  list: [
    { line: "brief template list", about: "what your briefs can wear" },
    { line: "brief template list --json", about: "the same for a program" },
  ],
  "template new": [
    { line: "brief template new acme", about: "a set that extends executive" },
    { line: "brief template new acme-memo --from memo", about: "one that extends another" },
  ],
  eject: [
    { line: "brief template eject executive", about: "list its pieces" },
    { line: "brief template eject executive partials/caveat.hbs", about: "have one as your own" },
    { line: "brief template eject acme page.css email.css", about: "two, in a set of yours" },
  ],
  "template check": [
    { line: "brief template check", about: "the template set of the project" },
    { line: "brief template check acme memo --strict", about: "two by their names, as a step of a workflow" },
  ],
  status: [
    { line: "brief template status", about: "after an upgrade of Execbrief" },
    { line: "brief template status --mark-seen", about: "when you have taken over what you want" },
    { line: "brief template status --exit-code", about: "as a step of a workflow" },
  ],
  draft: [
    { line: "brief draft briefs/deepseek.yaml --to board@example.com", about: "a draft to open and send" },
    {
      line: "brief draft my-brief.yaml -a c-level --no-pdf --out drafts",
      about: "one edition, mail text alone",
    },
  ],
  send: [
    { line: "brief send my-brief.yaml --to-self me@example.com", about: "see it in your own inbox" },
    { line: "brief send my-brief.yaml --list people.csv", about: "a dry run: who would get what" },
    {
      line: "brief send my-brief.yaml --list people.csv --confirm 42",
      about: "send what the dry run showed",
    },
  ],
  ledger: [
    { line: "brief ledger my-brief.yaml", about: "where every message of a brief stands" },
    { line: "brief ledger --state unknown", about: "whom somebody must ask" },
    { line: "brief ledger --export delivered.csv", about: "for a spreadsheet" },
  ],
  schema: [
    { line: "brief schema --out brief.schema.json", about: "for editors that complete and check YAML" },
    { line: "brief schema | jq .required", about: "what every brief must have" },
  ],
  doctor: [
    { line: "brief doctor", about: "check everything, with a real page" },
    { line: "brief doctor --browser /usr/bin/chromium", about: "try a certain browser" },
  ],
  install: [{ line: "brief browser install", about: "where no browser was found" }],
};
