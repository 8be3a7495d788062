/** `new`: writes a commented scenario to go on from. */
import { readFileSync } from "node:fs";
import { among, Problem, shellWord, visibleLine } from "../../problem/index.ts";
import { yamlScalar } from "../../scenario/index.ts";
import { badOption, type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { scenariosIn } from "../input.ts";
import { packagePath } from "../package.ts";
import { schemaLine, withSchemaLine, writeSchemaBeside } from "../schema-beside.ts";
import { writeNew } from "../write.ts";

const TEMPLATES = "scenarios/templates";

/** Writes NAME.yaml into the current folder, and the schema for editors beside it; an existing file is left alone. */
export async function run({ args: [name = ""], options, io }: Call): Promise<ExitCode> {
  if (!/^[a-z0-9][a-z0-9-]{0,127}$/.test(name)) {
    throw badOption(
      `"${visibleLine(name)}" can't name a scenario: use small letters, digits and hyphens, such as border-2025.`,
    );
  }
  const from = textOption(options, "from");
  const text = from === undefined ? starterText(name) : renameTemplate(readTemplate(from), from, name);
  const file = `${name}.yaml`;
  writeNew(file, text);
  io.say(`Wrote ${file}${writeSchemaBeside(file)}. Next: demarche check ${shellWord(file)}`);
  return exitCodes.fine;
}

function readTemplate(name: string): string {
  const names = scenariosIn(TEMPLATES);
  if (names.includes(name)) return readFileSync(packagePath(`${TEMPLATES}/${name}.yaml`), "utf8");
  const known = among(name, names, "Templates");
  throw new Problem("no-such-template", `There is no template "${visibleLine(name)}".`, known);
}

/** A template under a new name, which its comments use too. */
function renameTemplate(text: string, from: string, name: string): string {
  return withSchemaLine(text)
    .replace(/^scenario:.*$/m, `scenario: ${yamlScalar(name, "block")}`)
    .replaceAll(`${from}.yaml`, `${name}.yaml`);
}

/** A scenario of that name that passes `check`. */
function starterText(name: string): string {
  return `${schemaLine}
#
# A scenario: who, when, what happened, and what a faithful replay must reach.
#   demarche check ${name}.yaml     says what is wrong with it
#   demarche replay ${name}.yaml    plays it
#   demarche acts                   lists every act; demarche acts strike explains one
scenario: ${yamlScalar(name, "block")}
title: A title for readers
purpose: exploration # teaching, retrodiction or exploration; printed with every result

# Dates are quoted strings: "YYYY-MM-DD" or "YYYY-MM-DDThh:mm".
window: { from: "2024-01-01", to: "2024-03-31" }

# Exactly two parties, by ISO 3166-1 alpha-3 code.
parties:
  AAA: { name: The first state }
  BBB: { name: The second state }

# Everybody else who acts or is named: state, organisation or non-state.
others:
  UNO: { name: United Nations, kind: organisation }

# Every event cites at least one of these.
sources:
  press: { title: Where you read it, publisher: A newspaper, date: "2024-01-11" }

# Where the relation starts. Empty: normal relations, both ambassadors in post.
opening: {}

# What happened, in order. because: the events that caused it. claims: who says what about it.
events:
  - id: incursion
    at: "2024-01-10"
    act: violate-border
    from: AAA
    to: BBB
    cite: press
    claims:
      - { by: AAA, about: intent, says: a patrol lost its way }
      - { by: BBB, about: intent, says: a deliberate provocation }

  - { id: protest, at: "2024-01-11", act: lodge-protest, from: BBB, to: AAA, because: incursion, cite: press }
  - { id: recall, at: "2024-01-12", act: recall-ambassador, from: BBB, to: AAA, because: incursion, cite: press }
  - { id: appeal, at: "2024-01-15", act: appeal-restraint, from: UNO, to: [AAA, BBB], because: recall, cite: press }

  # Both parties jointly. Each term is owed until the end of its day; the clock notes whether it was kept.
  - id: accord
    at: "2024-02-01"
    act: agree
    from: [AAA, BBB]
    because: [recall, appeal]
    cite: press
    terms: [{ act: return-ambassador, by: BBB, before: "2024-02-10" }]

  - { id: return, at: "2024-02-09", act: return-ambassador, from: BBB, to: AAA, because: accord, cite: press }

# What a faithful replay reaches at the end of these days: so the scenario is its own test.
expect:
  - { at: "2024-01-12", course: ambassadors-recalled, missions: { BBB: recalled } }
  - { at: "2024-02-09", course: normal.full }

# What must never be reached.
never:
  - { name: no-force, ledger: [by-AAA, by-BBB, both] }
`;
}
