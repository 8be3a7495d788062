/** Reading a scenario file: everything that is wrong with it at once, or the scenario. */
import type { Dyad } from "../machine/index.ts";
import { assemble } from "./assemble.ts";
import { checkActors } from "./checks/actors.ts";
import { checkAnswers } from "./checks/answers.ts";
import { checkBroadActs } from "./checks/broad-acts.ts";
import { checkContracts } from "./checks/contracts.ts";
import { checkCounts } from "./checks/counts.ts";
import { checkDeadlines } from "./checks/deadlines.ts";
import { checkModel } from "./checks/model.ts";
import { checkOrder, windowProblems } from "./checks/order.ts";
import { checkOutcomesAtStart } from "./checks/outcomes-at-start.ts";
import { type Parts, partsOf, salvage } from "./checks/parts.ts";
import { checkPatterns } from "./checks/patterns.ts";
import { problem, warning } from "./checks/problem.ts";
import { checkReferences, namesOf } from "./checks/references.ts";
import { checkRepeats } from "./checks/repeats.ts";
import { checkUnused } from "./checks/unused-names.ts";
import { checkWeb, openings } from "./checks/web.ts";
import { checkWhatIfs } from "./checks/whatifs.ts";
import { dropConsequences } from "./consequences.ts";
import type { Diagnostic, Place, Problems } from "./diagnostic.ts";
import { problemsOf } from "./issues.ts";
import { keysAt } from "./keys.ts";
import { diagnoseOtherKind } from "./kind.ts";
import { type LocatedText, placeProblems } from "./place-problems.ts";
import { type PlaceOf, type Places, placesIn } from "./places.ts";
import { copyAsData } from "./plain-data.ts";
import { expandGroups, liftEvents, shortenLists } from "./prepare.ts";
import type { Scenario } from "./scenario.ts";
import { type ScenarioFile, scenarioFile } from "./schema/file.ts";
import { openingFault, toOpening } from "./sides.ts";
import { findRelation } from "./web.ts";
import { type ParsedFile, parseFile } from "./yaml/document.ts";
import { convertFileDates, mentionWrittenDate } from "./zones.ts";

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
  const other = diagnoseOtherKind(plain, reading.diagnostics, file);
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
  if (parsed.value === undefined) return { diagnostics: placeProblems(parsed, [], file) };
  return judge(parsed.value, [], parsed, { file, between });
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
  const { value: data, problems } = copyAsData(value);
  return judge(data, problems, { problems: [], placeOf, placeBetween: nowhere, textless: true }, readAs);
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

function judge(
  data: unknown,
  found: Problems,
  text: LocatedText,
  { file, between, unseen = [], errorsAlone = false }: Omit<JudgedAs, "placeOf">,
): Reading {
  const { value: present, problems: versions } = liftEvents(expandGroups(shortenLists(data)));
  const zoned = convertFileDates(present);
  const { value } = zoned;
  const read = scenarioFile.safeParse(value);
  const shape = read.success
    ? []
    : dropConsequences(
        read.error.issues
          .slice(0, MAX_ISSUES)
          .flatMap((issue) => problemsOf(issue, value, (at) => keysAt(scenarioFile, at, value))),
        value,
      );
  const parts = { ...(read.success ? partsOf(read.data) : salvage(value)), unseen };
  const dated = [...shape, ...checkParts(parts, file, errorsAlone)].map((one) =>
    mentionWrittenDate(one, present, zoned),
  );
  const all = [...found, ...versions, ...zoned.problems, ...dated];
  const problems = errorsAlone ? all.filter(({ severity = "error" }) => severity === "error") : all;
  const diagnostics = placeProblems(text, problems, file, data);
  if (!read.success || diagnostics.some(({ severity }) => severity === "error")) return { diagnostics };
  const relations = assemble(read.data);
  return {
    scenario: findRelation(relations, between),
    relations,
    // What reads without an error has the shape that a file is written in.
    file: value as ScenarioFile,
    places: placesIn(read.data, text.placeOf),
    diagnostics,
  };
}

function checkParts(written: Parts, file: string, errorsAlone: boolean): Problems {
  const ofWindow = windowProblems(written);
  const { window, ...others } = written;
  const parts: Parts = ofWindow.length > 0 || window === undefined ? others : written;
  const ordered = checkOrder(parts);
  const found = [
    ...ofWindow,
    ...checkName(parts, file),
    ...checkActors(parts),
    ...checkReferences(parts),
    ...ordered,
    ...checkAnswers(parts),
    ...checkBroadActs(parts),
    ...checkDeadlines(parts),
    ...checkRepeats(parts),
    ...checkCounts(parts),
    ...checkPatterns(parts),
    ...checkContracts(parts, [], namesOf(parts)),
    ...checkOpenings(parts),
    ...checkWeb(parts),
    ...checkModel(parts),
    ...checkWhatIfs(
      parts,
      ordered.every(({ path }) => path.at(-1) !== "at"),
    ),
  ];
  // What is unused, and which outcomes hold at their start, is only known of a record without errors.
  const isRight = parts.unread.size === 0 && found.every(({ severity }) => severity === "warning");
  return isRight && !errorsAlone ? [...found, ...checkUnused(parts), ...checkOutcomesAtStart(parts)] : found;
}

function checkName({ scenario }: Parts, file: string): Problems {
  const [, name] = /([^/\\]+)\.ya?ml$/.exec(file) ?? [];
  if (scenario === undefined || name === undefined || name === scenario) return [];
  return [warning("name-differs", ["scenario"], `The scenario is called ${scenario} and its file ${name}.`, name)];
}

function checkOpenings(parts: Parts): Problems {
  return openings(parts).flatMap(({ opening, dyad, path }): Problems => {
    if (toOpening(opening, dyad) !== undefined) return [];
    const { why, nearest } = openingFault(opening, dyad);
    const expected = nearest === undefined ? "one state for each region that it names" : `nearest to it: ${nearest}`;
    return [problem("not-a-situation", path, `The opening contradicts itself: ${why}.`, expected, { atKey: true })];
  });
}

/** Maximum number of issues that are examined: a file may have a hundred thousand, and a thousand are shown. */
const MAX_ISSUES = 4000;
