import type { Argument, Command, Option } from "commander";
import { expect, test } from "vitest";
import type { Handlers } from "../../src/cli/define-commands.ts";
import { examplesOf } from "../../src/cli/examples.ts";
import { createProgram } from "../../src/cli/program.ts";
import { openTestScreen } from "./test-screen.ts";

test("docs/cli.md is what the commands say of themselves", async () => {
  const terminal = { out: openTestScreen(), err: openTestScreen() };
  const program = createProgram(NO_HANDLERS, { version: "0", terminal });
  const sections = leavesOf(program).map(commandSection);
  await expect([INTRODUCTION, ...sections, OUTCOMES].join("\n")).toMatchFileSnapshot("../../docs/cli.md");
});

const nothing = async () => {};
const NO_HANDLERS: Handlers = {
  build: nothing,
  check: nothing,
  preflight: nothing,
  verify: nothing,
  extract: nothing,
  diff: nothing,
  create: nothing,
  schema: nothing,
  doctor: nothing,
  preview: nothing,
  proof: nothing,
  listTemplates: nothing,
  newTemplate: nothing,
  ejectTemplate: nothing,
  checkTemplates: nothing,
  templateStatus: nothing,
  draft: nothing,
  send: nothing,
  ledger: nothing,
  installBrowser: nothing,
};

const leavesOf = (command: Command): Command[] =>
  command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf);

function commandSection(command: Command): string {
  const name = [...parentsOf(command), command.name()].join(" ");
  const args = command.registeredArguments.map((argument) => {
    const text = `${argument.name()}${argument.variadic ? "..." : ""}`;
    return argument.required ? `<${text}>` : `[${text}]`;
  });
  const lines = examplesOf(command).map(({ line, about }) => `${line.padEnd(56)} # ${about}`);
  return [
    `## \`${[name, ...args].join(" ")}\`\n`,
    `${command.description().replace(/<\S+\//, "`$&`")}\n`,
    ...table(["argument", "what it is"], command.registeredArguments.map(argumentRow)),
    ...table(["option", "what it does"], command.options.map(optionRow)),
    "```sh",
    ...lines,
    "```\n",
  ].join("\n");
}

const parentsOf = (command: Command): string[] =>
  command.parent === null ? [] : [...parentsOf(command.parent), command.parent.name()];

const argumentRow = (argument: Argument): string[] => [`\`${argument.name()}\``, argument.description];
const optionRow = (option: Option): string[] => [`\`${option.flags}\``, option.description];

function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line), ""];
}

const INTRODUCTION = `<!-- Written by tests/cli/docs.test.ts from the definitions of the commands; update with: npx vitest run tests/cli/docs.test.ts -u -->

# The command line

In a clone of this project \`npm start\` builds every brief in \`briefs/\`. Where Execbrief is installed as a package, its command
is \`brief\`, or \`npx brief\`. Every command knows \`--help\`.
`;

const OUTCOMES = `## Files

An edition is written to \`<out>/<brief>/<brief>.<audience>.pdf\` and \`.html\`; the one for all readers has no audience in its name.
Each file is written under another name and then renamed, so that it is always the old one or the new one, never half.

## Exit codes

| code | meaning |
| --- | --- |
| 0 | everything that was asked for was made |
| 1 | a brief or a template is at fault |
| 2 | the command line or the configuration is wrong |
| 3 | the machine is at fault: no browser, a folder that cannot be written |
| 70 | a bug in Execbrief |
| 129, 130, 143 | stopped by a closed terminal, by Ctrl-C, or by being told to end |

When several apply, 70 goes before 2, 2 before 3, and 3 before 1. Warnings change nothing but under
\`brief check --strict\`, where they count as 1. \`brief diff --exit-code\` ends with 1 if anything changed.

## JSON

Under \`--json\` standard output holds one JSON document and nothing else, also after a failure. \`brief build --json\`:

\`\`\`json
{
  "ok": true,
  "briefs": [
    {
      "file": "briefs/deepseek.yaml",
      "slug": "deepseek",
      "editions": [
        {
          "audience": "all",
          "artifacts": [
            {
              "format": "pdf",
              "path": "output/deepseek/deepseek.pdf",
              "bytes": 86016,
              "pages": 1,
              "fit": { "step": 21, "typePt": 9.9, "leading": 1.3, "space": 0.55 }
            }
          ]
        }
      ],
      "diagnostics": []
    }
  ],
  "diagnostics": []
}
\`\`\`

A diagnostic is \`{ code, severity, message, hint, file, line, column }\`; what is not known is \`null\`. Its code never changes its
meaning. Findings that belong to no brief, such as a path that does not exist, stand in the outer \`diagnostics\`. \`fit.step\` is 0
for the design’s own setting, more for a tighter page and less for a roomier one. \`brief check --json\` answers
\`{ ok, briefs: [{ file, accepted, diagnostics }], diagnostics }\`, where \`accepted\` counts the findings that a brief accepts;
\`brief preflight --json\` \`{ ok, briefs: [{ file, slug, artifacts: [{ path, audience, format, diagnostics }], diagnostics }], diagnostics }\`;
\`brief diff --json\` \`{ ok, before, after, changes, diagnostics }\` ([changes.md](changes.md));
\`brief doctor --json\` \`{ ok, checks: [{ id, ok, detail, diagnostics }] }\`.

## Environment

| variable | what it does |
| --- | --- |
| \`EXECBRIEF_BROWSER\` | the browser to print with, as \`--browser\` does |
| \`EXECBRIEF_CACHE\` | the folder for a browser that is unpacked or downloaded, and for what web addresses answered |
| \`NO_COLOR\`, \`FORCE_COLOR\` | no colours, or colours in any case |
| \`CI\` | plain lines in place of a progress line |
`;
