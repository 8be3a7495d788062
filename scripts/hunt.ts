/**
 * `npm run hunt [-- OPTIONS] [PATH...]`: the properties on fresh seeds, for as long as it is told; a nightly job runs it.
 *
 *   --minutes N   stop after so long; 10 by default
 *   --seeds N     or when every property has seen so many seeds
 *   --from SEED   the first seed; drawn by default
 *
 * Each failure is printed as it is found, with the line that brings it back. What is found stays: the smallest case
 * becomes an entry of `examples` of its property, or a named test.
 */
import { randomInt } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { relative } from "node:path";
import { parseArgs } from "node:util";
import { type Reporter, startVitest, type TestCase } from "vitest/node";
import { commandFor } from "../test/support/again.ts";
import type { Hunted } from "../test/support/hunter.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: "string" }, seeds: { type: "string" }, from: { type: "string" } },
});
const wanted = numberOf("seeds", values.seeds) ?? Number.POSITIVE_INFINITY;
const minutes = numberOf("minutes", values.minutes) ?? (values.seeds === undefined ? 10 : Number.POSITIVE_INFINITY);
const from = numberOf("from", values.from) ?? randomInt(2 ** 30);
const end = Date.now() + minutes * 60_000;

/** What a hunt has found so far, by test. */
interface Found {
  seeds: number;
  readonly failures: Hunted["failures"][number][];
}
const found = new Map<string, Found>();
let filesDone = 0;

const telling: Reporter = {
  onTestModuleEnd(module) {
    filesDone += 1;
    const seconds = Math.round(module.diagnostic().duration / 1000);
    const file = relative(process.cwd(), module.moduleId);
    console.error(`${filesDone} of ${files.length} files: ${file}, ${seconds} s`);
  },
  onTestCaseResult(test: TestCase) {
    const { hunted } = test.meta();
    if (hunted === undefined) return;
    const name = `${relative(process.cwd(), test.module.moduleId)} > ${test.fullName}`;
    const so = found.get(name) ?? { seeds: 0, failures: [] };
    found.set(name, { seeds: so.seeds + hunted.seeds, failures: [...so.failures, ...hunted.failures] });
    for (const failure of hunted.failures) tell(test, failure);
  },
};

const files = globSync("test/**/*.test.ts").filter((file) => {
  const draws = /fast-check|src\/(testing|laws)\/|support\/branches/.test(readFileSync(file, "utf8"));
  return draws && (positionals.length === 0 || positionals.some((path) => file.includes(path)));
});
if (files.length === 0) fail(`No file with a property has ${positionals.join(" or ")} in its path.`);

// Short rounds first, so that every property has its turn; then longer ones, which load each file less often.
for (let done = 0, size = 1; done < wanted && Date.now() < end; done += size, size = Math.min(size * 4, 64)) {
  size = Math.min(size, wanted - done);
  console.error(`Seeds ${from + done} to ${from + done + size - 1}`);
  filesDone = 0;
  process.env["DEMARCHE_HUNT_FIRST"] = String(from + done);
  process.env["DEMARCHE_HUNT_SEEDS"] = String(size);
  if (Number.isFinite(end)) process.env["DEMARCHE_HUNT_END"] = String(end);
  const vitest = await startVitest("test", files, {
    config: "vitest.hunt.config.ts",
    watch: false,
    reporters: [telling],
    silent: true,
    testTimeout: 1_200_000,
    sequence: { shuffle: { files: true, tests: false }, seed: from + done },
  });
  await vitest.close();
}

const seen = [...found.values()];
const broken = [...found].filter(([, { failures }]) => failures.length > 0);
const seeds = seen.map((one) => one.seeds).toSorted((one, other) => one - other);
console.log(
  `\n${found.size} tests that draw at random, each on ${seeds[0] ?? 0} to ${seeds.at(-1) ?? 0} seeds from ${from} on; ${broken.length} failed on some.`,
);
for (const [name, { failures, seeds: tried }] of broken) console.log(`  ${failures.length} of ${tried}  ${name}`);
process.exitCode = broken.length > 0 ? 1 : 0;

/** Prints a failure and how to bring it back. */
function tell(test: TestCase, { seed, message }: Hunted["failures"][number]): void {
  const file = relative(process.cwd(), test.module.moduleId);
  console.log(`\n✗ ${file} > ${test.fullName}\n${indented(message)}`);
  console.log(`  The same again: DEMARCHE_SEED=${seed} ${commandFor(test.module.moduleId, test.name)}`);
}

function indented(message: string): string {
  const lines = message.split("\n");
  const shown = lines.slice(0, 30).map((line) => `  ${line.slice(0, 400)}`);
  return [...shown, ...(lines.length > 30 ? ["  …"] : [])].join("\n");
}

function numberOf(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(number > 0)) fail(`--${name} ${text}: expected a number above 0.`);
  return number;
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
