/** The opening of a tournament: a record up to where there is something to answer, and nothing after it. */
import { actOf, isHostile } from "../../events/index.ts";
import { cutHistory, type History, type Step } from "../../history/index.ts";

/**
 * A record up to and including its first act of force by a party, or its first hostile act where there is no force.
 *
 * @returns undefined when no party does anything hostile
 * @example
 * ```ts
 * import { event, fold, openingFor } from "demarche";
 * const dyad = { a: "IRN", b: "PAK" };
 * const strike = event({ id: "strike", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"] });
 * const protest = event({ id: "protest", act: "lodge-protest", at: "2024-01-17", from: ["PAK"], to: ["IRN"] });
 * openingFor(fold([strike, protest], { dyad }))?.steps.length; // => 1
 * ```
 */
export function openingFor(record: History): History | undefined {
  const ours = record.steps.filter((step) => isOfParties(step, record));
  const first =
    ours.find(({ event }) => actOf(event.act).class === "force") ?? ours.find(({ event }) => isHostile(event.act));
  if (first === undefined) return undefined;
  return cutHistory(record, { count: record.steps.indexOf(first) + 1, minute: first.minute });
}

function isOfParties({ event: { from } }: Step, { dyad: { a, b } }: History): boolean {
  return from.includes(a) || from.includes(b);
}
