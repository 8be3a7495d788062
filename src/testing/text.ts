/** Short lines: generated values as fast-check prints them, a line for each event instead of a page of JSON. */
import fc from "fast-check";
import { actOf, type DiplomaticEvent } from "../events/index.ts";
import type { History, Step } from "../history/index.ts";

/**
 * An event on one line: date, actor, act and whom it is aimed at, then the act's own fields, its id and its causes.
 *
 * @example
 * ```ts
 * import { event } from "demarche";
 * import { eventText } from "demarche/testing";
 * eventText(event({ id: "raid", act: "strike", at: "2024-01-16", from: ["IRN"], to: ["PAK"], because: ["attack"] }));
 * // => "2024-01-16 IRN strike → PAK (raid because attack)"
 * ```
 */
export function eventText(event: DiplomaticEvent): string {
  const { at, from, act, to, id, because } = event;
  const aimed = to.length === 0 ? "" : ` → ${to.join("+")}`;
  const own = Object.keys(actOf(act).fields).flatMap((key) => {
    const value: unknown = Reflect.get(event, key);
    return value === undefined ? [] : [`${key}=${typeof value === "string" ? value : JSON.stringify(value)}`];
  });
  const claims = event.claims.map(({ by, about }) => `claim=${by}:${about}`);
  const caused = because.length === 0 ? "" : ` because ${because.join(", ")}`;
  return [`${at} ${from.join("+") || "clock"} ${act}${aimed}`, ...own, ...claims, `(${id}${caused})`].join(" ");
}

/** A step on one line: its event and, unless it changed the situation, its verdict. */
export function stepText({ event, verdict, reasons }: Step): string {
  if (verdict !== "void") return eventText(event) + (verdict === "noted" ? " noted" : "");
  return `${eventText(event)} void: ${reasons.map(({ requirement }) => requirement).join(", ")}`;
}

/**
 * Events or a history as lines.
 *
 * @example
 * ```ts
 * import { recordArbitrary, toText } from "demarche/testing";
 * import fc from "fast-check";
 * const [record] = fc.sample(recordArbitrary({ maxLength: 0 }), 1);
 * toText(record ?? []); // => "nothing happens"
 * ```
 */
export function toText(source: History | readonly DiplomaticEvent[]): string {
  const lines = "steps" in source ? source.steps.map(stepText) : source.map(eventText);
  return lines.length === 0 ? "nothing happens" : lines.join("\n");
}

/**
 * The same value, printed by fast-check as this text. The mark is no enumerable property: comparing, copying and JSON
 * do not see it, and a copy is printed as any other object.
 */
export function printed<T extends object>(value: T, text: (value: T) => string): T {
  const show = (): string => `\n${text(value).replace(/^/gm, "  ")}\n`;
  return Object.defineProperty(value, fc.toStringMethod, { value: show, enumerable: false });
}
