/** A crisis of ICB as a case: what triggered it for each actor, what each did, and how it ended for each. */
import { type ActId, type Claim, type DiplomaticEvent, type EventDraft, event } from "../../events/index.ts";
import { Problem } from "../../problem/index.ts";
import { type Case, refuseTooMany, windowOf } from "../case.ts";
import { icbData } from "../data-sets.ts";
import type { CaseAsked } from "../mie/case.ts";
import { type State, stateOf } from "../states/states.ts";
import { dateText, inOrder, type KnownDate } from "../tables/day.ts";
import { type IcbRow, icbResponses, icbTriggers } from "../tables/icb.ts";

/** The act that a trigger stands for, each coarse: a class of acts is all that is coded. Others are no act of a state. */
const TRIGGERS: Readonly<Record<number, ActId>> = {
  1: "condemn",
  2: "reduce-relations",
  3: "impose-sanctions",
  6: "domestic-act",
  7: "show-force",
  9: "strike",
};

const RESPONSES: Readonly<Record<number, ActId>> = {
  2: "condemn",
  3: "reduce-relations",
  4: "impose-sanctions",
  6: "show-force",
  7: "show-force",
  8: "strike",
  9: "strike",
};

const OUTCOMES: Readonly<Record<number, string>> = { 1: "victory", 2: "compromise", 3: "stalemate", 4: "defeat" };
const FORMS: Readonly<Record<number, string>> = {
  1: "a formal agreement",
  2: "a semi-formal agreement",
  3: "a tacit understanding",
  4: "a unilateral act",
  6: "an act of the adversary",
  7: "compliance",
  15: "fading",
};

const TELLER = "ICB";

/** What is known of an actor's part in a crisis: events, each with the date that it is sorted by. */
interface Part {
  readonly on: KnownDate;
  readonly event: EventDraft<ActId>;
}

/**
 * The case of one crisis. Where acts run between more than two states, each pair that acts is a relation.
 *
 * @throws Problem `no-such-case` when no crisis is named, or the table does not have it, or nothing of it is dated
 */
export function icbCase(rows: readonly IcbRow[], request: CaseAsked): Case {
  const { confrontation: crisis, file } = request;
  if (crisis === undefined) {
    throw new Problem("no-such-case", "A case is one crisis.", { expected: "Give --confrontation with its number." });
  }
  const actors = rows.filter((row) => row.crisis === crisis);
  const [first] = actors;
  if (first === undefined) {
    const numbers = rows.map((row) => row.crisis);
    const expected = `It has crises from ${Math.min(...numbers)} to ${Math.max(...numbers)}.`;
    throw new Problem("no-such-case", `The table has no crisis ${crisis}.`, { expected });
  }
  const parts = actors.flatMap((row) => [...triggerOf(row, file), ...responseOf(row, file)]);
  const sorted = parts.toSorted((one, other) => inOrder(one.on, other.on));
  if (sorted.length === 0) {
    throw new Problem("no-such-case", `The table has no dated act of a state in crisis ${crisis}.`);
  }
  const relations = request.dyad === undefined ? actingPairs(sorted) : [];
  const isWeb = relations.length > 1;
  const all = actors.flatMap((row) => [stateOf(row.code), ...triggeringState(row)]);
  const states = [...new Map(all.map((state) => [state.code, state])).values()];
  const related = new Set(relations.flat());
  const parties = isWeb ? states.filter(({ code }) => related.has(code)) : partiesOf(actors, request);
  refuseTooMany(parties, `Crisis ${crisis}`);
  const namedCodes = new Set(sorted.flatMap(({ event: { from, to = [] } }) => [...from, ...to]));
  const third = states.filter(({ code }) => namedCodes.has(code) && parties.every((party) => party.code !== code));
  const title = first.name.toLowerCase().replaceAll(/(^|[\s-])\S/g, (letter) => letter.toUpperCase());
  const untold = actors.length * 2 - sorted.length;
  return {
    name: `icb-${crisis}`,
    title: `${title}, as ICB has it`,
    parties,
    relations: isWeb ? relations : [],
    others: third,
    tellers: sorted.some(({ event: { claims = [] } }) => claims.length > 0) ? { [TELLER]: "coders of ICB" } : {},
    sources: { icb: icbData },
    events: sorted.map(({ event: draft }): DiplomaticEvent => event(draft)),
    window: windowOf([...sorted.map(({ on }) => on), ...actors.flatMap(({ endedOn }) => endedOn ?? [])]),
    remarks: [
      `Imported from ${file}: crisis ${crisis}, ${actors.length} of its actors. Each act stands for a class of acts.`,
      ...(untold === 0
        ? []
        : [
            `Left out, as no act of a state or without a date: ${untold} of ${actors.length * 2} triggers and responses.`,
          ]),
    ],
  };
}

