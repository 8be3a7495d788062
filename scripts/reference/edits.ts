/** The reference of edits: their forms from the schema, and what is refused about them, each shown by an example. */
import { readFileSync } from "node:fs";
import { doubtTexts, type Edit, type FaultCode, type Policy } from "../../src/history/index.ts";
import {
  type diagnosticCodes,
  editFromText,
  evaluateWhatIf,
  insertWhatIf,
  readScenario,
  type Scenario,
  whatIfEntry,
} from "../../src/scenario/index.ts";
import { resolved, root } from "./schema.ts";

const FILE = "scenarios/iran-pakistan-2024.yaml";
const NAME = "example";
const text = readFileSync(FILE, "utf8");

/** What each form does, and an edit of the flagship that is right. */
const forms: Readonly<Record<Edit["kind"], { readonly does: string; readonly example: string }>> = {
  drop: { does: "Takes an event out.", example: "drop accord" },
  add: {
    does: "Puts a new event in, by the rules of the record and with an id of its own. It may cite no source.",
    example:
      'add { id: apology, at: "2024-01-19", act: apologize, from: IRN, to: PAK, because: [reprisal], note: Invented. }',
  },
  move: {
    does: "Gives an event another date, never before its causes. To go before them, replace it and give it other causes.",
    example: "move accord to 2024-01-21",
  },
  replace: {
    does: "Turns an event into another one. Keys that are not named stay as they are; if the act changes, the fields of the old act go. The id stays.",
    example: "replace reprisal with { act: lodge-protest, claims: [] }",
  },
  swap: {
    does: "The parties exchange roles in this event and in everything after it, claims included.",
    example: "swap strike",
  },
};

/** Edits that are impossible, one for each fault. */
const faults: Readonly<Record<FaultCode, readonly string[]>> = {
  "unknown-event": ["drop reprisl"],
  "duplicate-id": ['add { id: recall, at: "2024-01-17", act: recall-ambassador, from: IRN, to: PAK, cite: morrow }'],
  "edited-twice": ["drop call", "move call to 2024-01-20"],
  "effect-before-cause": ["move call to 2024-01-17"],
  "out-of-order": ['{ move: accord, to: "2024-01-21", before: visit }'],
};

/** Edits whose event is wrong, by the code of the diagnostic. */
const mistakes: Readonly<Partial<Record<keyof typeof diagnosticCodes, readonly string[]>>> = {
  "outside-window": ["move accord to 2025-01-22"],
  "actor-cannot": ["replace reprisal with { from: BLF }"],
  "unknown-act": ["replace reprisal with { act: stirke }"],
  "unknown-actor": ["replace reprisal with { to: IRA }"],
  "unknown-key": ["replace reprisal with { actt: strike }"],
  missing: ['add { id: apology, at: "2024-01-19", from: IRN, to: PAK }'],
};

/** What is doubtful, each shown by a what-if of the flagship. */
const doubts: Readonly<Record<keyof typeof doubtTexts, Example>> = {
  "no-reason": { edits: ["drop accord"], then: "keep", because: "" },
  "changes-nothing": { edits: ["move accord to 2024-01-22"], then: "keep" },
  "not-minimal": { edits: ["drop accord", "drop invitation"], then: "keep" },
  "antecedent-not-possible": {
    edits: ["replace reprisal with { act: restore-relations, from: [IRN, PAK] }"],
    then: "keep",
  },
  "needs-earlier-change": {
    edits: ['replace protest with { act: recall-ambassador, at: "2024-01-17" }'],
    then: "keep",
  },
  "answer-stays": { edits: ["replace reprisal with { act: express-deescalation }"], then: "keep" },
};

interface Example {
  readonly edits: readonly string[];
  readonly then: Policy;
  readonly because?: string;
}

