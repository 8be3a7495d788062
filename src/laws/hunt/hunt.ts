/** The hunt: a scenario's record, what-ifs and futures, and random what-ifs beside, held to the laws and its contracts. */
import fc from "fast-check";
import { rulesOf } from "../../doctrine/index.ts";
import { compile, createSimulator, modelsOf, setupOf, written } from "../../futures/index.ts";
import { type Branch, type History, historyOf } from "../../history/index.ts";
import { nth } from "../../problem/index.ts";
import { recordOf, type Scenario, type Supposed, suppose } from "../../scenario/index.ts";
import { type Broken, contractBroken, type HuntedClaim, huntedClaims, lawsBroken } from "./claim.ts";
import { type Coverage, type CoverageCounter, createCoverage } from "./coverage.ts";
import { type Drawn, drawnArbitrary } from "./draw.ts";
import { type Witness, type Witnessing, witnessOf } from "./witness.ts";
import { branchOf, reduced, type Written, writtenOut } from "./written-out.ts";

/** What a hunt is told. */
export interface HuntOptions {
  readonly seed: number;
  /** How many random what-ifs are tried. */
  readonly runs: number;
  /** How many futures of each what-if with `then: model` are written out and looked at. */
  readonly futures: number;
  /** Only the law or contract of this name. */
  readonly only?: string;
  /** So many events are folded at most, or nearly, to make counterexamples small; {@link FOLDED} by default. */
  readonly effort?: number;
  /** Told how many histories have been tried, of how many. */
  readonly onDone?: (done: number, all: number) => void;
}

/** How a claim was broken, as small as it could be made. */
export interface Counterexample {
  /** The edits and policy that break it; absent where it can't be written as a what-if without chance. */
  readonly written?: Written;
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
   * it breaks it, so that more need not be said.
   */
  readonly standing: "held" | "broken" | "known";
  /** For known: the what-if that says so. */
  readonly whatIf?: string;
  /** How many of the histories that were tried broke it. */
  readonly times: number;
  /** Absent where so many claims were broken before that there was no time to make this one's small: ask for it alone. */
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

/** Each so many a random what-if is held to laws of histories and branches too, which cost more. */
const THOROUGH = 20;

/** So often fast-check is asked for a smaller case of one claim. */
const SHRINKS = 3000;

/** So many events are folded at most, or nearly, to make counterexamples smaller, of all claims together: some seconds. */
const FOLDED = 2_000_000;

export function huntNow(scenario: Scenario, options: HuntOptions): HuntResult {
  const { seed, runs, futures, only, effort = FOLDED, onDone } = options;
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
  const supposed = Object.keys(scenario.whatIfs).map((name) => suppose(scenario, name, record));
  const modelled = supposed.filter((one) => one.whatIf.then === "model" && Object.keys(scenario.doctrines).length > 0);
  const all = runs + modelled.length * futures;
  const stage: Stage = { scenario, record, seed, claims, coverage, effort: { left: effort } };
  for (const history of [historyOf(record), ...supposed.map((one) => one.history)]) {
    coverage.count(history);
    for (const { witnessing } of claims) witnessing?.look(history);
  }
  let done = 0;
  const step = (): void => onDone?.(++done, all);
  for (const one of modelled) lookAtFutures(one, futures, stage, step);
  const drawn = drawnArbitrary(scenario, record);
  let number = 0;
  fc.check(
    fc.property(drawn, (one) => {
      lookAt(one, number, stage);
      number += 1;
      step();
    }),
    { seed, numRuns: runs },
  );
  return {
    seed,
    runs,
    futures: modelled.length * futures,
    claims: claims.map((tracker) => huntedOf(tracker, drawn, stage)),
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
  readonly witnessing?: Witnessing;
  times: number;
  /** The number of the first random what-if that broke it. */
  random?: number;
  future?: { readonly whatIf: string; readonly number: number; readonly history: History };
}

function createTracker(claim: HuntedClaim): Tracker {
  return claim.kind === "contract" ? { claim, witnessing: witnessOf(claim.contract), times: 0 } : { claim, times: 0 };
}

/** Futures of a what-if of the file: each is written out and looked at, and the rules that led to acts are counted. */
function lookAtFutures(
  { name, branch }: Supposed,
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
      tracker.witnessing?.look(history);
      if (tracker.claim.kind === "law" || contractBroken(tracker.claim.contract, history) === undefined) continue;
      tracker.times += 1;
      tracker.future ??= { whatIf: name, number: run, history };
    }
    step();
  }
}

function lookAt(drawn: Drawn, number: number, stage: Stage): void {
  const { claims, coverage, record } = stage;
  const branch = drawn.edits.length === 0 ? undefined : branchOf(record, drawn.edits, drawn.then);
  if (branch === undefined) return;
  const history = historyFor(drawn, branch, stage);
  coverage.count(history);
  const laws = claims.flatMap(({ claim }) => (claim.kind === "law" ? [claim.law] : []));
  const broken = lawsBroken(branch, history, laws, number, number % THOROUGH === 0);
  for (const tracker of claims) {
    const { claim } = tracker;
    tracker.witnessing?.look(history);
    const breaks =
      claim.kind === "law" ? broken.has(claim.name) : contractBroken(claim.contract, history) !== undefined;
    if (!breaks) continue;
    tracker.times += 1;
    tracker.random ??= number;
  }
}

