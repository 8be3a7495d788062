/** Reading a scenario file: everything that is wrong with it at once, or the scenario. */
import type { Dyad } from "../machine/index.ts";
import { assemble } from "./assemble.ts";
import { actors } from "./checks/actors.ts";
import { answers } from "./checks/answers.ts";
import { better } from "./checks/better.ts";
import { ofContracts } from "./checks/contracts.ts";
import { counts } from "./checks/counts.ts";
import { deadlines } from "./checks/deadlines.ts";
import { doubled } from "./checks/doubled.ts";
import { holding } from "./checks/holding.ts";
import { model } from "./checks/model.ts";
import { order, windowProblems } from "./checks/order.ts";
import { type Parts, partsOf, salvage } from "./checks/parts.ts";
import { patterns } from "./checks/patterns.ts";
import { problem, warning } from "./checks/problem.ts";
import { namesOf, references } from "./checks/references.ts";
import { unused } from "./checks/unused.ts";
import { openings, web } from "./checks/web.ts";
import { whatIfs } from "./checks/whatifs.ts";
import type { Diagnostic, Place, Problems } from "./diagnostic.ts";
import { problemsOf } from "./issues.ts";
import { keysAt } from "./keys.ts";
import { ofAnotherKind } from "./kind.ts";
import { withoutConsequences } from "./once.ts";
import { type Placing, placed } from "./placed.ts";
import { type PlaceOf, type Places, placesIn } from "./places.ts";
import { plainOf } from "./plain.ts";
import { lifted, shortened, ungrouped } from "./prepared.ts";
import type { Scenario } from "./scenario.ts";
import { type ScenarioFile, scenarioFile } from "./schema/file.ts";
import { openingFault, toOpening } from "./sides.ts";
import { relationIn } from "./web.ts";
import { type ParsedFile, parseFile } from "./yaml/document.ts";
import { withWritten, zonedFile } from "./zoned.ts";

