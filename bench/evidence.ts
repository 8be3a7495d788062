/**
 * `node bench/evidence.ts [FILE]`: import, fold and score of a table of events, beside reading it with csv-parse, in the time
 * that the processor spends. The fastest rounds are compared: on a shared machine others only add to them.
 */
import { createReadStream, existsSync } from "node:fs";
import { parse } from "csv-parse";
import { lawScoring } from "../src/evidence/index.ts";
import { decodedPieces } from "../src/problem/index.ts";
import { median, WARM_UP } from "./measure.ts";

const [file = "../shared/data/mie.csv"] = process.argv.slice(2);
if (!existsSync(file)) {
  console.error(`There is no ${file}. Name a table of Militarized Interstate Events 1.0: node bench/evidence.ts FILE.`);
  process.exit(1);
}

/** What a user would write to read the table: rows by the names of their columns, numbers as numbers. */
async function withCsvParse(): Promise<number> {
  let rows = 0;
  for await (const _ of createReadStream(file).pipe(parse({ bom: true, columns: true, cast: true }))) rows += 1;
  return rows;
}

/** Everything: rows read and made events, folded by the law, and counted. */
async function scored(): Promise<number> {
  const scoring = lawScoring("mie", file);
  for await (const piece of decodedPieces(createReadStream(file))) scoring.add(piece);
  const score = scoring.end();
  return score.of === "confrontations" ? score.all.events : 0;
}

/** Seconds of the processor that some work takes. */
async function spent(work: () => Promise<number>): Promise<number> {
  const before = process.cpuUsage();
  const rows = await work();
  const { user, system } = process.cpuUsage(before);
  if (rows === 0) throw new Error("Nothing was read.");
  return (user + system) / 1e6;
}

const ROUNDS = 11;
const rounds: { readonly read: number; readonly score: number }[] = [];
for (let round = -WARM_UP; round < ROUNDS; round++) {
  const one = { read: await spent(withCsvParse), score: await spent(scored) };
  if (round >= 0) rounds.push(one);
}
const [read, score] = [rounds.map((one) => one.read), rounds.map((one) => one.score)];
const fastest = Math.min(...score) / Math.min(...read);
console.log(`csv-parse, rows by name, numbers cast   ${told(read)}`);
console.log(`import, fold and score                  ${told(score)}`);
console.log(`fastest rounds: ${fastest.toFixed(1)} times as long`);

function told(seconds: readonly number[]): string {
  const [least, middle] = [Math.min(...seconds), median(seconds)].map((one) => Math.round(one * 1000));
  return `${least} ms, ${middle} in the middle of ${ROUNDS} rounds`;
}
