/** Generators for valid histories: walks of the table turned into dated events with valid fields and earlier causes. */
import fc from "fast-check";
import {
  type ActClass,
  type ActId,
  actOf,
  type DiplomaticEvent,
  type EventDraft,
  event,
  formatWhen,
  MINUTES_PER_DAY,
  type Precision,
} from "../events/index.ts";
import { advance, begin, extend, type History } from "../history/index.ts";
import { project, sharedTable, symbolIndex } from "../machine/index.ts";
import { type Doer, doers, humanActs } from "./events.ts";
import { type FieldPool, fieldPool, fieldsFrom, START } from "./fields.ts";
import { printed, toText } from "./text.ts";

/** The options of a generator of valid histories. */
export interface ValidConstraints {
  /** What they go on from; by default nothing has happened between AAA and BBB on 1 January 2024. */
  readonly after?: History;
  /** The acts to draw from; all that people do by default. Where none of them is valid, nothing happens. */
  readonly acts?: readonly ActId[];
  /** Maximum number of events; 12 by default. */
  readonly maxLength?: number;
  /** Longest pause between two events, in days; 40 by default. */
  readonly maxPause?: number;
}

/**
 * Histories in which nothing is void: what they go on from, and events each of which is valid where it stands,
 * with the clock's own. They shrink to fewer events, shorter pauses, fewer causes and plainer acts; every shrunk
 * history is valid too, its dates in order and its causes earlier events of its own.
 *
 * @throws RangeError for a word that is no act of the catalogue, and where nobody can do any of the acts
 * @example
 * ```ts
 * import { validHistoryArbitrary } from "demarche/testing";
 * import fc from "fast-check";
 * const some = fc.sample(validHistoryArbitrary(), 20);
 * some.every(({ steps }) => steps.every(({ verdict }) => verdict !== "void")); // => true
 * ```
 */
export function validHistoryArbitrary(constraints: ValidConstraints = {}): fc.Arbitrary<History> {
  return walks(constraints).map(({ history }) => printed({ ...history }, toText));
}

/** The events of such histories that are not the clock's: what a record would hold. Throws as {@link validHistoryArbitrary} does. */
export function validRecordArbitrary(constraints: ValidConstraints = {}): fc.Arbitrary<readonly DiplomaticEvent[]> {
  return walks(constraints).map(({ events }) => printed(events, toText));
}

/** One attempt on the way. What would not be valid where it comes is not done, so that any attempt can be left out. */
interface Attempt {
  readonly doer: Doer;
  readonly pause: number;
  readonly minutes: number;
  /** How many events back the cause stands; absent where there is none. */
  readonly cause: number | undefined;
  readonly pool: FieldPool;
  /** Whether the act has its optional fields. */
  readonly full: boolean;
}

interface Walk {
  readonly history: History;
  readonly events: readonly DiplomaticEvent[];
}

function walks({
  after = begin({ dyad: { a: "AAA", b: "BBB" }, from: START }),
  acts = humanActs,
  maxLength = 12,
  maxPause = 40,
}: ValidConstraints): fc.Arbitrary<Walk> {
  const attempt = fc.record<Attempt>({
    doer: doerArbitrary(doers(acts, after.dyad)),
    pause: fc.nat(maxPause),
    minutes: fc.nat(MINUTES_PER_DAY - 1),
    cause: fc.option(fc.nat(5), { nil: undefined }),
    pool: fieldPool(after.dyad),
    full: fc.boolean(),
  });
  return fc
    .tuple(fc.array(attempt, { maxLength: 2 * maxLength, size: "max" }), fc.constantFrom<Precision>("day", "minute"))
    .map(([attempts, precision]) => buildHistory(attempts, { after, precision, maxLength }));
}

/** An actor with an act. Half of the time the act is of a class that moves the chart more often than words do. */
function doerArbitrary(all: readonly Doer[]): fc.Arbitrary<Doer> {
  const movers = all.filter(({ act }) => MOVING.has(actOf(act).class));
  return fc.constantFrom(...all, ...movers, ...movers);
}

const MOVING: ReadonlySet<ActClass> = new Set(["force", "rupture", "conciliation", "agreement"]);

interface Bounds {
  readonly after: History;
  readonly precision: Precision;
  readonly maxLength: number;
}

function buildHistory(attempts: readonly Attempt[], { after, precision, maxLength }: Bounds): Walk {
  const taken = new Set(after.steps.map(({ event: { id } }) => id));
  const events: DiplomaticEvent[] = [];
  let history = after;
  for (const { doer, pause, minutes, cause: back, pool, full } of attempts) {
    if (events.length === maxLength) break;
    const since = Number.isFinite(history.now) ? history.now : START;
    const now = since + pause * MINUTES_PER_DAY + (precision === "minute" ? minutes : 0);
    const then = advance(history, now);
    if (!isValid(doer, then)) continue;
    const cause = back === undefined ? undefined : events.at(-1 - back);
    const drawn = event({
      id: freeId(events.length, taken),
      act: doer.act,
      at: formatWhen(now, precision),
      from: doer.from,
      to: doer.to,
      because: cause === undefined ? [] : [cause.id],
      ...fieldsFrom(pool, doer.act, now, full),
    } as EventDraft<ActId>);
    taken.add(drawn.id);
    const printable = printed({ ...drawn }, () => toText([drawn]));
    events.push(printable);
    history = extend(then, [printable]);
  }
  return { history, events };
}

function isValid({ sample }: Doer, { situation, dyad }: History): boolean {
  return sharedTable.verdict(sharedTable.idOf(situation), symbolIndex(project(sample, dyad))) !== "void";
}

function freeId(from: number, taken: ReadonlySet<string>): string {
  for (let k = from; ; k++) if (!taken.has(`e${k}`)) return `e${k}`;
}
