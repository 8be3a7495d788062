/** The hunt: a scenario's record, what-ifs and futures, and random what-ifs, checked against the laws and its contracts. */
import fc from "fast-check";
import { rulesOf } from "../../doctrine/index.ts";
import { compile, createSimulator, modelsOf, setupOf, written } from "../../futures/index.ts";
import { type Branch, type History, historyOf } from "../../history/index.ts";
import { nth } from "../../problem/index.ts";
import { type EvaluatedWhatIf, evaluateWhatIf, recordOf, type Scenario } from "../../scenario/index.ts";
import { type Coverage, type CoverageCounter, createCoverage } from "./coverage.ts";
import { type Broken, breachesOfLaws, breachOfContract, type HuntedClaim, huntedClaims } from "./hunted-claims.ts";
import { type RandomWhatIf, randomWhatIfArbitrary } from "./random-what-ifs.ts";
import { createWitnessCounter, type Witness, type WitnessCounter } from "./witness.ts";
import { branchOf, reduceEdits, type WrittenEdits, writeOut } from "./write-out.ts";

/** The options of a hunt. */
export interface HuntOptions {
  readonly seed: number;
  /** How many random what-ifs are tried. */
  readonly runs: number;
  /** How many futures of each what-if with `then: model` are written out and looked at. */
  readonly futures: number;
  /** Only the law or contract of this name. */
  readonly only?: string;
  /** The approximate maximum number of events folded to make counterexamples small; {@link MAX_FOLDED} by default. */
  readonly effort?: number;
  /** Called with how many histories have been tried, of how many. */
  readonly onDone?: (done: number, all: number) => void;
}

/** How a claim was broken, as small as it could be made. */
export interface Counterexample {
  /** The edits and policy that break it; absent where it can't be written as a what-if without chance. */
  readonly written?: WrittenEdits;
  /** The history in which it is broken, and its branch where it was written. */
  readonly history: History;
  readonly branch?: Branch;
  readonly broken: Broken;
  /** How many edits were tried before they were reduced. */
  readonly before: number;
  /** Where it was found: a random what-if by its number, or a future of a what-if of the file by its. */
  readonly found: { readonly number: number; readonly whatIf?: string };
}

/** What became of a claim. */
export interface Hunted {
  readonly claim: HuntedClaim;
  /**
   * Held: nothing broke it. Broken: something did that the file does not know of. Known: a what-if of the file says that
   * it breaks it.
   */
  readonly standing: "held" | "broken" | "known";
  /** For known: the what-if that says so. */
  readonly whatIf?: string;
  /** How many of the histories that were tried broke it. */
  readonly times: number;
  /** Absent where the claims broken before left no effort to make this one small: hunt for it alone. */
  readonly counterexample?: Counterexample;
  /** For contracts. */
  readonly witness?: Witness;
}

/** What a hunt came to. */
export interface HuntResult {
  readonly seed: number;
  readonly runs: number;
  /** How many futures of what-ifs of the file were looked at, all together. */
  readonly futures: number;
  readonly claims: readonly Hunted[];
  readonly coverage: Coverage;
}

/** Every how many random what-ifs one is checked against laws of histories and branches too, which cost more. */
const THOROUGH_EVERY = 20;

/** The maximum number of smaller cases of one claim that fast-check tries. */
const MAX_SHRINKS = 3000;

/** The approximate maximum number of events folded to make counterexamples of all claims smaller: some seconds. */
const MAX_FOLDED = 2_000_000;

export function huntNow(scenario: Scenario, options: HuntOptions): HuntResult {
  const { seed, runs, futures, only, effort = MAX_FOLDED, onDone } = options;
  const record = recordOf(scenario);
  const claims = huntedClaims(scenario, only).map((claim) => createTracker(claim));
  const coverage = createCoverage(
    scenario.events.map(({ id }) => id),
    Object.fromEntries(
      Object.entries(scenario.doctrines).map(([code, one]) => [
        code,
        rulesOf(one).length + (one.kind === "rules" ? 0 : 1),
      ]),
    ),
  );
  const evaluated = Object.keys(scenario.whatIfs).map((name) => evaluateWhatIf(scenario, name, record));
  const modelled = evaluated.filter(
    ({ whatIf }) => whatIf.then === "model" && Object.keys(scenario.doctrines).length > 0,
  );
  const all = runs + modelled.length * futures;
  const stage: Stage = { scenario, record, seed, claims, coverage, effort: { left: effort } };
  for (const history of [historyOf(record), ...evaluated.map(({ history }) => history)]) {
    coverage.count(history);
    for (const { witnessCounter } of claims) witnessCounter?.look(history);
  }
  let done = 0;
  const step = (): void => onDone?.(++done, all);
  for (const whatIf of modelled) lookAtFutures(whatIf, futures, stage, step);
  const randomWhatIfs = randomWhatIfArbitrary(scenario, record);
  let number = 0;
  fc.check(
    fc.property(randomWhatIfs, (whatIf) => {
      lookAt(whatIf, number, stage);
      number += 1;
      step();
    }),
    { seed, numRuns: runs },
  );
  return {
    seed,
    runs,
    futures: modelled.length * futures,
    claims: claims.map((tracker) => huntedOf(tracker, randomWhatIfs, stage)),
    coverage: coverage.coverage(),
  };
}

