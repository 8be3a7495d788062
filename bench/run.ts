/** `npm run bench`: measures everything in one run and writes docs/explanation/performance.md. */
import { writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { createSimulator } from "../src/futures/index.ts";
import { fold } from "../src/history/index.ts";
import { enumerate } from "../src/machine/index.ts";
import { appendSection } from "./append.ts";
import { branchContenders, held, places } from "./branches.ts";
import { chartContenders } from "./chart.ts";
import { evidenceSection } from "./evidence.ts";
import { FOLDED, foldContenders, longRecord } from "./fold.ts";
import { cores, flagship, futuresContenders, futuresShape, heapAfter } from "./futures.ts";
import { journalSection } from "./journal.ts";
import { median, type Rates, race, ratio } from "./measure.ts";
import { processContenders } from "./processes.ts";
import { shares } from "./profile.ts";
import { reportSection } from "./report.ts";
import { searchSection } from "./search.ts";
import { webSection } from "./web.ts";

const say = (text: string): void => console.error(text);
say("chart ...");
const chart = race(chartContenders());
say("fold ...");
const folds = race(foldContenders());
say("profile ...");
const record = longRecord(100_000);
const profile = await shares(() => {
  for (let k = 0; k < 5; k++) fold(record, FOLDED);
});
say("branches ...");
const branches = race(branchContenders(), 5);
const heap = held();
say("futures ...");
const futures = race(futuresContenders(), 9);
const shape = futuresShape();
const threads = await cores(3, 3_000_000);
const after = [10_000, 1_000_000].map((count) => ({ count, megabytes: heapAfter(count) }));
const { model } = flagship();
const simulator = createSimulator(model, 1);
const simulated = await shares(() => {
  for (let run = 0; run < 500_000; run++) simulator.run(run);
}, "function");
say("processes ...");
const processes = race(processContenders(), 15);
say("search ...");
const search = searchSection();
say("evidence ...");
const evidence = await evidenceSection();
say("several states ...");
const web = webSection();
say("journal ...");
const journal = await journalSection();
say("appends ...");
const appends = await appendSection();
say("reports ...");
const reports = await reportSection();
say("enumeration ...");
const started = performance.now();
const { situations, changes, notes, refusals } = enumerate();
const enumeration = (performance.now() - started) / 1000;

const whole = (value: number): string => Math.round(value).toLocaleString("en");
const rate = (rates: Rates, name: string): string => whole(median(rates.get(name) ?? []));
const spent = profile.map(([owner, share]) => `${owner} ${(share * 100).toFixed(0)} %`).join(", ");
const span = ([middle, low, high]: readonly [number, number, number], digits = 1): string =>
  `${middle.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
const [fold10k = "", fold100k = ""] = [...folds.keys()];
const took = (name: string): string =>
  median((processes.get(name) ?? []).map((perSecond) => 1000 / perSecond)).toFixed(0);
const slower = (name: string): string => span(ratio(processes, "node -e 0", name));
const growth = ratio(folds, fold10k, fold100k).map((one) => one * 10) as [number, number, number];

const branchRows = Object.entries(places).map(([place, share]) => {
  const [one, other] = [`what-if at the ${place}`, `fold for the ${place}`];
  const milliseconds = (name: string): string => whole(1000 / median(branches.get(name) ?? []));
  const aim = ((1 - share) * 100).toFixed(share > 0.9 ? 1 : 0);
  return `| at the ${place} | ${milliseconds(one)} | ${milliseconds(other)} | ${span(ratio(branches, other, one), 2)} | ${aim} % |`;
});
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

const page = `# Performance

Made by \`npm run build && npm run bench\`: everything in one run, the contenders of each table in turn, medians of paired rounds
with the lowest and highest round in brackets. Rates are of the machine of that run (${availableParallelism()} cores,
Node ${process.versions.node}); ratios are what to compare.

## The chart

The same ${whole(4000)} to ${whole(20_000)} random events, valid and void, from full normal relations.

| | events a second | times \`transition()\` | aim |
|---|---|---|---|
| xstate \`transition()\` | ${rate(chart, "transition()")} | 1 | |
| xstate \`actor.send\` | ${rate(chart, "actor.send")} | ${span(ratio(chart, "actor.send", "transition()"))} | |
| \`step\` | ${rate(chart, "step")} | ${span(ratio(chart, "step", "transition()"))} | at least 4 |
| the table, filled | ${rate(chart, "table")} | ${span(ratio(chart, "table", "transition()"), 0)} | at least 500 |

\`transition()\` builds an actor system at each call; \`step\` shares one inert scope and is bound by xstate's own search
for transitions in nine regions. The table is an array look-up.

Enumerating everything reachable once, ${whole(situations)} situations by ${whole((changes + notes + refusals) / situations)} symbols, took
${enumeration.toFixed(1)} s: the chart answers once for all situations that agree in what decides about an act.

## Folding

A record of one dyad with claims, agreements and deadlines, folded with its dossier and its clock.

| | events a second | aim |
|---|---|---|
| 10,000 events | ${rate(folds, fold10k)} | |
| 100,000 events | ${rate(folds, fold100k)} | at least 100,000 |

Ten times the events took ${span(growth)} times the time (aim: at most 12). Where the time
goes, by a profile of folding 100,000: ${spent}.

## What-ifs

One event dropped from a record of 100,000, all later ones kept, beside folding the edited record from its beginning.
Looking the edit up and copying lists of what comes before it cost a little; the rest is what follows it.

| the edit | ms | ms of the full fold | times the full fold | what follows the edit |
|---|---|---|---|---|
${branchRows.join("\n")}

On the heap, beyond the record and its own history, each of many takes:

| | MB each | times a full history |
|---|---|---|
| 100 what-ifs with an edit in the last hundredth | ${megabytes(heap.end)} | ${(heap.end / heap.full).toFixed(3)} |
| 100 what-ifs with edits spread over the record | ${megabytes(heap.spread)} | ${(heap.spread / heap.full).toFixed(2)} |
| a full history of its own (of ten) | ${megabytes(heap.full)} | 1 |

## Futures

What the doctrines make of the flagship's \`${shape.name}\`: the same futures, some ${shape.events.toFixed(1)} events each, moves that are
refused and considerations that come to nothing beside.

| | futures a second | the table is faster by this factor | aim |
|---|---|---|---|
| asking xstate's \`transition()\` for every step | ${rate(futures, "futures by transition()")} | ${span(ratio(futures, "futures on the table", "futures by transition()"), 0)} | at least 300 |
| asking the chart through the reused scope | ${rate(futures, "futures by the reused scope")} | ${span(ratio(futures, "futures on the table", "futures by the reused scope"), 0)} | at least 60 |
| on the table, one core | ${rate(futures, "futures on the table")} | 1 | half a million |

Where the time of the table goes, by a profile: ${simulated.map(([owner, share]) => `${owner} ${(share * 100).toFixed(0)} %`).join(", ")}.

By itself, in a thread in which no other contender runs, the table makes
${rate(threads, "one thread")} futures a second, tallied.

Two threads against one, three million futures each: ${span(ratio(threads, "two threads", "one thread"), 2)} times as fast (aim: at least 1.7).

On the heap after ${after.map(({ count, megabytes: size }) => `${whole(count)} futures: ${size.toFixed(1)} MB`).join("; after ")}.

${search}
${evidence}
${web}
${journal}

${appends}

${reports}

## The command line

| process | milliseconds | times \`node -e 0\` | aim |
|---|---|---|---|
| \`node -e 0\` | ${took("node -e 0")} | 1 | |
| \`demarche replay iran-pakistan-2024\`, as installed | ${took("demarche replay")} | ${slower("demarche replay")} | at most 8 |
| \`demarche check\` of the same, all its what-ifs included | ${took("demarche check")} | ${slower("demarche check")} | |
| \`demarche what-if\` of the same, all told, four of them with 2,000 futures twice over | ${took("demarche what-if")} | ${slower("demarche what-if")} | |
| \`demarche what-if\` of one with 2,000 futures, twice over | ${took("demarche what-if, modelled")} | ${slower("demarche what-if, modelled")}; ${span(ratio(processes, "demarche replay", "demarche what-if, modelled"))} times replay (aim: at most 2) | |
| \`demarche search\` of the same, which finds a way of two steps | ${took("demarche search, a way")} | ${slower("demarche search, a way")} | at most 2 s |
| \`demarche search\` of the same, which proves that there is no way: all that can be reached is visited | ${took("demarche search, no way")} | ${slower("demarche search, no way")} | at most 2 s |
| \`demarche search --least-edit --most 1\` of the same, which says that no single edit does it | ${took("demarche search, no single edit")} | ${slower("demarche search, no single edit")} | at most 2 s |
| \`demarche replay\` from source (types stripped on the way) | ${took("from source")} | ${slower("from source")} | |
`;
writeFileSync("docs/explanation/performance.md", page);
console.log(page);
