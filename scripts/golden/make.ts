/** Making golden histories: the record and the what-ifs of every scenario of a folder, and twenty of their futures. */
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createSimulator, modelsOf, written } from "../../src/futures/index.ts";
import { historyOf } from "../../src/history/index.ts";
import { evaluateWhatIf, readScenario, recordOf, type Scenario } from "../../src/scenario/index.ts";
import { lineOf, type Position, positionsOf } from "./position.ts";

/** Histories by name: `iran-pakistan-2024: what-if restraint`. */
export type Golden = ReadonlyMap<string, readonly Position[]>;

/** How many futures are golden, and under which seed. */
const FUTURES = 20;
const SEED = 2024;

/**
 * The golden histories of the scenarios in a folder, those in its `templates` too, by the name of their file. Of a file that
 * follows several relations the main one is golden, and no future.
 */
export function goldensOf(folder: string): ReadonlyMap<string, Golden> {
  const files = globSync(join(folder, "**/*.yaml")).sort();
  const read = files.map((file) => relationsOf(file));
  const told = read.map(([main = raise()]): readonly [string, Golden] => [main.name, toldBy(main)]);
  return new Map([...told, ["futures", futuresOf(read.flatMap((some) => (some.length === 1 ? some : [])))]]);
}

/** The text of a golden file. What a what-if shares with the record is said once. */
export function goldenText(golden: Golden): string {
  const record = golden.get(RECORD)?.map(lineOf) ?? [];
  const sections = [...golden].map(([name, positions]) => {
    const lines = positions.map(lineOf);
    const shared = name === RECORD ? 0 : lines.findIndex((line, k) => line !== record[k]);
    const count = shared < 0 ? lines.length : shared;
    const same = count > 0 ? [`${SAME} ${count}`] : [];
    return [name, ...[...same, ...lines.slice(count)].map((line) => `  ${line}`)].join("\n");
  });
  return `${HEAD}\n${sections.join("\n")}\n`;
}

/** The name of a scenario's record among its histories. */
export const RECORD = "record";
/** What a line begins with that stands for the first positions of the record. */
export const SAME = "as the record:";
const HEAD =
  "# Golden histories: id, date, act, verdict, hash, situation, dossier. Renewed on purpose: npm run goldens";

function toldBy(scenario: Scenario): Golden {
  const record = recordOf(scenario);
  const whatIfs = Object.keys(scenario.whatIfs).map((name): readonly [string, readonly Position[]] => [
    `what-if ${name}`,
    positionsOf(evaluateWhatIf(scenario, name, record).history),
  ]);
  return new Map([[RECORD, positionsOf(historyOf(record))], ...whatIfs]);
}

function futuresOf(scenarios: readonly Scenario[]): Golden {
  const modelled = scenarios.flatMap((scenario) =>
    Object.entries(scenario.whatIfs).flatMap(([name, { then }]) => (then === "model" ? [{ scenario, name }] : [])),
  );
  if (modelled.length === 0) return new Map();
  return new Map(
    Array.from({ length: FUTURES }, (_, number) => {
      const { scenario, name } = modelled[number % modelled.length] ?? raise();
      const { edited } = modelsOf(scenario, evaluateWhatIf(scenario, name));
      const { run, log } = createSimulator(edited, SEED);
      const history = written(edited, run(number), log);
      const positions = positionsOf(history).slice(edited.setup.history.steps.length);
      return [`${scenario.name}: what-if ${name}, seed ${SEED}, future ${number}`, positions];
    }),
  );
}

function raise(): never {
  throw new Error("A place within a list holds nothing.");
}

/** The relations of a file, the main one first. @throws Error with its problems when it can't be read */
function relationsOf(file: string): readonly Scenario[] {
  const { relations, diagnostics } = readScenario(readFileSync(file, "utf8"), { file });
  if (relations !== undefined) return relations;
  const problems = diagnostics.map(({ line, message }) => `${line}: ${message}`);
  throw new Error(`${basename(file)} can't be read.\n${problems.join("\n")}`);
}
