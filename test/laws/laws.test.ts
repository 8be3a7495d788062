/** Every law: held everywhere where that can be enumerated, at random, and in every shipped record and its what-ifs. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { modelsOf } from "../../src/futures/index.ts";
import type { Branch } from "../../src/history/index.ts";
import {
  atRandom,
  type Breach,
  breachesOf,
  breachText,
  everywhere,
  futureBreach,
  isDrawable,
  isExhaustible,
  type Law,
  laws,
  system,
  trialText,
} from "../../src/laws/index.ts";
import { evaluateWhatIf, readScenario, recordOf } from "../../src/scenario/index.ts";
import { inFull, ofAll } from "../support/enduring.ts";
import { reachable } from "../support/reachable.ts";
import { shippedFiles } from "../support/scenario.ts";

const FILE = "test/laws/laws.test.ts";

test("every law has a name of its own in kebab case, a sentence, and says where it comes from", () => {
  expect(new Set(laws.map(({ name }) => name)).size).toBe(laws.length);
  for (const { name, sentence, basis } of laws) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(sentence).toMatch(/^[A-Z].{20,}\.$/);
    expect(basis).toMatch(/^[A-Z].{20,}\.$/);
  }
});

/** One enumeration serves all laws that can be held everywhere; the table has been filled for other tests already. */
const checked = everywhere(laws, { system: { ...system, table: reachable.table } });

/** Futures take long, and walks little. What holds everywhere is drawn a few times, to see that it can be. */
const runsOf = (law: Law): number => {
  if (isExhaustible(law)) return inFull(300, ofAll(60, 15));
  return law.of === "future" ? ofAll(200, 50) : ofAll(150, 40);
};

test.each(laws.filter(isExhaustible))("$name holds everywhere", ({ name }) => {
  const found = checked.breaches.find(({ law }) => law === name);
  if (found !== undefined) expect.fail(breachText(found));
});

/** A law of the whole chart is held everywhere already, and takes longest. */
const drawn = laws.filter((law) => isDrawable(law) && ofAll(true, law.of !== "chart"));

test.each(drawn)("$name holds at random", async (law) => {
  const trial = await atRandom(law, { runs: runsOf(law) });
  const again = `DEMARCHE_SEED=${trial.seed} npx vitest run ${FILE} -t "${law.name} holds at random"`;
  if (trial.breach !== undefined) expect.fail(trialText(trial, again));
});

describe.each(shippedFiles())("%s", (file) => {
  const { scenario } = readScenario(readFileSync(file, "utf8"), { file });
  if (scenario === undefined) throw new Error(`${file} can't be read`);
  const record = recordOf(scenario);
  const evaluated = Object.keys(scenario.whatIfs).map((name) => evaluateWhatIf(scenario, name, record));

  const broken = (line: Branch): readonly Breach[] => [3, 40, 467].flatMap((choice) => breachesOf(line, laws, choice));

  test("the record keeps every law", () => {
    expect(broken(record).map(breachText)).toEqual([]);
  });

  test.each(evaluated)("the what-if $name keeps every law", ({ branch }) => {
    expect(broken(branch).map(breachText)).toEqual([]);
  });

  test("the futures of what-ifs keep every law of futures", () => {
    const modelled = evaluated.filter(({ whatIf }) => whatIf.then === "model");
    expect(modelled.length).toBeGreaterThan(0);
    for (const one of modelled) {
      const { setup } = modelsOf(scenario, one).edited;
      for (const law of laws) {
        if (law.of !== "future") continue;
        for (let run = 0; run < 10; run++) {
          const found = futureBreach(law, { setup, seed: 1, run, choice: 20_000 + run });
          expect(found === undefined ? "" : breachText(found)).toBe("");
        }
      }
    }
  });
});
