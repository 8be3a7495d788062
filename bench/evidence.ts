/**
 * `node bench/evidence.ts [FILE]`: import, fold and score of a table of events beside reading it with csv-parse, and futures
 * that a fitted model draws beside those of a file's own rules, all in the time that the processor spends, in turn.
 */
import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type Options, parse } from "csv-parse";
import { lawScoring } from "../src/evidence/index.ts";
import { compile, createSimulator, type Model, setupFrom } from "../src/futures/index.ts";
import { historyUntil } from "../src/history/index.ts";
import { decodePieces } from "../src/problem/index.ts";
import { readScenario, replayScenario } from "../src/scenario/index.ts";
import { median, WARM_UP } from "./measure.ts";

const ROUNDS = 15;

/** Work in turns, and how much of it each turn did. */
type Turns = Readonly<Record<string, () => Promise<number> | number>>;

/** Microseconds of the processor for each piece of the work, in each round. */
async function inTurn(turns: Turns): Promise<ReadonlyMap<string, readonly number[]>> {
  const costs = new Map<string, number[]>(Object.keys(turns).map((name) => [name, []]));
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    for (const [name, work] of Object.entries(turns)) {
      const before = process.cpuUsage();
      const pieces = await work();
      const { user, system } = process.cpuUsage(before);
      if (pieces === 0) throw new Error(`${name} did nothing.`);
      if (round >= 0) costs.get(name)?.push((user + system) / pieces);
    }
  }
  return costs;
}

/** The median, lowest and highest of how many times as much one costs as the other, round by round. */
function times(costs: ReadonlyMap<string, readonly number[]>, one: string, other: string): string {
  const below = costs.get(other) ?? [];
  const ratios = (costs.get(one) ?? []).map((cost, k) => cost / (below[k] ?? Number.NaN));
  return `${median(ratios).toFixed(1)} (${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)})`;
}

/** What a user would write to read a table: rows by the names of their columns. */
function reading(file: string, options: Options) {
  return async (): Promise<number> => {
    let rows = 0;
    for await (const _ of createReadStream(file).pipe(parse({ bom: true, columns: true, ...options }))) rows += 1;
    return rows;
  };
}

/** Everything: rows read and made events, folded by the law, and counted. */
function scoring(file: string) {
  return async (): Promise<number> => {
    const law = lawScoring("mie", file);
    for await (const piece of decodePieces(createReadStream(file))) law.add(piece);
    const score = law.end();
    return score.of === "confrontations" ? score.all.events : 0;
  };
}

/** What follows the first strike of the flagship for a year, by its own rules or as it is drawn for both. */
async function afterTheStrike(drawn: boolean): Promise<Model> {
  const text = await readFile("scenarios/iran-pakistan-2024.yaml", "utf8");
  const both = "\ndoctrines:\n  PAK: { use: calibrated }\n  IRN: { use: calibrated }\n";
  const changed = drawn ? text.replace(/\ndoctrines:\n[\s\S]*?\n(?=[a-z])/, both) : text;
  const { scenario } = readScenario(changed, { file: "iran-pakistan-2024.yaml" });
  if (scenario === undefined || (drawn && changed === text)) throw new Error("The flagship has no doctrines.");
  const history = replayScenario(scenario);
  const cut = historyUntil(history, history.steps.find(({ event }) => event.act === "strike")?.minute ?? 0);
  return compile(setupFrom(scenario, { history: cut, reopened: [] }, { horizon: cut.now + 365 * 1440 }));
}

/** Runs futures and says how many events they have. */
function simulating(model: Model, futures: number): () => number {
  const simulator = createSimulator(model, 1);
  return () => {
    let events = 0;
    for (let run = 0; run < futures; run++) events += simulator.run(run).events;
    return events;
  };
}

const [RULES, DRAWN, FUTURES] = ["rules", "drawn", 2000];

/** The section of docs/explanation/performance.md. */
export async function evidenceSection(file = "../shared/data/mie.csv"): Promise<string> {
  if (!existsSync(file)) throw new Error(`There is no ${file}: name a table of Militarized Interstate Events 1.0.`);
  const tables = await inTurn({ plain: reading(file, {}), cast: reading(file, { cast: true }), score: scoring(file) });
  const [rules, drawn] = [
    simulating(await afterTheStrike(false), FUTURES * 20),
    simulating(await afterTheStrike(true), FUTURES),
  ];
  const futures = await inTurn({ [RULES]: rules, [DRAWN]: drawn });
  const each = (count: number, of: number): string => (count / of).toFixed(1);
  return `## Evidence

All of \`mie.csv\`, 24,732 events: imported, folded by the law and scored, beside csv-parse reading it as a stream of rows by the names of
their columns. Time of the processor, ${ROUNDS} rounds in turn in one process.

| csv-parse | times as long | aim |
|---|---|---|
| with \`columns\`, every cell a text | ${times(tables, "score", "plain")} | at most 3 |
| with \`columns\` and \`cast\`, numbers as numbers | ${times(tables, "score", "cast")} | at most 3 |

Futures of the year after the first strike of \`iran-pakistan-2024\`, in turn: an event that is drawn by \`use: calibrated\` for both
parties takes ${times(futures, DRAWN, RULES)} times the processor's time of one by the file's own rules. Such futures have ${each(drawn(), FUTURES)} events,
those by the rules ${each(rules(), FUTURES * 20)}.
`;
}

if (import.meta.main) console.log(await evidenceSection(process.argv[2]));
