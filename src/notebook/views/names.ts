/** Names that a reader types: acts and actors, or the nearest there is. */
import { type ActId, actIds, actOf, isActId } from "../../events/index.ts";
import type { By } from "../../machine/index.ts";
import { nearest } from "../../problem/index.ts";
import type { Scenario } from "../../scenario/index.ts";
import { among, mistake, quoted } from "../error.ts";

/**
 * The act of that name.
 *
 * @throws Problem when the catalogue has none, with the nearest
 */
export function actNamed(text: unknown): ActId {
  if (typeof text === "string" && isActId(text)) return text;
  const known = actIds.filter((id) => actOf(id).class !== "clock");
  const near = nearest(String(text), known);
  const alike = near === undefined ? alikeTo(String(text), known) : [near];
  const hint = alike.length === 0 ? "" : ` Did you mean ${alike.join(" or ")}?`;
  throw mistake(
    "no-such-act",
    `There is no act ${quoted(text)}.${hint} The reference of acts lists all ${known.length}, such as ${SOME.join(", ")}.`,
  );
}

const SOME: readonly ActId[] = ["strike", "recall-ambassador", "expel-diplomats", "lodge-protest"];

/** The acts whose names or definitions share most words with a text, three at most. */
function alikeTo(text: string, known: readonly ActId[]): readonly ActId[] {
  const words = text
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
  const shared = known.map((id) => {
    const told = `${id} ${actOf(id).label} ${actOf(id).definition}`.toLowerCase();
    return { id, count: words.filter((word) => told.includes(word)).length };
  });
  return shared
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count)
    .slice(0, 3)
    .map(({ id }) => id);
}

/**
 * Who acts, as the chart sees it.
 *
 * @throws Problem when nobody here has that code
 */
export function byOf(code: string, { dyad: { a, b }, actors }: Scenario): By {
  if (code === a) return "a";
  if (code === b) return "b";
  if (code === "both") return "both";
  if (Object.hasOwn(actors, code)) return "other";
  throw mistake(
    "no-such-actor",
    `There is no actor ${quoted(code)} here.`,
    among(String(code), [...Object.keys(actors), "both"]),
  );
}
