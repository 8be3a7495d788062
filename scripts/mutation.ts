/**
 * `npm run mutation [-- --share 0.1] [FOLDER...]`: how many planted mistakes the tests notice, by folder; the survivors stand
 * in its report. With a share, that part of them is tried, always the same one, and the table gives the interval of what
 * all would have given.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { shareOf } from "../src/futures/statistics.ts";
import { ownPackages } from "./own-packages.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { share: { type: "string" } } });
const share = Number(values.share ?? 1);
if (!(share > 0 && share <= 1)) {
  console.error(`--share ${values.share}: expected a number above 0 and at most 1.`);
  process.exit(2);
}
const folders = positionals.map((folder) => folder.replace(/^src\//, ""));
const patterns = folders.map((folder) => `src/${folder}/**/*.ts`);
const report = "node_modules/.cache/mutation/report.json";
const args = [
  ...(patterns.length === 0 ? [] : ["--mutate", patterns.join(",")]),
  ...(share === 1 ? [] : ["--checkers", "sample", "--incrementalFile", report.replace("report", `sample-${share}`)]),
];

// The seed is fixed, so that the same mistakes are noticed today and tomorrow.
const fixed = { DEMARCHE_SEED: "1", DEMARCHE_RUNS: "30", DEMARCHE_SHRINK: "no" };
const mutated = folders.map((folder) => folder.split("/")[0]).join(",");
const env = { ...fixed, DEMARCHE_MUTATED: mutated, DEMARCHE_MUTATION_SHARE: String(share), ...process.env };
const { status } = spawnSync(join(ownPackages("scripts/mutation"), ".bin/stryker"), ["run", ...args], {
  stdio: "inherit",
  env,
});
if (existsSync(report)) table(JSON.parse(readFileSync(report, "utf8")));
process.exitCode = status ?? 1;

interface Mutated {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

/** Prints the table that stands in docs/explanation/quality.md. */
function table({ files }: Mutated): void {
  const counts = new Map<string, Map<string, number>>();
  for (const [file, { mutants }] of Object.entries(files)) {
    const folder = file.split("/").slice(0, 2).join("/");
    const own = counts.get(folder) ?? new Map<string, number>();
    counts.set(folder, own);
    for (const mutant of mutants) own.set(mutant.status, (own.get(mutant.status) ?? 0) + 1);
  }
  console.log(
    "\n| folder | noticed | ran on for ever | survived | not reached by a test | share noticed | left out | not drawn |",
  );
  console.log("|---|---|---|---|---|---|---|---|");
  for (const [folder, own] of [...counts].sort()) {
    const kinds = ["Killed", "Timeout", "Survived", "NoCoverage", "Ignored", "CompileError"];
    const [killed = 0, timeout = 0, survived = 0, unreached = 0, ignored = 0, undrawn = 0] = kinds.map(
      (kind) => own.get(kind) ?? 0,
    );
    const { value, low, high } = shareOf(killed + timeout, killed + timeout + survived + unreached);
    const [found, least, most] = [value, low, high].map((one) => (100 * one).toFixed(1));
    const noticed = share === 1 ? `${found} %` : `${found} % [${least}, ${most}]`;
    console.log(
      `| ${folder} | ${killed} | ${timeout} | ${survived} | ${unreached} | ${noticed} | ${ignored} | ${undrawn} |`,
    );
  }
}