interface Stage {
  readonly scenario: Scenario;
  readonly record: Branch;
  readonly seed: number;
  readonly claims: readonly Tracker[];
  readonly coverage: CoverageCounter;
  /** How many events may still be folded to make counterexamples smaller. */
  readonly effort: { left: number };
}

/** A claim under way: how often it was broken, and by what first. */
interface Tracker {
  readonly claim: HuntedClaim;
  readonly witnessCounter?: WitnessCounter;
  times: number;
  /** The number of the first random what-if that broke it. */
  random?: number;
  future?: { readonly whatIf: string; readonly number: number; readonly history: History };
}

function createTracker(claim: HuntedClaim): Tracker {
  return claim.kind === "contract"
    ? { claim, witnessCounter: createWitnessCounter(claim.contract), times: 0 }
    : { claim, times: 0 };
}

/** Futures of a what-if of the file: each is written out and looked at, and the rules that led to acts are counted. */
function lookAtFutures(
  { name, branch }: EvaluatedWhatIf,
  futures: number,
  { scenario, seed, claims, coverage }: Stage,
  step: () => void,
): void {
  const { edited: model } = modelsOf({ ...scenario, beside: [] }, { branch });
  const simulator = createSimulator(model, seed);
  for (let run = 0; run < futures; run++) {
    const future = simulator.run(run);
    for (let place = 0; place < future.events; place++) {
      const source = model.sources[simulator.log.source[place] ?? -1];
      if (source !== undefined && source.kind !== "word") {
        coverage.fired(nth(model.actors, source.actor).code, source.place);
      }
    }
    const history = written(model, future, simulator.log);
    coverage.count(history);
    for (const tracker of claims) {
      tracker.witnessCounter?.look(history);
      if (tracker.claim.kind === "law" || breachOfContract(tracker.claim.contract, history) === undefined) continue;
      tracker.times += 1;
      tracker.future ??= { whatIf: name, number: run, history };
    }
    step();
  }
}

function lookAt(whatIf: RandomWhatIf, number: number, stage: Stage): void {
  const { claims, coverage, record } = stage;
  const branch = whatIf.edits.length === 0 ? undefined : branchOf(record, whatIf.edits, whatIf.then);
  if (branch === undefined) return;
  const history = historyFor(whatIf, branch, stage);
  coverage.count(history);
  const laws = claims.flatMap(({ claim }) => (claim.kind === "law" ? [claim.law] : []));
  const broken = breachesOfLaws(branch, history, laws, number, number % THOROUGH_EVERY === 0);
  for (const tracker of claims) {
    const { claim } = tracker;
    tracker.witnessCounter?.look(history);
    const breaks =
      claim.kind === "law" ? broken.has(claim.name) : breachOfContract(claim.contract, history) !== undefined;
    if (!breaks) continue;
    tracker.times += 1;
    tracker.random ??= number;
  }
}

/** The history of a what-if; with `then: model` one of its futures. */
function historyFor(
  { then, run }: Pick<RandomWhatIf, "then" | "run">,
  branch: Branch,
  { scenario, seed }: Pick<Stage, "scenario" | "seed">,
): History {
  if (then !== "model") return historyOf(branch);
  const model = compile(setupOf(scenario, branch));
  const simulator = createSimulator(model, seed);
  return written(model, simulator.run(run), simulator.log);
}

