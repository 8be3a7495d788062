/** Names from a file, safe to show, and what is said of them. */
import type { ActId } from "../events/index.ts";
import type { Dyad } from "../machine/index.ts";
import { visibleLine } from "../problem/index.ts";
import { nameOf, type ReplayView } from "../views/index.ts";
import { upper } from "./content.ts";
import type { Words } from "./words/index.ts";

/** The name of an actor on one line, what is hidden in it visible. */
export function nameIn(telling: { readonly scenario: Pick<ReplayView["scenario"], "actors"> }, code: string): string {
  return visibleLine(nameOf(telling, code));
}

/** Two states by their names: `Egypt – Qatar`. */
export function pairIn(telling: { readonly scenario: Pick<ReplayView["scenario"], "actors"> }, { a, b }: Dyad): string {
  return `${nameIn(telling, a)} – ${nameIn(telling, b)}`;
}

/** A name of a file as words: `envoys-back` as `Envoys back`. */
export function humanized(name: string): string {
  return upper(visibleLine(name).replaceAll("-", " "));
}

/** An act in a few words, as it is said of one or of both. */
export function actWords(act: ActId, jointly: boolean, say: Words): string {
  return (jointly ? say.jointly[act] : undefined) ?? say.acts[act];
}

/** Who does something, and what: `Pakistan: strikes`. */
export function saidOf(who: string, what: string, { colon }: Words): string {
  return `${who}${colon}${what.slice(0, 1).toLowerCase()}${what.slice(1)}`;
}
