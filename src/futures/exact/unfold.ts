/** Unfolding: what happens at one moment and, at once, because of it, with the chance of each way it can go. */
import { sharedTable } from "../../machine/index.ts";
import { nth } from "../../problem/index.ts";
import { AGREE, agreedOn, BOTH, endsProposal } from "../consent.ts";
import { CLOCK, SCHEDULED } from "../log.ts";
import { NOBODY } from "../reactions.ts";
import { FADED, meaningOf } from "../simulation.ts";
import { hostilityOf } from "../watch.ts";
import { notExact } from "./obstacles.ts";
import { type Distribution, mergeStates, type State, withIntention } from "./state.ts";
import type { World } from "./world.ts";

/** Something that is due now: an intention, a consideration that comes round, an event of the schedule, an open occasion. */
export interface Due {
  readonly kind: "act" | "tick" | "scheduled" | "occasion";
  /** Which source, or which event of the schedule; for an occasion the source that answers at once, by its chance. */
  readonly number: number;
}

/** What came of a moment. Weights are shares of the moment's own. */
export interface Unfolded {
  /** The states that it ends in, undecided. */
  readonly ends: Distribution;
  readonly decided: number;
  /** How much is added to the count, on average. */
  readonly counted: number;
}

/** One way it can go, as far as it has been followed. */
interface Way {
  readonly state: State;
  readonly due: readonly Due[];
  readonly weight: number;
  readonly events: number;
}

/** More events than this at one moment are taken for a chain without end; simulations bound it too. */
const MAX_EVENTS_AT_ONCE = 1000;

/** Unfolds a moment: what is due happens in order, what it brings at once comes after it. Mirrors the simulator. */
export function unfold(world: World, from: State, due: readonly Due[]): Unfolded {
  const open: Way[] = [{ state: from, due, weight: 1, events: 0 }];
  const ends: Way[] = [];
  let decided = 0;
  let counted = 0;
  const happens = (way: Way, symbol: number, source: number): void => {
    if (way.events >= MAX_EVENTS_AT_ONCE) {
      throw notExact(
        "answers-at-once-for-ever",
        `More than ${MAX_EVENTS_AT_ONCE} events follow each other at one moment: rules answer each other at once. Give them a delay, or say at-most.`,
      );
    }
    counted += way.weight * nth(world.counted, symbol);
    const state = moveChart(world, way.state, symbol);
    if (world.decides(state.situation)) decided += way.weight;
    else if (owes(world, way.state, symbol, source)) {
      throw notExact(
        "terms-to-carry-out",
        "The parties can agree on something to be carried out before the outcome is decided; its deadline is a clock.",
      );
    } else open.push(...considerAll(world, { ...way, state, events: way.events + 1 }, symbol, source));
  };
  for (let way = open.pop(); way !== undefined; way = open.pop()) {
    const { state } = way;
    const [next, ...rest] = way.due;
    const after = { ...way, due: rest };
    if (state.quiet === "over" && sharedTable.verdict(state.situation, FADED) !== "void") happens(way, FADED, CLOCK);
    else if (next === undefined) ends.push(way);
    else if (next.kind === "scheduled") {
      happens(after, nth(world.opening.scheduled, next.number).symbol, SCHEDULED - next.number);
    } else if (next.kind === "occasion") {
      const { chance } = nth(world.model.sources, next.number);
      const act: Way = { ...way, due: [{ kind: "act", number: next.number }, ...rest], weight: way.weight * chance };
      open.push(act, { ...after, weight: way.weight * (1 - chance) });
    } else if (next.kind === "tick") {
      const counts = nth(world.model.sources, next.number).counts(state.situation);
      open.push(...(counts ? considerAnswer(world, after, next.number) : [after]));
    } else {
      const { state: afterAct, symbol } = carryOut(world, state, next.number);
      if (symbol < 0) open.push({ ...after, state: afterAct });
      else happens({ ...after, state: afterAct }, symbol, next.number);
    }
  }
  return { ends: mergeStates(ends), decided, counted };
}

/** Whether what happens is an agreement that leaves something to be carried out. */
function owes(world: World, { situation }: State, symbol: number, source: number): boolean {
  if (symbol !== AGREE || sharedTable.verdict(situation, symbol) === "void") return false;
  if (source >= 0) return true;
  return "terms" in nth(world.opening.scheduled, SCHEDULED - source).fact;
}

/** The chart moves, and with it what is remembered of hostility and of proposals. */
function moveChart(world: World, state: State, symbol: number): State {
  const situation = sharedTable.next(state.situation, symbol);
  return {
    ...state,
    situation,
    quiet: meaningOf(symbol).hostile ? "fresh" : state.quiet,
    peak: world.peak === 0 ? 0 : Math.max(state.peak, hostilityOf(situation)),
    proposals: state.proposals.map((who, k) => (endsProposal(symbol, nth(world.joints, k)) ? 0 : who)),
  };
}

function considerAll(world: World, way: Way, symbol: number, source: number): readonly Way[] {
  const { sources, answers } = world.model;
  const who = meaningOf(symbol).side === BOTH ? NOBODY : actorOf(world, source);
  let ways: readonly Way[] = [way];
  for (const number of nth(answers, symbol)) {
    const { actor, counts } = nth(sources, number);
    if (actor === who || !counts(way.state.situation)) continue;
    ways = ways.flatMap((each) => considerAnswer(world, each, number));
  }
  return ways;
}

/** The place of the actor who did an event, by the source that it came from. */
function actorOf({ model, opening }: World, source: number): number {
  if (source >= 0) return nth(model.sources, source).actor;
  return source === CLOCK ? NOBODY : nth(opening.scheduled, SCHEDULED - source).actor;
}

/** A source considers an occasion: it intends to answer, by its chance, or does not. */
function considerAnswer(world: World, way: Way, number: number): readonly Way[] {
  const { atMost, chance } = nth(world.model.sources, number);
  if (nth(way.state.uses, number) >= atMost) return [way];
  const yes: Way =
    world.rates[number] === 0
      ? { ...way, due: [...way.due, { kind: "act", number }] }
      : { ...way, state: withIntention(way.state, number, 1) };
  return [
    ...(chance > 0 ? [{ ...yes, weight: way.weight * Math.min(1, chance) }] : []),
    ...(chance < 1 ? [{ ...way, weight: way.weight * Math.min(1, 1 - chance) }] : []),
  ];
}

/** An intention is due: the symbol that happens, or -1 when it is spent, waits for consent or is refused. */
function carryOut(world: World, state: State, number: number): { readonly state: State; readonly symbol: number } {
  const { joint, atMost, ...source } = nth(world.model.sources, number);
  if (nth(state.uses, number) >= atMost) return { state, symbol: -1 };
  let { symbol } = source;
  let { proposals, uses, pending } = state;
  if (joint >= 0) {
    const place = world.joints.indexOf(joint);
    const together = nth(proposals, place) | meaningOf(symbol).side;
    proposals = proposals.with(place, together === BOTH ? 0 : together);
    if (together !== BOTH) return { state: { ...state, proposals }, symbol: -1 };
    ({ symbol } = agreedOn(joint, state.situation));
  }
  if (sharedTable.verdict(state.situation, symbol) === "void") return { state: { ...state, proposals }, symbol: -1 };
  if (Number.isFinite(atMost)) {
    const used = nth(uses, number) + 1;
    uses = uses.with(number, used);
    // What is still open of a source that may act no more comes to nothing: such states are one.
    if (used >= atMost) pending = pending.with(number, 0);
  }
  return { state: { ...state, proposals, uses, pending }, symbol };
}
