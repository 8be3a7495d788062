/** `npm test`: every check there is, one after another, and at the end one line with how many passed. */
import { spawnSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

interface Check {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

const checks: readonly Check[] = [
  { name: "types", command: ["tsc", "--noEmit"] },
  { name: "lint and format", command: ["biome", "check", "--error-on-warnings"] },
  { name: "directions of imports", command: ["depcruise", "src", "--config", ".dependency-cruiser.cjs"] },
  { name: "nothing unused", command: ["knip"] },
];

interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
}

const seed = process.env["DEMARCHE_SEED"] ?? String(randomInt(2 ** 31));
console.log(`Seed of the properties: ${seed}. The same again: DEMARCHE_SEED=${seed} npm test`);

const failedChecks = checks.filter(({ name, command: [program, ...options] }) => {
  console.log(`\n— ${name}`);
  return spawnSync(program, options, { stdio: "inherit" }).status !== 0;
});

const folder = mkdtempSync(join(tmpdir(), "demarche-test-"));
const report = join(folder, "report.json");
console.log("\n— tests");
const { status } = spawnSync(
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  { stdio: "inherit", env: { ...process.env, DEMARCHE_SEED: seed } },
);
const counts = read(report);
rmSync(folder, { recursive: true });

const passed = counts.numPassedTests + checks.length - failedChecks.length;
const crashed = status !== 0 && counts.numFailedTests === 0 ? Math.max(1, counts.numFailedTestSuites) : 0;
const failed = counts.numFailedTests + crashed + failedChecks.length;
const skipped = counts.numPendingTests > 0 ? `, ${counts.numPendingTests} skipped` : "";
for (const { name } of failedChecks) console.log(`failed: ${name}`);
console.log(`${passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 ? 1 : 0;

function read(file: string): Counts {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numFailedTestSuites: 1 };
  }
}
