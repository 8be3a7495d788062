/** Comparing what a specification expects with what there is, row by row. */
import type { ActId, DiplomaticEvent, EventOf, RequirementId } from "../../events/index.ts";
import type { History } from "../../history/index.ts";
import { matches, type Pattern, type Reason, regionNames } from "../../machine/index.ts";
import { eventText } from "../text.ts";
import type { StepRow } from "./differences.ts";

/** An event that is expected: an act, or an act with whatever else it must have. What is not named may be anything. */
export type ExpectedEvent = ActId | { [A in ActId]: { readonly act: A } & Partial<Omit<EventOf<A>, "act">> }[ActId];

/** Events in their order: each must have what its expectation names. */
export function compareEvents(
  expected: readonly ExpectedEvent[],
  made: readonly DiplomaticEvent[],
  reasons: readonly Reason[] | undefined,
): readonly StepRow[] {
  if (reasons !== undefined) return [{ part: "verdict", expected: "valid", actual: refusal(reasons) }, ...why(reasons)];
  const length = Math.max(expected.length, made.length);
  return Array.from({ length }).flatMap((_, k) => compareEvent(expected[k], made[k], length === 1 ? "" : `${k + 1}. `));
}

/** A refusal for these requirements; for any when none is named. */
export function compareRefusal(
  requirements: readonly RequirementId[],
  made: readonly DiplomaticEvent[],
  reasons: readonly Reason[] | undefined,
): readonly StepRow[] {
  const wanted = requirements.length === 0 ? "void" : `void: ${requirements.join(", ")}`;
  if (reasons === undefined) {
    const actual = made.length === 0 ? "valid" : `valid: ${made.map(eventText).join("; ")}`;
    return [{ part: "verdict", expected: wanted, actual, same: false }];
  }
  const met = requirements.every((id) => reasons.some(({ requirement }) => requirement === id));
  return [{ part: "verdict", expected: wanted, actual: refusal(reasons), same: met }, ...(met ? [] : why(reasons))];
}

export function compareSituation(pattern: Pattern, { situation }: History): readonly StepRow[] {
  return regionNames.flatMap((region): readonly StepRow[] => {
    const wanted: string | readonly string[] | undefined = pattern[region];
    if (wanted === undefined) return [];
    const expected = typeof wanted === "string" ? wanted : wanted.join(" or ");
    return [{ part: region, expected, actual: situation[region], same: matches(situation, { [region]: wanted }) }];
  });
}

function compareEvent(
  expected: ExpectedEvent | undefined,
  made: DiplomaticEvent | undefined,
  nth: string,
): readonly StepRow[] {
  if (expected === undefined || made === undefined) {
    const wanted = expected === undefined ? NOTHING : typeof expected === "string" ? expected : valueText(expected);
    return [{ part: `${nth}event`, expected: wanted, actual: made === undefined ? NOTHING : eventText(made) }];
  }
  const keys = typeof expected === "string" ? { act: expected } : expected;
  return Object.entries(keys).map(([key, value]) => ({
    part: `${nth}${key}`,
    expected: valueText(value),
    actual: valueText(Reflect.get(made, key)),
  }));
}

const NOTHING = "nothing";

function refusal(reasons: readonly Reason[]): string {
  return `void: ${reasons.map(({ requirement }) => requirement).join(", ")}`;
}

/** What each requirement that was not met demands: rows for the reader, not for the comparison. */
function why(reasons: readonly Reason[]): readonly StepRow[] {
  return reasons.map(({ requirement, sentence }) => ({
    part: requirement,
    expected: "",
    actual: sentence,
    same: true,
  }));
}

/** A value as a person writes it: a list of words without signs, anything else as JSON with its keys in order. */
function valueText(value: unknown): string {
  if (value === undefined) return NOTHING;
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ") || "none";
  return JSON.stringify(value, inOrder);
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