/** The part of docs/reference/scenario-file.md that is about what-ifs. */
export function editsPart(): readonly string[] {
  return [
    "## Edits of what-ifs",
    "",
    `How to write one, step by step: [write a what-if in ten minutes](../how-to/write-a-what-if.md). What becomes of later events: [what-ifs](../explanation/what-ifs.md). The edits of a what-if hold all at once; only events that they bring to the same day stand there in the order of the edits. The examples are edits of \`${FILE}\`, in the words of \`--edit\` and as they stand in a file. All of them were tried when this page was made.`,
    "",
    ...Object.entries(forms).flatMap(([kind, form]) => ofForm(kind, form)),
    "### Edits that are refused",
    "",
    "| code | example | what is said |",
    "|---|---|---|",
    ...[...Object.entries(faults), ...Object.entries(mistakes)].map(([code, edits]) => refusal(code, edits)),
    "",
    "### What is doubtful",
    "",
    "A what-if that is possible may still be doubtful. That is a warning: it is carried out all the same.",
    "",
    "| code | means | example | mend | literature |",
    "|---|---|---|---|---|",
    ...Object.entries(doubts).map(([code, example]) => doubt(code as keyof typeof doubtTexts, example)),
    "",
  ];
}

function ofForm(
  kind: string,
  { does, example }: { readonly does: string; readonly example: string },
): readonly string[] {
  const [, , edit = ""] = entryOf(example);
  read({ edits: [example], then: "keep" });
  const keys = keysOf(kind).map(({ key, needed, description }) => {
    return `- \`${key}\`${needed ? "*" : ""}${description === undefined ? "" : `: ${description}`}`;
  });
  return [
    `### ${kind}`,
    "",
    does,
    "",
    ...keys,
    "",
    "```sh",
    `--edit '${example}'`,
    "```",
    "",
    "```yaml",
    edit,
    "```",
    "",
  ];
}

interface Key {
  readonly key: string;
  readonly needed: boolean;
  readonly description?: string | undefined;
}

/** The keys of a form, from the schema. */
function keysOf(kind: string): readonly Key[] {
  const all = Object.values(root.definitions ?? {}).flatMap(({ anyOf }) => anyOf ?? []);
  const form = all.find(({ properties }) => properties !== undefined && Object.keys(properties)[0] === kind);
  if (form?.properties === undefined) throw new Error(`The schema knows no edit ${kind}.`);
  return Object.entries(form.properties).map(([key, schema]) => {
    return { key, needed: form.required?.includes(key) ?? false, description: resolved(schema).description };
  });
}

function refusal(code: string, edits: readonly string[]): string {
  const said = diagnosticsOf({ edits, then: "keep" }).find((one) => one.code === code);
  if (said === undefined) throw new Error(`${edits.join(", ")} is not refused as ${code}.`);
  const { message, expected, suggestion } = said;
  const asked = expected === undefined ? "" : ` Expected: ${expected}.`;
  const hint = suggestion === undefined ? "" : ` Did you mean ${suggestion}?`;
  return row([code, edits.map(quoted).join(" "), `${message}${asked}${hint}`]);
}

function doubt(code: keyof typeof doubtTexts, example: Example): string {
  const { doubts: found } = evaluateWhatIf(read(example), NAME);
  const said = found.find((one) => one.code === code);
  if (said === undefined)
    throw new Error(`${example.edits.join(", ")} is not doubted as ${code}, but ${JSON.stringify(found)}.`);
  const { meaning, mend, literature } = doubtTexts[code];
  return row([code, meaning, `${example.edits.map(quoted).join(" ")}: ${said.message}`, mend, literature]);
}

/** The flagship with one what-if more. */
function read(example: Example): Scenario {
  const { scenario, diagnostics } = readScenario(withExample(example), { file: FILE });
  if (scenario === undefined) throw new Error(JSON.stringify(diagnostics));
  return scenario;
}

function diagnosticsOf(example: Example) {
  return readScenario(withExample(example), { file: FILE }).diagnostics;
}

function withExample({ edits, then, because = "An example." }: Example): string {
  const made = insertWhatIf(text, NAME, { edits: edits.map(asValue), then, because });
  if ("code" in made) throw new Error(made.message);
  return made.text;
}

/** The lines of a what-if with one edit. */
function entryOf(edit: string): readonly string[] {
  const entry = whatIfEntry(NAME, { edits: [asValue(edit)], then: "keep" }, 0);
  if ("code" in entry) throw new Error(entry.message);
  return entry.lines;
}

function asValue(edit: string) {
  const made = editFromText(edit);
  if ("problem" in made) throw new Error(`${edit}: ${made.problem}`);
  return made.edit;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function quoted(edit: string): string {
  return `\`${edit}\``;
}
