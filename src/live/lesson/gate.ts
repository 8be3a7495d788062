/** The gate: rounds open one after another, each when the bet before it is revealed; a teacher may open all. */
import { keep, recall } from "../storage.ts";

/** Opens rounds. */
export interface Gate {
  /** Opens all rounds up to one, from 1. */
  readonly open: (round: number) => void;
  /** Opens all rounds if the teacher chose that before the page was reloaded. */
  readonly begin: () => void;
}

const ALL = "show-all";

/** Makes the gate before some rounds. @param insert puts what a round holds into the page */
export function gateOf<R>(rounds: readonly R[], insert: (round: R) => void): Gate {
  const all = document.querySelector<HTMLInputElement>("#show-all");
  const fog = document.querySelector<HTMLElement>("#fog");
  let opened = 0;
  const open = (round: number): void => {
    while (opened < Math.min(round, rounds.length)) {
      const next = rounds[opened];
      opened += 1;
      if (next !== undefined) insert(next);
    }
    if (opened === rounds.length) fog?.remove();
  };
  all?.addEventListener("change", () => {
    keep(ALL, all.checked);
    // A loaded page can't hide again what it has shown, so it is loaded anew.
    if (all.checked) open(rounds.length);
    else location.reload();
  });
  if (all !== null) all.checked = recall(ALL) === true;
  return { open, begin: () => open(all?.checked === true ? rounds.length : 0) };
}
