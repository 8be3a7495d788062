/** A test as JSON. */
import type * as z from "zod";
import { modelledCount, type Tested, toldTest } from "../../crisis/index.ts";
import { formatWhen, MINUTES_PER_DAY } from "../../events/index.ts";
import { situationAt } from "../../history/index.ts";
import type { Hunted } from "../../laws/index.ts";
import { editYaml, type Scenario } from "../../scenario/index.ts";
import { regionKey, situationData, stateWord } from "../../views/index.ts";
import type { Input } from "../input.ts";
import { basisData, stepData } from "./common.ts";
import { decidedData } from "./futures.ts";
import type { testDocument } from "./schema/test.ts";

type Document = z.infer<typeof testDocument>;

/** The whole test. */
export function testData(tested: Tested, input: Input): Document {
  const { scenario, result, sayings, followed, runs, seed } = tested;
  const told = new Map(toldTest(tested).claims.map((one) => [one.name, one.counterexample]));
  return {
    ...basisData({ scenario, input }),
    seed,
    runs,
    futures: modelledCount(scenario) === 0 ? 0 : result.futures,
    says: sayings.map((one) => ({ ...one })),
    expected: [...followed].flatMap(([whatIf, { expected, edited }]) =>
      expected.map((one) => ({
        whatIf,
        futures: edited.futures,
        ...decidedData(one, scenario.outcomes[one.expectation.outcome]),
      })),
    ),
    claims: result.claims.map((one) => claimData(one, scenario, told.get(one.claim.name))),
    coverage: coverageData(tested),
  };
}

function claimData(
  { claim, standing, whatIf, times, witness, counterexample }: Hunted,
  { dyad }: Scenario,
  told: ReturnType<typeof toldTest>["claims"][number]["counterexample"],
): Document["claims"][number] {
  const { nearest, slowest } = witness ?? {};
  return {
    name: claim.name,
    kind: claim.kind === "law" ? "law" : claim.contract.kind,
    standing,
    ...(whatIf === undefined ? {} : { whatIf }),
    times,
    ...(witness === undefined ? {} : { histories: witness.histories, asked: witness.asked, near: witness.near }),
    ...(nearest === undefined
      ? {}
      : {
          nearest: { act: nearest.act.type, ...(nearest.step === undefined ? {} : { event: nearest.step.event.id }) },
        }),
    ...(slowest === undefined ? {} : { slowest: slowest / MINUTES_PER_DAY }),
    ...(counterexample === undefined || told === undefined
      ? {}
      : {
          counterexample: {
            edits: (counterexample.written?.edits ?? []).map(editYaml),
            ...(counterexample.written === undefined ? {} : { then: counterexample.written.then }),
            before: counterexample.before,
            found: { ...counterexample.found },
            steps: told.steps.map((one) => stepData(one, dyad)),
            brokenAt: formatWhen(told.minute, "minute"),
            ...(counterexample.broken.step === undefined ? {} : { event: counterexample.broken.step.event.id }),
            what: told.what,
            situation: situationData(situationAt(counterexample.history, told.minute), dyad),
            again: told.again,
          },
        }),
  };
}

function coverageData({ scenario, places, result }: Tested): Document["coverage"] {
  const { histories, situations, acts, moves, events, rules } = result.coverage;
  const { dyad } = scenario;
  return {
    histories,
    situations,
    acts: [...acts].map(([act, hits]) => ({ act, ...hits })),
    transitions: [...moves].flatMap(([region, known]) =>
      [...known].map(([move, count]) => {
        const [from = "", to = ""] = move.split(" → ");
        return { key: regionKey(region, dyad), from: stateWord(from, dyad), to: stateWord(to, dyad), count };
      }),
    ),
    events: [...events].map(([id, hits]) => ({ id, line: places.event(id)?.line ?? 0, ...hits })),
    rules: [...rules].flatMap(([by, led]) =>
      led.map((count, k) => ({ by, rule: k + 1, line: places.rule(by, k)?.line ?? 0, led: count })),
    ),
  };
}
