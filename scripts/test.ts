/** `npm test`: every check there is, beside the tests, and at the end one line with how many passed. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cases } from "../test/support/seed.ts";
import type { Tally } from "../test/support/telling-reporter.ts";

/** The scripts of package.json that check without running anything; each also runs alone. */
const checks = ["check:types", "check:lint", "check:imports", "check:unused"];

const folder = mkdtempSync(join(tmpdir(), "demarche-test-"));
// Some tests run the program as another user, who has to get at their files.
chmodSync(folder, 0o755);
const tallied = join(folder, "tally.json");
const reporters = ["--reporter=minimal", "--reporter=test/support/telling-reporter.ts"];
// What tests write into the folder for temporary files goes with it.
const env = { ...process.env, TMPDIR: folder, DEMARCHE_TALLY: tallied };
// To be quick; `npm run test:all` has what takes long, and tries more of the rest.
const filter = process.env["DEMARCHE_ALL"] === "1" ? [] : ["--tags-filter=!long"];
const tests = ended(spawn("vitest", ["run", ...reporters, ...filter], { stdio: "inherit", env }));
/** What each check that failed said. */
const failedChecks = new Map<string, string>();
for (const check of checks) {
  const child = spawn(process.execPath, ["--run", check], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  }
  if ((await ended(child)) !== 0) failedChecks.set(check, said);
}
const status = await tests;
const tally = read(tallied);
rmSync(folder, { recursive: true });

const failedTests = Math.max(tally.failed, status === 0 ? 0 : 1);
const passed = tally.passed + checks.length - failedChecks.size;
const failed = failedTests + failedChecks.size;
const skipped = tally.skipped > 0 ? `, ${tally.skipped} skipped` : "";
if (tally.leftOut > 0) console.log(`${tally.leftOut} tests that take long are left to npm run test:all.`);
console.log(casesText(tally.properties));
for (const [check, said] of failedChecks) console.log(`failed: npm run ${check}\n${said}`);
console.log(`${passed} passed, ${failed} failed${skipped}`);
process.exitCode = failed > 0 ? 1 : 0;

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
}

/** How many cases the properties tried, and how many they passed over. */
function casesText(properties: Tally["properties"]): string {
  const shareOf = ({ tried, passedOver }: Cases): number => passedOver / Math.max(1, tried + passedOver);
  const sum = (of: keyof Cases): number => properties.reduce((all, one) => all + one[of], 0);
  const whole = { tried: sum("tried"), passedOver: sum("passedOver") };
  const percent = (share: number): string => `${Math.round(100 * share)} %`;
  const [most] = properties.toSorted((one, other) => shareOf(other) - shareOf(one));
  const of = most === undefined ? "" : `, at most ${percent(shareOf(most))} of one test's ("${most.name}")`;
  return `${properties.length} tests of properties tried ${whole.tried.toLocaleString("en")} cases and passed over ${percent(shareOf(whole))}${of}.`;
}

function read(file: string): Tally {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 0, skipped: 0, leftOut: 0, properties: [] };
  }
}