/** What reading a file gave: the scenario unless there is an error, and every problem in order of place. */
export interface Reading {
  readonly scenario?: Scenario;
  /** One for each relation that the file follows; the main one, which is the scenario, first. */
  readonly relations?: readonly Scenario[];
  /** The file itself as data, and where its parts stand, where there is a scenario. */
  readonly file?: ScenarioFile;
  readonly places?: Places;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is read, and which relation of it is looked at. */
interface ReadAs {
  /** The file's name, for diagnostics. */
  readonly file: string;
  /** The relation that becomes the scenario, by its parties; the main one by default. */
  readonly between?: Dyad | undefined;
}

/**
 * Reads a scenario file. Never throws on bad input, runs nothing and reads nothing else.
 *
 * @param text the file's text, at most 10 MB
 * @param file its name, for diagnostics
 * @example
 * ```ts
 * import { readScenario } from "demarche";
 * const { diagnostics } = readScenario("scenario: x", { file: "x.yaml" });
 * diagnostics[0]?.code; // => "missing"
 * ```
 */
export function readScenario(text: string, { file }: { readonly file: string }): Reading {
  const plain = text.replace(/^\ufeff/, "");
  const reading = judgeParsed(parseFile(plain), { file });
  const other = ofAnotherKind(plain, reading.diagnostics, file);
  return other === undefined ? reading : { diagnostics: [other] };
}

/**
 * Judges a text that was parsed already, as {@link insertWhatIf} parses what it makes.
 *
 * @param file its name, for diagnostics
 * @example
 * ```ts
 * import { insertWhatIf, judgeParsed } from "demarche";
 * const made = insertWhatIf("scenario: small\n", "calm", { edits: [{ drop: "strike" }], then: "prune" });
 * "parsed" in made && judgeParsed(made.parsed, { file: "small.yaml" }).diagnostics[0]?.code; // => "missing"
 * ```
 */
export function judgeParsed(parsed: ParsedFile, { file, between }: ReadAs): Reading {
  if (parsed.value === undefined) return { diagnostics: placed(parsed, [], file) };
  return judged(parsed.value, [], parsed, { file, between });
}

/**
 * Judges a scenario that is data already, as {@link readScenario} judges a file. Never throws on bad data.
 *
 * @param file its name, for diagnostics
 * @param placeOf where its parts stand, for diagnostics; all at the beginning, when there is no text
 * @param unseen ids of events that went before, where it has only a part of them
 * @param errorsAlone whether warnings and notes, whose places may have to be looked for, are left out
 * @example
 * ```ts
 * import { judgeScenario } from "demarche";
 * const { diagnostics } = judgeScenario({ scenario: "x" }, { file: "x" });
 * diagnostics[0]?.code; // => "missing"
 * ```
 */
export function judgeScenario(value: unknown, { placeOf = nowhere, ...readAs }: JudgedAs): Reading {
  const { value: data, problems } = plainOf(value);
  return judged(data, problems, { problems: [], placeOf, placeBetween: nowhere, textless: true }, readAs);
}

interface JudgedAs extends ReadAs {
  readonly placeOf?: PlaceOf;
  readonly unseen?: readonly string[];
  readonly errorsAlone?: boolean;
}

const START: Place = { line: 1, column: 1, endLine: 1, endColumn: 1 };

function nowhere(): Place {
  return START;
}

function judged(
  data: unknown,
  found: Problems,
  text: Placing,
  { file, between, unseen = [], errorsAlone = false }: Omit<JudgedAs, "placeOf">,
): Reading {
  const { value: present, problems: versions } = lifted(ungrouped(shortened(data)));
  const zoned = zonedFile(present);
  const { value } = zoned;
  const read = scenarioFile.safeParse(value);
  const shape = read.success
    ? []
    : withoutConsequences(
        read.error.issues
          .slice(0, MOST_ISSUES)
          .flatMap((issue) => problemsOf(issue, value, (at) => keysAt(scenarioFile, at, value))),
        value,
      );
  const parts = { ...(read.success ? partsOf(read.data) : salvage(value)), unseen };
  const dated = [...shape, ...check(parts, file, errorsAlone)].map((one) => withWritten(one, present, zoned));
  const all = [...found, ...versions, ...zoned.problems, ...dated];
  const problems = errorsAlone ? all.filter(({ severity = "error" }) => severity === "error") : all;
  const diagnostics = placed(text, problems, file, data);
  if (!read.success || diagnostics.some(({ severity }) => severity === "error")) return { diagnostics };
  const relations = assemble(read.data);
  return {
    scenario: relationIn(relations, between),
    relations,
    // What reads without an error has the shape that a file is written in.
    file: value as ScenarioFile,
    places: placesIn(read.data, text.placeOf),
    diagnostics,
  };
}

function check(written: Parts, file: string, errorsAlone: boolean): Problems {
  const ofWindow = windowProblems(written);
  const { window, ...others } = written;
  const parts: Parts = ofWindow.length > 0 || window === undefined ? others : written;
  const ordered = order(parts);
  const found = [
    ...ofWindow,
    ...named(parts, file),
    ...actors(parts),
    ...references(parts),
    ...ordered,
    ...answers(parts),
    ...better(parts),
    ...deadlines(parts),
    ...doubled(parts),
    ...counts(parts),
    ...patterns(parts),
    ...ofContracts(parts, [], namesOf(parts)),
    ...opened(parts),
    ...web(parts),
    ...model(parts),
    ...whatIfs(
      parts,
      ordered.every(({ path }) => path.at(-1) !== "at"),
    ),
  ];
  // What is not needed, and what holds when, can't be told of a record that is not right.
  const right = parts.unread.size === 0 && found.every(({ severity }) => severity === "warning");
  return right && !errorsAlone ? [...found, ...unused(parts), ...holding(parts)] : found;
}

function named({ scenario }: Parts, file: string): Problems {
  const [, name] = /([^/\\]+)\.ya?ml$/.exec(file) ?? [];
  if (scenario === undefined || name === undefined || name === scenario) return [];
  return [warning("name-differs", ["scenario"], `The scenario is called ${scenario} and its file ${name}.`, name)];
}

function opened(parts: Parts): Problems {
  return openings(parts).flatMap(({ opening, dyad, path }): Problems => {
    if (toOpening(opening, dyad) !== undefined) return [];
    const { why, nearest } = openingFault(opening, dyad);
    const expected = nearest === undefined ? "one state for each region that it names" : `nearest to it: ${nearest}`;
    return [problem("not-a-situation", path, `The opening contradicts itself: ${why}.`, expected, { atKey: true })];
  });
}

/** The most issues that are looked at, of a file that is wrong a hundred thousand times; a thousand are shown. */
const MOST_ISSUES = 4000;