/** The pairs of states between which an act runs, the one with most of them first. */
function actingPairs(parts: readonly Part[]): readonly (readonly [string, string])[] {
  const acts = parts.flatMap(({ event: { from, to = [] } }) =>
    from.flatMap((one) => to.map((other) => [one, other] as const)),
  );
  const pairs = [...Map.groupBy(acts, (pair) => pair.toSorted().join(" ")).values()];
  return pairs
    .toSorted((one, other) => other.length - one.length)
    .flatMap(([pair]) => (pair === undefined ? [] : [pair]));
}

/** The two states that are asked for, else an actor and the state that triggered its crisis, else the first two actors. */
function partiesOf(actors: readonly IcbRow[], { dyad, confrontation }: CaseAsked): readonly [State, State] {
  if (dyad !== undefined) return dyad;
  const pair = actors.flatMap((row) => {
    const by = triggeringState(row)[0];
    return by === undefined ? [] : [[stateOf(row.code), by] as const];
  });
  const within = pair.find(([, by]) => actors.some(({ code }) => code === by.cow)) ?? pair[0];
  if (within !== undefined) return within;
  const [one, other] = actors.map(({ code }) => stateOf(code));
  if (one !== undefined && other !== undefined) return [one, other];
  throw new Problem("no-such-case", `Crisis ${confrontation} has one actor, and no state that triggered it.`, {
    expected: "Give --dyad with its two states.",
  });
}

/** The state that triggered a crisis for an actor, where one other state did. */
function triggeringState({ triggeredBy, code }: IcbRow): readonly State[] {
  return triggeredBy === undefined || triggeredBy >= 950 || triggeredBy === code ? [] : [stateOf(triggeredBy)];
}

function triggerOf(row: IcbRow, file: string): readonly Part[] {
  const act = TRIGGERS[row.trigger];
  const actor = stateOf(row.code).code;
  const by = act === "domestic-act" ? actor : triggeringState(row)[0]?.code;
  if (act === undefined || by === undefined || row.triggeredOn === undefined) return [];
  const to = act === "domestic-act" ? [] : [actor];
  return [part(row, "trigger", row.triggeredOn, { act, from: [by], to }, icbTriggers[row.trigger], file)];
}

function responseOf(row: IcbRow, file: string): readonly Part[] {
  const act = RESPONSES[row.response];
  const actor = stateOf(row.code).code;
  if (act === undefined || row.respondedOn === undefined) return [];
  // At whom it was aimed is not coded.
  return [part(row, "response", row.respondedOn, { act, from: [actor], to: [] }, icbResponses[row.response], file)];
}

function part(
  row: IcbRow,
  what: "trigger" | "response",
  on: KnownDate,
  who: { readonly act: ActId; readonly from: readonly string[]; readonly to: readonly string[] },
  label: string | undefined,
  file: string,
): Part {
  const claims: readonly Claim[] = what === "response" ? endOf(row) : [];
  const note = `${file}, line ${row.line}: the ${what} for ${stateOf(row.code).name}, ${label}; coarse: the class of the act is all that is coded.`;
  const draft = { id: `${what}-${row.number}`, at: dateText(on), ...who, claims, cite: ["icb"], note };
  return { on, event: draft as EventDraft<ActId> };
}

function endOf({ endedOn, outcome, form, code }: IcbRow): readonly Claim[] {
  if (endedOn === undefined) return [];
  const endText = `for ${stateOf(code).name} it ended ${dateText(endedOn)}`;
  const what = OUTCOMES[outcome ?? 0] ?? `outcome ${outcome ?? "not told"}`;
  const how = FORMS[form ?? 0] ?? `form ${form ?? "unknown"} of the codebook`;
  return [{ by: TELLER, about: "outcome", says: `${endText}: ${what}, by ${how}` }];
}
