/** Terms: what is owed in a future, by whom, until when. The same rules as the dossier's commitments, as numbers. */
import { overdueFrom } from "../dossier/index.ts";
import type { EventOf } from "../events/index.ts";
import type { History } from "../history/index.ts";
import type { Dyad } from "../machine/index.ts";
import { actNumber } from "./model.ts";

/** One thing that is owed. */
export interface Term {
  /** The number of the act in the catalogue; -1 for something that no event can keep. */
  readonly act: number;
  /** Who owes it: 1 for party a, 2 for party b, 3 for both. */
  readonly owing: number;
  /** Who has done it. */
  done: number;
  /** The first minute at which it is overdue; Infinity when it has no deadline. */
  readonly overdue: number;
}

/** What is open at the end of a history. */
export function openTerms({ dossier, dyad }: History): readonly Term[] {
  return dossier.commitments.open.map((owed): Term => {
    const done = owed.doneBy.reduce((sum, code) => sum | maskOf(code, dyad), 0);
    return { ...termOf(owed, dyad), done };
  });
}

/** What an agreement of the record brings. */
export function termsOf({ terms }: Pick<EventOf<"agree">, "terms">, dyad: Dyad): readonly Term[] {
  return terms.map((term) => termOf(term, dyad));
}

interface Owed {
  readonly act: string;
  readonly by: string;
  readonly before?: string | undefined;
}

function termOf({ act, by, before }: Owed, dyad: Dyad): Term {
  const overdue = overdueFrom(before === undefined ? {} : { before }) ?? Number.POSITIVE_INFINITY;
  return { act: actNumber.get(act) ?? -1, owing: by === "both" ? 3 : maskOf(by, dyad), done: 0, overdue };
}

function maskOf(code: string, { a, b }: Dyad): number {
  return code === a ? 1 : code === b ? 2 : 0;
}
