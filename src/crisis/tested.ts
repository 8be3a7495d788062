/** A test that was carried out, in the terms in which it is told. */
import { actIds, actOf, formatWhen } from "../events/index.ts";
import type { Followed } from "../futures/index.ts";
import { editText, type Step } from "../history/index.ts";
import { type Counterexample, type Hunted, type HuntResult, heldLaws } from "../laws/index.ts";
import type { ChartEvent } from "../machine/index.ts";
import { visibleLine } from "../problem/index.ts";
import type { Places, Scenario } from "../scenario/index.ts";
import {
  isTelling,
  regionKey,
  type ToldClaim,
  type ToldCounterexample,
  type ToldSaying,
  type ToldTest,
} from "../views/index.ts";
import { modelledIn } from "./futures.ts";

/** A test that was carried out. */
export interface Tested {
  /** The file as messages call it. */
  readonly file: string;
  readonly scenario: Scenario;
  readonly places: Places;
  readonly result: HuntResult;
  readonly sayings: readonly ToldSaying[];
  /** What the futures came to of each what-if that expects something of them. */
  readonly followed: ReadonlyMap<string, Followed>;
  readonly only: string | undefined;
  readonly runs: number;
  readonly seed: number;
}

/** The test as it is told to people. */
export function toldTest(tested: Tested): ToldTest {
  const { scenario, places, result, sayings, followed, runs, seed, only } = tested;
  const modelled = modelledCount(scenario);
  const { coverage, claims } = result;
  const laws = claims.filter(({ claim }) => claim.kind === "law");
  return {
    scenario,
    runs,
    seed,
    modelled,
    futures: modelled === 0 ? 0 : result.futures / modelled,
    sayings,
    expected: [...followed].flatMap(([whatIf, { expected, edited }]) =>
      expected.map((decided) => ({ whatIf, decided, futures: edited.futures })),
    ),
    claims: claims
      .filter((one) => one.claim.kind === "contract" || one.standing !== "held")
      .map((one) => toldClaim(one, tested)),
    laws: {
      held: laws.filter(({ standing }) => standing === "held").length,
      all: only === undefined ? heldLaws.length : laws.length,
    },
    reach: {
      histories: coverage.histories,
      acts: [[...coverage.acts.keys()].filter(isOfPeople).length, actIds.filter(isOfPeople).length],
      situations: coverage.situations,
      moves: [...coverage.moves].map(([region, moves]) => [regionKey(region, scenario.dyad), moves.size]),
      idle: idleRules(places, result),
    },
  };
}

/** How many what-ifs of a scenario have futures. */
export function modelledCount(scenario: Pick<Scenario, "whatIfs" | "doctrines">): number {
  return Object.keys(scenario.doctrines).length === 0 ? 0 : modelledIn(scenario).length;
}

function isOfPeople(act: (typeof actIds)[number]): boolean {
  return actOf(act).class !== "clock";
}

function toldClaim({ claim, standing, whatIf, times, witness, counterexample }: Hunted, tested: Tested): ToldClaim {
  const { dyad } = tested.scenario;
  const { nearest, ...others } = witness ?? { histories: 0, asked: 0, near: 0, nearest: undefined };
  const near =
    nearest === undefined
      ? {}
      : { nearest: { ...(nearest.step === undefined ? {} : { step: nearest.step }), act: actText(nearest.act, dyad) } };
  return {
    name: claim.name,
    ...(claim.kind === "contract" ? { contract: claim.contract } : {}),
    standing,
    ...(whatIf === undefined ? {} : { whatIf }),
    times,
    ...(witness === undefined ? {} : { witness: { ...others, ...near } }),
    ...(counterexample === undefined ? {} : { counterexample: toldExample(claim.name, counterexample, tested) }),
    ...(standing === "broken" && counterexample === undefined ? { alone: againOf(claim.name, tested) } : {}),
  };
}

function actText({ type, by }: ChartEvent, { a, b }: Scenario["dyad"]): string {
  return `${type} by ${by === "both" ? "both" : by === "a" ? a : by === "b" ? b : "another"}`;
}

function toldExample(name: string, example: Counterexample, tested: Tested): ToldCounterexample {
  const { written, history, branch, broken, before, found } = example;
  const own = branch === undefined ? history.steps : branch.tail;
  const edited = new Set(written?.edits.map((edit) => (edit.kind === "add" ? edit.event.id : edit.id)));
  const told = (step: Step): boolean => step.minute <= broken.minute && (isTelling(step) || edited.has(step.event.id));
  const upTo = broken.step === undefined || broken.due !== undefined ? own : own.slice(0, own.indexOf(broken.step) + 1);
  return {
    edits: (written?.edits ?? []).map(editInWords),
    ...(written === undefined ? {} : { then: written.then }),
    before,
    found: foundText(found),
    history,
    steps: upTo.filter(told),
    minute: Math.min(broken.minute, history.now),
    what: whatText(example),
    again: againOf(name, tested),
  };
}

function editInWords(edit: Parameters<typeof editText>[0]): string {
  if (edit.kind !== "add" && edit.kind !== "replace") return editText(edit);
  const { act, at, from } = edit.event;
  return edit.kind === "add"
    ? `add ${edit.event.id}: ${act} by ${from.join(" and ")}, ${at}`
    : `replace ${edit.id} with ${act} by ${from.join(" and ")}`;
}

function foundText({ number, whatIf }: Counterexample["found"]): string {
  return whatIf === undefined ? `Found as random what-if ${number}` : `Found in future ${number} of ${whatIf}`;
}

function whatText({ broken: { step, due, what } }: Counterexample): string {
  const where = step === undefined ? "the opening" : `${step.event.id} (${step.event.at})`;
  if (what !== undefined) return `Broken with ${where}: ${what}`;
  if (due === undefined) return `Broken with ${where}.`;
  return `It began with ${where}, and nothing came of it by ${formatWhen(due)}.`;
}

/** The line that finds it again. */
function againOf(name: string, { file, runs, seed }: Tested): string {
  return visibleLine(`demarche test ${file} --only ${name} --runs ${runs} --seed ${seed}`);
}

function idleRules(places: Places, { coverage, futures }: HuntResult): readonly string[] {
  if (futures === 0) return [];
  return [...coverage.rules].flatMap(([code, counts]) =>
    counts.flatMap((count, k) => (count > 0 ? [] : [`${code} ${k + 1} (line ${places.rule(code, k)?.line ?? 0})`])),
  );
}
