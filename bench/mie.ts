/**
 * `node bench/mie.ts [FILE]`: what follows what in Militarized Interstate Events 1.0 (Gibler and Miller), which the numbers of
 * the strategies rest on. The file is read where it lies and never copied; `demarche score law` holds the law against it.
 */
import { existsSync, readFileSync } from "node:fs";
import { mieTable, pairsOf, readTable } from "../src/evidence/index.ts";
import { type Measured, measured } from "./mie/follows.ts";

const [file = "../shared/data/mie.csv"] = process.argv.slice(2);
if (!existsSync(file)) {
  console.error(`There is no ${file}. Name the table of Militarized Interstate Events 1.0: node bench/mie.ts FILE.`);
  process.exit(1);
}
const pairs = pairsOf(readTable(mieTable, readFileSync(file, "utf8")).rows);
const after1945 = pairs.filter(({ began }) => began > 1945);
const bilateral = after1945.filter(({ alone }) => alone);

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

const ofSequences: readonly (readonly [string, (found: Measured) => string | number])[] = [
  ["pairs of states", ({ pairs: count }) => count],
  ["a single event", ({ singleEvent }) => percent(singleEvent)],
  ["both sides act", ({ bothSides }) => percent(bothSides)],
  ["both sides act, clashes counted as acts of both", ({ bothWithClashes }) => percent(bothWithClashes)],
  [
    "something follows the first clash",
    ({ goOnAfterClash, withClash }) => `${percent(goOnAfterClash)} of ${withClash}`,
  ],
  ["next after an event of one side", ({ next }) => nexts(next)],
  ["next after the first event, of one side", ({ nextAfterFirst }) => nexts(nextAfterFirst)],
  ["days until the same side goes on: median, p90", ({ delays }) => `${delays.same.median}, ${delays.same.p90}`],
  ["days until the other side acts: median, p90", ({ delays }) => `${delays.other.median}, ${delays.other.p90}`],
  ["going on, on the same level", ({ sameLevel }) => percent(sameLevel.same)],
  ["a reply, on the same level", ({ sameLevel }) => percent(sameLevel.other)],
  ["a reply to force by force", ({ forceForForce }) => percent(forceForForce)],
  ["events of one side in a row: median, p90", ({ inARow }) => `${inARow.median}, ${inARow.p90}`],
];

function nexts(next: Measured["next"]): string {
  return Object.entries(next)
    .map(([kind, value]) => `${kind} ${percent(value)}`)
    .join(", ");
}

const [some, every] = [measured(bilateral), measured(after1945)];
console.log("| confrontations begun after 1945 | of two states alone | every pair |\n|---|---|---|");
for (const [name, told] of ofSequences) console.log(`| ${name} | ${told(some)} | ${told(every)} |`);
