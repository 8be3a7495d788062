/** Generators for crises of several relations: one record, and the pairs that are followed. */
import fc from "fast-check";
import { actOf, type DiplomaticEvent, relabelled } from "../events/index.ts";
import type { Dyad } from "../machine/index.ts";
import { type RecordConstraints, recordArbitrary } from "./events.ts";
import { printed, toText } from "./text.ts";

/** A record and the relations that are followed in it. */
export interface WebDraft {
  readonly record: readonly DiplomaticEvent[];
  readonly relations: readonly Dyad[];
}

const STATES = ["AAA", "BBB", "DDD", "EEE", "FFF"] as const;

/**
 * Records of up to five states, with acts that several of them do together to another, and two to six of their pairs. They
 * shrink as {@link recordArbitrary} does, and to fewer pairs.
 */
export function webArbitrary(constraints: Omit<RecordConstraints, "dyad"> = {}): fc.Arbitrary<WebDraft> {
  const pair = fc
    .uniqueArray(fc.constantFrom(...STATES), { minLength: 2, maxLength: 2 })
    .map(([a = "AAA", b = "BBB"]): Dyad => ({ a, b }));
  const key = ({ a, b }: Dyad): string => [a, b].sort().join(" ");
  return fc
    .record({
      record: recordArbitrary({ ...constraints, dyad: { a: "AAA", b: "BBB" } }),
      pairs: fc.array(pair, { minLength: 12, maxLength: 12 }),
      joined: fc.array(fc.option(fc.constantFrom(...STATES)), { minLength: 12, maxLength: 12 }),
      relations: fc.uniqueArray(pair, { minLength: 2, maxLength: 6, selector: key }),
    })
    .map(({ record, pairs, joined, relations }) => {
      const events = record.map((event, k) => {
        const { a, b } = pairs[k % pairs.length] ?? { a: "AAA", b: "BBB" };
        return withMore(
          relabelled(event, (code) => (code === "AAA" ? a : code === "BBB" ? b : code)),
          joined[k % joined.length] ?? undefined,
        );
      });
      return printed(
        { record: events, relations },
        (web) => `${web.relations.map(key).join(", ")}\n${toText(web.record)}`,
      );
    });
}

/** The same done by one more state, where it is something that one state does to another. */
function withMore(event: DiplomaticEvent, more: string | undefined): DiplomaticEvent {
  const { act, from, to } = event;
  const isOfParty = from.length === 1 && to.length === 1 && actOf(act).by.includes("party");
  return more === undefined || !isOfParty || [...from, ...to].includes(more)
    ? event
    : { ...event, from: [...from, more] };
}
