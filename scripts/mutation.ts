/** `npm run mutation [FOLDER...]`: how many planted mistakes the tests notice, by folder; the survivors stand in its report. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ownPackages } from "./own-packages.ts";

const folders = process.argv.slice(2).map((folder) => folder.replace(/^src\//, ""));
const patterns = folders.map((folder) => `src/${folder}/**/*.ts`);
const args = patterns.length === 0 ? [] : ["--mutate", patterns.join(",")];
const report = "node_modules/.cache/mutation/report.json";

// The seed is fixed, so that the same mistakes are noticed today and tomorrow.
const fixed = { DEMARCHE_SEED: "1", DEMARCHE_RUNS: "30", DEMARCHE_SHRINK: "no" };
const env = { ...fixed, DEMARCHE_MUTATED: folders.map((folder) => folder.split("/")[0]).join(","), ...process.env };
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
  console.log("\n| folder | noticed | ran on for ever | survived | not reached by a test | share noticed | left out |");
  console.log("|---|---|---|---|---|---|---|");
  for (const [folder, own] of [...counts].sort()) {
    const [killed = 0, timeout = 0, survived = 0, unreached = 0] = ["Killed", "Timeout", "Survived", "NoCoverage"].map(
      (kind) => own.get(kind) ?? 0,
    );
    const ignored = own.get("Ignored") ?? 0;
    const share = (100 * (killed + timeout)) / (killed + timeout + survived + unreached);
    console.log(
      `| ${folder} | ${killed} | ${timeout} | ${survived} | ${unreached} | ${share.toFixed(1)} % | ${ignored} |`,
    );
  }
}
