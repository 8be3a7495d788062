/** Why something stands as it does, whether an act would be valid, and what the law would say of an event. */

import { seenIn } from "../dossier/index.ts";
import {
  type ActId,
  actOf,
  type DiplomaticEvent,
  emptyLists,
  eventSchema,
  formatWhen,
  needsConsent,
} from "../events/index.ts";
import { type Cause, causeOf, why as explained, whyNot as whyNotBy } from "../history/index.ts";
import { type Judgement, judge as judged, type Region } from "../machine/index.ts";
import { among, nearest, Problem, quoted, scalarText } from "../problem/index.ts";
import { regionKeys, regionOfKey } from "../scenario/index.ts";
import { inEnglish } from "../schema/index.ts";
import type { Crisis } from "./crisis.ts";
import type { InputLabel } from "./input-label.ts";
import { actNamed, actorNamed, noActor } from "./names.ts";
import { historiesBeside } from "./web.ts";

/** Why a region stands as it does, or why an event happened. */
export interface Why {
  readonly key: string;
  /** The region and its state; absent for an event. */
  readonly region?: { readonly name: Region; readonly state: string };
  /** The event that brought it there, with what that came of; absent where it has stood so from the opening. */
  readonly cause: Cause | undefined;
}

/**
 * The events behind a part of the situation, or behind an event.
 *
 * @param key `course`, `missions.PAK`, another key of a pattern, or an event's id
 * @throws Problem when it is neither
 */
export function why(crisis: Pick<Crisis, "scenario" | "history" | "whatIf">, key: string, label: InputLabel): Why {
  const { history } = crisis;
  const elsewhere = historiesBeside(crisis);
  const { dyad } = history;
  const name = regionOfKey(key, dyad);
  if (name !== undefined) {
    const { state, cause } = explained(history, name);
    const whole = cause === undefined ? undefined : causeOf(history, cause.step, elsewhere);
    return { key, region: { name, state }, cause: whole };
  }
  const step = history.steps.find(({ event }) => event.id === key);
  if (step !== undefined) return { key, cause: causeOf(history, step, elsewhere) };
  const keys = regionKeys(dyad);
  throw new Problem("no-such-key", `${label(key)}: no part of the situation, and no event so far.`, {
    suggestion: nearest(scalarText(key), [...keys, ...history.steps.map(({ event }) => event.id)]),
    expected: `Parts: ${keys.join(", ")}.`,
  });
}

/** What the law says of an act that has not happened. */
export interface Judged extends Judgement {
  readonly act: ActId;
  /** Who would do it: `IRN`, `both`, or `IRN → PAK` for a whole event. */
  readonly by: string;
}

/**
 * Whether an act would be valid now, and if not, what stands in its way.
 *
 * @param by the code of who would do it; may be left out for an act that parties only do together
 * @throws Problem when there is no such act or actor, or no actor is named
 */
export function whyNot(
  { scenario, history }: Crisis,
  act: string,
  by: string | undefined,
  labels: { readonly act: InputLabel; readonly by: InputLabel },
): Judged {
  const actId = actNamed(act);
  const { a, b } = scenario.dyad;
  const who = by ?? (needsConsent(actId) ? "both" : undefined);
  if (who === undefined)
    throw new Problem(
      "no-such-actor",
      `${labels.act(actId)} needs to know who would do it: ${labels.by(a)}, ${labels.by(b)} or ${labels.by("both")}.`,
    );
  return { ...whyNotBy(history.situation, actId, actorNamed(who, scenario)), act: actId, by: who };
}

/** A hypothetical event: an act, who does it to whom, and the act's own fields. */
export type HypotheticalEvent = Readonly<Record<string, unknown>> & { readonly act: string };

/**
 * The verdict on a hypothetical event now; it is not added to anything.
 *
 * @throws Problem when it is no event: no such act or actor, or a field that is wrong
 */
export function judge(
  crisis: Crisis,
  hypothetical: HypotheticalEvent,
): { readonly event: DiplomaticEvent } & Judgement {
  const event = eventFrom(hypothetical, crisis);
  return { event, ...judged(crisis.history.situation, seenIn(crisis.history.dossier, event, crisis.scenario.dyad)) };
}

function eventFrom(hypothetical: HypotheticalEvent, { scenario, until }: Crisis): DiplomaticEvent {
  if (typeof hypothetical !== "object" || hypothetical === null) {
    const { a, b } = scenario.dyad;
    throw new Problem("bad-event", `judge takes an event: judge({ act: "strike", from: "${a}", to: "${b}" }).`);
  }
  const { from, to, ...others } = hypothetical;
  const act = actNamed(hypothetical.act);
  const actorCodes = Object.keys(scenario.actors);
  const codes = (value: unknown): readonly unknown[] => (value === undefined ? [] : [value].flat());
  for (const code of [...codes(from), ...codes(to)]) {
    if (typeof code === "string" && actorCodes.includes(code)) continue;
    throw noActor(code, scenario.actors);
  }
  if (codes(from).length === 0)
    throw new Problem("no-such-actor", `judge needs to know who does it: from: "${scenario.dyad.a}".`);
  const fields = [...COMMON, ...Object.keys(actOf(act).fields)];
  const strange = Object.keys(others).find((key) => key !== "act" && !fields.includes(key));
  if (strange !== undefined)
    throw new Problem("bad-event", `${act} has no field ${quoted(strange)}.`, among(strange, fields));
  const draft = {
    ...emptyLists(),
    id: "hypothetical",
    at: formatWhen(until, "minute"),
    version: actOf(act).version,
    ...others,
    from: codes(from),
    to: codes(to),
  };
  const read = eventSchema(act).safeParse(draft, inEnglish);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => {
    const place = path.map(String).join(".") || "the event";
    const value: unknown = Reflect.get(draft, path[0] ?? "");
    const isNumber = typeof value === "string" && /^\d+$/.test(value);
    const found = path.length === 1 && typeof value === "string" ? `${quoted(value)} can't stand there` : message;
    return `${place}: ${found}${isNumber ? `; without quotation marks it is the number ${value}` : ""}`;
  });
  throw new Problem("bad-event", `This is no ${act} that could be judged. ${problems.join(". ")}.`);
}

const COMMON = ["from", "to", "id", "at", "because", "cite", "claims", "note"];
