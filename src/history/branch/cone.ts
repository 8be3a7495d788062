/** The causal cone: everything that events brought about, through the causes that the record names. */
import type { History, Step } from "../history.ts";

/**
 * The steps that name one of these events as a cause, or an effect of it, and so on; not the events themselves.
 *
 * @param ids the events whose effects are asked for
 */
export function coneOf({ steps }: History, ids: Iterable<string>): readonly Step[] {
  const reached = new Set(ids);
  return steps.filter(({ event }) => {
    const follows = event.because.some((id) => reached.has(id));
    const isNew = follows && !reached.has(event.id);
    if (follows) reached.add(event.id);
    return isNew;
  });
}
