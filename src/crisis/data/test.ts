/** A test as data. */

import * as z from "zod/mini";
import { formatWhen, MINUTES_PER_DAY } from "../../events/index.ts";
import { situationAt } from "../../history/index.ts";
import type { Counterexample, Hunted } from "../../laws/index.ts";
import { present } from "../../problem/index.ts";
import { editYaml, regionKey, stateWord } from "../../scenario/index.ts";
import { described } from "../../schema/index.ts";
import {
  breakText,
  minuteOfExample,
  situationData,
  stepsOfExample,
  type TestReport,
  testAgain,
} from "../../views/index.ts";
import {
  act,
  type Basis,
  basis,
  basisData,
  change,
  type Data,
  eventData,
  situation,
  step,
  stepData,
} from "./common.ts";
import { expected, expectedData } from "./futures.ts";

const count = z.int();
const minute = described(z.string(), "A minute, in the scenario's zone");

const counterexample = z.strictObject({
  edits: described(z.array(z.string()), "As YAML in braces; none where it can't be written without chance"),
  then: z.optional(z.enum(["keep", "prune", "stop"])),
  before: described(count, "How many edits it had before it was reduced"),
  found: z.strictObject({ number: count, whatIf: described(z.optional(z.string()), "The what-if whose future it is") }),
  steps: described(z.array(step), "What was changed and what followed of it, up to where it broke"),
  brokenAt: minute,
  event: described(z.optional(z.string()), "The event with which it broke; for leads-to, that asked"),
  what: z.string(),
  situation,
  again: z.string(),
});

const claim = z.strictObject({
  name: z.string(),
  kind: z.enum(["never", "always", "leads-to", "law"]),
  standing: described(z.enum(["held", "broken", "known"]), "known: a what-if of the file says that it breaks it"),
  whatIf: z.optional(z.string()),
  times: described(count, "In how many histories it was broken"),
  histories: z.optional(count),
  asked: described(z.optional(count), "leads-to: how often the first pattern began to hold"),
  near: described(z.optional(count), "never and always: moments at which one valid act would have broken it"),
  nearest: z.optional(z.strictObject({ act: z.string(), event: z.optional(z.string()) })),
  slowest: described(z.optional(z.number()), "leads-to: the longest that an answer took, in days"),
  counterexample: z.optional(counterexample),
});

const coverage = z.strictObject({
  histories: count,
  situations: count,
  acts: z.array(z.strictObject({ act, applied: count, noted: count, void: count })),
  transitions: z.array(z.strictObject({ ...change.shape, count })),
  events: z.array(z.strictObject({ id: eventData.shape.id, line: count, happened: count, void: count })),
  rules: z.array(
    z.strictObject({ by: z.string(), rule: count, line: count, led: described(count, "How often it led to an act") }),
  ),
});

export const testDocument = z.strictObject({
  ...basis.shape,
  seed: count,
  runs: count,
  futures: described(count, "Futures of what-ifs of the file that were looked at, all together"),
  says: z.array(z.strictObject({ standing: z.enum(["held", "failed", "undecided", "unjudged"]), text: z.string() })),
  expected: z.array(z.strictObject({ whatIf: z.string(), futures: count, ...expected.shape })),
  claims: z.array(claim),
  coverage,
});

export function testData(tested: TestReport & Basis): Data<typeof testDocument> {
  const { scenario, result, statements, followed, modelled, runs, seed } = tested;
  return {
    ...basisData(tested),
    seed,
    runs,
    futures: modelled === 0 ? 0 : result.futures,
    says: statements,
    expected: [...followed].flatMap(([whatIf, { expected: decided, edited }]) =>
      decided.map((one) => ({
        whatIf,
        futures: edited.futures,
        ...expectedData(one, scenario.outcomes[one.expectation.outcome]),
      })),
    ),
    claims: result.claims.map((one) => claimData(one, tested)),
    coverage: coverageData(tested),
  };
}

function claimData(hunted: Hunted, tested: TestReport): Data<typeof claim> {
  const { claim: huntedClaim, standing, whatIf, times, witness, counterexample: found } = hunted;
  const { nearest, slowest } = witness ?? {};
  return {
    name: huntedClaim.name,
    kind: huntedClaim.kind === "law" ? "law" : huntedClaim.contract.kind,
    standing,
    whatIf,
    times,
    histories: witness?.histories,
    asked: witness?.asked,
    near: witness?.near,
    nearest: nearest && { act: nearest.act.type, event: nearest.step?.event.id },
    slowest: slowest === undefined ? undefined : slowest / MINUTES_PER_DAY,
    counterexample: found && exampleData(found, huntedClaim.name, tested),
  };
}

function exampleData(example: Counterexample, name: string, tested: TestReport): Data<typeof counterexample> {
  const { written, before, found, broken, history } = example;
  const { dyad } = tested.scenario;
  const at = minuteOfExample(example);
  return {
    edits: (written?.edits ?? []).map(editYaml),
    then: written?.then,
    before,
    found,
    steps: stepsOfExample(example).map((one) => stepData(one, dyad)),
    brokenAt: formatWhen(at, "minute"),
    event: broken.step?.event.id,
    what: breakText(example),
    situation: situationData(situationAt(history, at), dyad),
    again: testAgain(name, tested),
  };
}

function coverageData({ scenario, places, result }: TestReport): Data<typeof coverage> {
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
    events: [...events].map(([id, hits]) => ({ id, line: present(places.event(id), `place of ${id}`).line, ...hits })),
    rules: [...rules].flatMap(([by, led]) =>
      led.map((count, k) => ({
        by,
        rule: k + 1,
        line: present(places.rule(by, k), `place of a rule of ${by}`).line,
        led: count,
      })),
    ),
  };
}