function huntedOf(tracker: Tracker, randomWhatIfs: fc.Arbitrary<RandomWhatIf>, stage: Stage): Hunted {
  const { claim, times, witnessCounter } = tracker;
  const witness = witnessCounter === undefined ? {} : { witness: witnessCounter.witness() };
  if (times === 0) return { claim, standing: "held", times, ...witness };
  const whatIf = Object.entries(stage.scenario.whatIfs).find(([, { breaks }]) => breaks.includes(claim.name))?.[0];
  if (claim.kind === "contract" && whatIf !== undefined) return { claim, standing: "known", whatIf, times, ...witness };
  if (stage.effort.left <= 0) return { claim, standing: "broken", times, ...witness };
  const counterexample =
    tracker.random === undefined
      ? counterexampleFromFuture(tracker, stage)
      : counterexampleFromRandom(tracker, tracker.random, randomWhatIfs, stage);
  return { claim, standing: "broken", times, ...(counterexample === undefined ? {} : { counterexample }), ...witness };
}

/** A future of a what-if of the file, written out as edits where that can be. */
function counterexampleFromFuture(
  { claim, future }: Tracker,
  { scenario, record, effort }: Stage,
): Counterexample | undefined {
  if (future === undefined || claim.kind !== "contract") return undefined;
  const { whatIf, number, history } = future;
  const broken = breachOfContract(claim.contract, history);
  if (broken === undefined) return undefined;
  const breaks = breakTest(claim, effort);
  const base = scenario.whatIfs[whatIf]?.edits ?? [];
  const out = writeOut(history, broken.minute, base, { scenario, record, breaks });
  const found = { number, whatIf };
  const small = out && smallestCounterexample(claim, out, { record, breaks, found });
  return small ?? { history, broken, before: base.length, found };
}

/** A random what-if: drawn again by its number and shrunk by fast-check, then reduced. */
function counterexampleFromRandom(
  { claim }: Tracker,
  number: number,
  randomWhatIfs: fc.Arbitrary<RandomWhatIf>,
  stage: Stage,
): Counterexample | undefined {
  const { scenario, record, seed, effort } = stage;
  let attempts = 0;
  const broken = ({ edits, then, run }: RandomWhatIf): History | undefined => {
    const branch = edits.length === 0 ? undefined : branchOf(record, edits, then);
    if (branch === undefined) return undefined;
    const history = historyFor({ then, run }, branch, stage);
    effort.left -= history.steps.length;
    return findBreach(claim, branch, history, number) === undefined ? undefined : history;
  };
  const details = fc.check(
    fc.property(randomWhatIfs, (whatIf) => {
      attempts += 1;
      return attempts > MAX_SHRINKS || (attempts > 1 && effort.left <= 0) || broken(whatIf) === undefined;
    }),
    { seed, path: String(number), numRuns: 1 },
  );
  const [small] = details.counterexample ?? [];
  const history = small === undefined ? undefined : broken(small);
  if (small === undefined || history === undefined) return undefined;
  const breaks = breakTest(claim, effort);
  const found = { number };
  const { then, edits } = small;
  if (then !== "model") return smallestCounterexample(claim, { edits, then }, { record, breaks, found });
  const at = findBreach(claim, branchOf(record, edits, then) ?? record, history, number);
  if (at === undefined) return undefined;
  const out = writeOut(history, at.minute, edits, { scenario, record, breaks });
  if (out !== undefined) return smallestCounterexample(claim, out, { record, breaks, found });
  return { history, broken: at, before: edits.length, found };
}

interface Reduction {
  readonly record: Branch;
  readonly breaks: (history: History) => boolean;
  readonly found: Counterexample["found"];
}

function smallestCounterexample(
  claim: HuntedClaim,
  out: WrittenEdits,
  { record, breaks, found }: Reduction,
): Counterexample | undefined {
  const least = breaks(historyOf(branchOf(record, out.edits, out.then) ?? record))
    ? reduceEdits(out, record, breaks)
    : out;
  const branch = branchOf(record, least.edits, least.then);
  if (branch === undefined) return undefined;
  const history = historyOf(branch);
  const broken = findBreach(claim, branch, history, found.number);
  return broken === undefined
    ? undefined
    : { written: least, history, branch, broken, before: out.edits.length, found };
}

/** Whether a history by itself breaks a contract. Laws are held to branches. */
function breakTest(claim: HuntedClaim, effort: Stage["effort"]): (history: History) => boolean {
  return (history) => {
    effort.left -= history.steps.length;
    return claim.kind === "contract" && breachOfContract(claim.contract, history) !== undefined;
  };
}

function findBreach(claim: HuntedClaim, branch: Branch, history: History, choice: number): Broken | undefined {
  if (claim.kind === "contract") return breachOfContract(claim.contract, history);
  return breachesOfLaws(branch, history, [claim.law], choice, true).get(claim.name);
}