/** The history of a what-if; with `then: model` one of its futures. */
function historyFor(
  { then, run }: Pick<Drawn, "then" | "run">,
  branch: Branch,
  { scenario, seed }: Pick<Stage, "scenario" | "seed">,
): History {
  if (then !== "model") return historyOf(branch);
  const model = compile(setupOf(scenario, branch));
  const simulator = createSimulator(model, seed);
  return written(model, simulator.run(run), simulator.log);
}

function huntedOf(tracker: Tracker, drawn: fc.Arbitrary<Drawn>, stage: Stage): Hunted {
  const { claim, times, witnessing } = tracker;
  const witness = witnessing === undefined ? {} : { witness: witnessing.witness() };
  if (times === 0) return { claim, standing: "held", times, ...witness };
  const whatIf = Object.entries(stage.scenario.whatIfs).find(([, { breaks }]) => breaks.includes(claim.name))?.[0];
  if (claim.kind === "contract" && whatIf !== undefined) return { claim, standing: "known", whatIf, times, ...witness };
  if (stage.effort.left <= 0) return { claim, standing: "broken", times, ...witness };
  const counterexample =
    tracker.random === undefined ? ofFuture(tracker, stage) : ofRandom(tracker, tracker.random, drawn, stage);
  return { claim, standing: "broken", times, ...(counterexample === undefined ? {} : { counterexample }), ...witness };
}

/** A future of a what-if of the file, written out as edits where that can be. */
function ofFuture({ claim, future }: Tracker, { scenario, record, effort }: Stage): Counterexample | undefined {
  if (future === undefined || claim.kind !== "contract") return undefined;
  const { whatIf, number, history } = future;
  const broken = contractBroken(claim.contract, history);
  if (broken === undefined) return undefined;
  const breaks = breaker(claim, effort);
  const base = scenario.whatIfs[whatIf]?.edits ?? [];
  const out = writtenOut(history, broken.minute, base, { scenario, record, breaks });
  const found = { number, whatIf };
  const small = out && smallest(claim, out, { record, breaks, found });
  return small ?? { history, broken, before: base.length, found };
}

/** A random what-if: drawn again by its number and shrunk by fast-check, then reduced. */
function ofRandom(
  { claim }: Tracker,
  number: number,
  drawn: fc.Arbitrary<Drawn>,
  stage: Stage,
): Counterexample | undefined {
  const { scenario, record, seed, effort } = stage;
  let asked = 0;
  const broken = ({ edits, then, run }: Drawn): History | undefined => {
    const branch = edits.length === 0 ? undefined : branchOf(record, edits, then);
    if (branch === undefined) return undefined;
    const history = historyFor({ then, run }, branch, stage);
    effort.left -= history.steps.length;
    return breaksIn(claim, branch, history, number) === undefined ? undefined : history;
  };
  const details = fc.check(
    fc.property(drawn, (one) => {
      asked += 1;
      return asked > SHRINKS || (asked > 1 && effort.left <= 0) || broken(one) === undefined;
    }),
    { seed, path: String(number), numRuns: 1 },
  );
  const [small] = details.counterexample ?? [];
  const history = small === undefined ? undefined : broken(small);
  if (small === undefined || history === undefined) return undefined;
  const breaks = breaker(claim, effort);
  const found = { number };
  const { then, edits } = small;
  if (then !== "model") return smallest(claim, { edits, then }, { record, breaks, found });
  const at = breaksIn(claim, branchOf(record, edits, then) ?? record, history, number);
  if (at === undefined) return undefined;
  const out = writtenOut(history, at.minute, edits, { scenario, record, breaks });
  if (out !== undefined) return smallest(claim, out, { record, breaks, found });
  return { history, broken: at, before: edits.length, found };
}

interface Smallest {
  readonly record: Branch;
  readonly breaks: (history: History) => boolean;
  readonly found: Counterexample["found"];
}

function smallest(claim: HuntedClaim, out: Written, { record, breaks, found }: Smallest): Counterexample | undefined {
  const least = breaks(historyOf(branchOf(record, out.edits, out.then) ?? record)) ? reduced(out, record, breaks) : out;
  const branch = branchOf(record, least.edits, least.then);
  if (branch === undefined) return undefined;
  const history = historyOf(branch);
  const broken = breaksIn(claim, branch, history, found.number);
  return broken === undefined
    ? undefined
    : { written: least, history, branch, broken, before: out.edits.length, found };
}

/** Whether a history by itself breaks a contract. Laws are held to branches. */
function breaker(claim: HuntedClaim, effort: Stage["effort"]): (history: History) => boolean {
  return (history) => {
    effort.left -= history.steps.length;
    return claim.kind === "contract" && contractBroken(claim.contract, history) !== undefined;
  };
}

function breaksIn(claim: HuntedClaim, branch: Branch, history: History, choice: number): Broken | undefined {
  if (claim.kind === "contract") return contractBroken(claim.contract, history);
  return lawsBroken(branch, history, [claim.law], choice, true).get(claim.name);
}
