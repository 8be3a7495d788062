/** Names from a file, safe to show, and phrases with them. */
import type { ActId } from "../events/index.ts";
import type { Dyad } from "../machine/index.ts";
import { visibleLine } from "../problem/index.ts";
import { nameOf, type ReplayView } from "../views/index.ts";
import { capitalize } from "./content.ts";
import type { Words } from "./words/index.ts";

/** The name of an actor on one line, with hidden characters made visible. */
export function nameIn(telling: { readonly scenario: Pick<ReplayView["scenario"], "actors"> }, code: string): string {
  return visibleLine(nameOf(telling, code));
}

/** Two states by their names: `Egypt – Qatar`. */
export function pairIn(telling: { readonly scenario: Pick<ReplayView["scenario"], "actors"> }, { a, b }: Dyad): string {
  return `${nameIn(telling, a)} – ${nameIn(telling, b)}`;
}

/** A name from a file as words: `envoys-back` as `Envoys back`. */
export function humanize(name: string): string {
  return capitalize(visibleLine(name).replaceAll("-", " "));
}

/** An act in a few words, by one actor or by both. */
export function actWords(act: ActId, jointly: boolean, say: Words): string {
  return (jointly ? say.jointly[act] : undefined) ?? say.acts[act];
}

/** Who does something, and what: `Pakistan: strikes`. */
export function actorAndAct(who: string, what: string, { colon }: Words): string {
  return `${who}${colon}${what.slice(0, 1).toLowerCase()}${what.slice(1)}`;
}
