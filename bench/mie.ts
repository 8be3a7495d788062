/**
 * `node bench/mie.ts [FILE]`: holds the law and the numbers of the strategies against Militarized Interstate Events 1.0
 * (Gibler and Miller). The file is read where it lies and never copied.
 */
import { existsSync, readFileSync } from "node:fs";
import { MINUTES_PER_DAY } from "../src/events/index.ts";
import { QUIET } from "../src/history/index.ts";
import { type Folded, folded } from "./mie/folds.ts";
import { type Measured, measured } from "./mie/follows.ts";
import { pairsOf, rowsOf } from "./mie/rows.ts";

const [file = "../shared/data/mie.csv"] = process.argv.slice(2);
if (!existsSync(file)) {
  console.error(`There is no ${file}. Name the table of Militarized Interstate Events 1.0: node bench/mie.ts FILE.`);
  process.exit(1);
}
const pairs = pairsOf(rowsOf(readFileSync(file, "utf8")));
const after1945 = pairs.filter(({ began }) => began > 1945);
const bilateral = after1945.filter(({ alone }) => alone);

const [short, standard] = [folded(pairs, 90), folded(pairs, QUIET / MINUTES_PER_DAY)];
const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

const ofFolds: readonly (readonly [string, (folds: Folded) => string | number])[] = [
  ["pairs of states, in their confrontations", ({ pairs: count }) => count],
  ["events", ({ events }) => events],
  ["fades before the last event", ({ inside }) => inside],
  ["pairs that have one", ({ split }) => split],
  ["fades while an event lasts", ({ during }) => during],
  ["pairs with a display, force or war that never leave normal", ({ unmoved, serious }) => percent(unmoved / serious)],
  ["void events", ({ void: acts }) => [...acts].map(([act, count]) => `${act} ${count}`).join(", ") || "none"],
];

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

console.log(`| folded | quiet for ${short.days} days | quiet for ${standard.days} days |\n|---|---|---|`);
for (const [name, told] of ofFolds) console.log(`| ${name} | ${told(short)} | ${told(standard)} |`);

const [some, every] = [measured(bilateral), measured(after1945)];
console.log("\n| confrontations begun after 1945 | of two states alone | every pair |\n|---|---|---|");
for (const [name, told] of ofSequences) console.log(`| ${name} | ${told(some)} | ${told(every)} |`);
