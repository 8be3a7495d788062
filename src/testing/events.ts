/** Generators for events and records: valid events of any act, in order of time, with causes that come earlier. */
import fc from "fast-check";
import {
  type ActId,
  actIds,
  actOf,
  type DiplomaticEvent,
  type EventDraft,
  event,
  formatWhen,
  isActId,
  MINUTES_PER_DAY,
  nearestAct,
  type Precision,
} from "../events/index.ts";
import type { Dyad } from "../machine/index.ts";
import { frozen, quoted, scalarText } from "../problem/index.ts";
import { ownFields, requiredSample, START } from "./fields.ts";
import { printed, toText } from "./text.ts";

/** The acts that people do: all but the clock's. */
export const humanActs: readonly ActId[] = actIds.filter((id) => actOf(id).class !== "clock");
frozen(humanActs);

/** The options of a generator of records. */
export interface RecordConstraints {
  readonly dyad?: Dyad;
  readonly acts?: readonly ActId[];
  readonly maxLength?: number;
  /** Longest pause between two events, in days. */
  readonly maxPause?: number;
}

const DYAD: Dyad = { a: "AAA", b: "BBB" };

/**
 * One event of an act, by actors who can do it, with the act's own fields, dated to the day.
 *
 * @throws RangeError for a word that is no act of the catalogue
 */
export function eventArbitrary(act: ActId, dyad: Dyad = DYAD): fc.Arbitrary<DiplomaticEvent> {
  requireActs([act]);
  return fc
    .record({
      from: fromArbitrary(act, dyad),
      own: ownFields(act, dyad),
      day: fc.nat(365),
      claims: claimsArbitrary(dyad),
    })
    .map(({ from, own, day, claims }) =>
      make(act, dyad, { id: "e", from, own, claims, at: formatWhen(START + day * MINUTES_PER_DAY) }),
    )
    .map((one) => printed({ ...one }, () => toText([one])));
}

/**
 * Records: events in order of time between two parties and others, valid or not, dated to the day or to the minute.
 * They shrink to fewer events, shorter pauses and fewer causes; a cause is always an earlier event of the record.
 *
 * @throws RangeError for a word that is no act of the catalogue
 */
export function recordArbitrary(constraints: RecordConstraints = {}): fc.Arbitrary<readonly DiplomaticEvent[]> {
  const { dyad = DYAD, acts = humanActs, maxLength = 12, maxPause = 40 } = constraints;
  const item = fc.constantFrom(...requireActs(acts)).chain((act) =>
    fc.record({
      act: fc.constant(act),
      from: fromArbitrary(act, dyad),
      own: ownFields(act, dyad),
      pause: fc.nat(maxPause),
      minutes: fc.nat(MINUTES_PER_DAY - 1),
      cause: fc.option(fc.nat(5), { nil: undefined }),
      claims: claimsArbitrary(dyad),
    }),
  );
  const precision = fc.constantFrom<Precision>("day", "minute");
  return fc.tuple(fc.array(item, { maxLength }), precision).map(([items, written]) => {
    let now = START;
    const events = items.map(({ act, from, own, pause, minutes, cause, claims }, k) => {
      now += pause * MINUTES_PER_DAY + (written === "minute" ? minutes : 0);
      const because = cause === undefined || cause >= k ? [] : [`e${k - 1 - cause}`];
      const { of, ...rest } = own as Readonly<Record<string, unknown>>;
      // The first event has none before it to refer to.
      const reference =
        of === undefined || k === 0 ? {} : { of: `e${Math.max(0, k - 1 - Number(String(of).slice(1)))}` };
      const fields = { ...rest, ...reference };
      return make(act, dyad, { id: `e${k}`, from, own: fields, claims, because, at: formatWhen(now, written) });
    });
    return printed(events, toText);
  });
}

export interface Doer {
  readonly act: ActId;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly sample: DiplomaticEvent;
}

/**
 * Everybody who can do one of these acts, act by act; at least somebody.
 *
 * @throws RangeError for a word that is no act of the catalogue, and where nobody can do any of them
 */
export function doers(acts: readonly ActId[], dyad: Dyad): readonly Doer[] {
  const all = requireActs(acts).flatMap((act) =>
    actors(act, dyad).map((from) => {
      const sample = make(act, dyad, { id: "e", from, own: requiredSample(act), at: formatWhen(START) });
      return { act, from, to: sample.to, sample };
    }),
  );
  if (all.length === 0) throw new RangeError(`Nobody can do ${acts.join(" or ")}: the clock does.`);
  return all;
}

function make(act: ActId, { a, b }: Dyad, { own, from, ...parts }: Readonly<Record<string, unknown>>): DiplomaticEvent {
  const [one, two] = Array.isArray(from) ? from : [];
  const to = two === undefined ? [a, b].filter((code) => code !== one) : [];
  return event({ act, from, to, ...parts, ...Object(own) } as EventDraft<ActId>);
}

function fromArbitrary(act: ActId, dyad: Dyad): fc.Arbitrary<readonly string[]> {
  const choices = actors(act, dyad);
  return fc.constantFrom(...(choices.length === 0 ? [[]] : choices));
}

/** Who can do an act; nobody can do one of the clock's. */
function actors(act: ActId, { a, b }: Dyad): readonly (readonly string[])[] {
  return actOf(act).by.flatMap((role): readonly (readonly string[])[] => {
    if (role === "party") return [[a], [b]];
    if (role === "both") return [[a, b]];
    return role === "third" ? [["CCC"]] : role === "non-state" ? [["NSG"]] : [];
  });
}

function claimsArbitrary({ a, b }: Dyad): fc.Arbitrary<readonly object[]> {
  const statement = fc.record({
    by: fc.constantFrom(a, b),
    about: fc.constantFrom("target", "intent"),
    says: fc.constantFrom("this", "that"),
  });
  const casualties = fc.record({ by: fc.constantFrom(a, b), about: fc.constant("casualties"), killed: fc.nat(20) });
  return fc.array(fc.oneof(statement, casualties), { maxLength: 2 });
}

/**
 * The acts themselves, when each of them is in the catalogue.
 *
 * @throws RangeError for a list of none, and for a word that is no act, with the nearest one
 */
export function requireActs(acts: readonly ActId[]): readonly ActId[] {
  if (acts.length === 0) throw new RangeError("acts is empty: name at least one act, or leave it out for all.");
  for (const act of acts) {
    if (isActId(act)) continue;
    const near = nearestAct(scalarText(act));
    const hint = near === undefined ? "" : ` Did you mean "${near}"?`;
    throw new RangeError(`${quoted(act)} is no act of the catalogue.${hint} demarche acts lists them.`);
  }
  return acts;
}
