/** `node bench/evidence.ts [FILE]`: import, fold and score of a table of events, beside reading it with csv-parse. */
import { createReadStream, existsSync } from "node:fs";
import { parse } from "csv-parse";
import { lawScoring } from "../src/evidence/index.ts";
import { decodedPieces } from "../src/problem/index.ts";
import { raceLater, ratio } from "./measure.ts";

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

const [READ, SCORE] = ["csv-parse: rows, numbers cast", "import, fold and score"] as const;
const rates = await raceLater(
  [
    { name: READ, run: withCsvParse },
    { name: SCORE, run: scored },
  ],
  9,
);
const [middle, low, high] = ratio(rates, READ, SCORE).map((times) => times.toFixed(2));
for (const [name, all] of rates) {
  const milliseconds = all.map((rate) => Math.round(24_732_000 / rate));
  console.log(`${name}: ${milliseconds.join(", ")} ms`);
}
console.log(`import, fold and score takes ${middle} times as long as reading with csv-parse (${low} to ${high})`);
