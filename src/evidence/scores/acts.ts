/** The events of a record as what came after what: threats, displays and force between the parties. */
import { actOf, type DiplomaticEvent, hostilityLevel, MINUTES_PER_DAY, when } from "../../events/index.ts";
import type { Dyad } from "../../machine/index.ts";
import type { TurnRow } from "./turns.ts";

/** The rows of a record, as a table of Militarized Interstate Events would have them. */
export function turnsOf(events: readonly DiplomaticEvent[], { a, b }: Dyad): readonly TurnRow[] {
  return events.flatMap(({ act, at, from }, k): readonly TurnRow[] => {
    const level = act === "declare-war" ? 5 : hostilityLevel(act);
    const [first, second] = [from.includes(a), from.includes(b)];
    if (level < 2 || !(first || second)) return [];
    const { start } = when(at);
    const isDay = /^\d{4}-\d{2}-\d{2}/.test(at);
    return [
      {
        confrontation: 1,
        event: k,
        pair: `${a}-${b}`,
        by: first && second ? 2 : first ? 0 : 1,
        action: actOf(act).mid ?? 0,
        level,
        day: isDay ? Math.floor(start / MINUTES_PER_DAY) : undefined,
        year: new Date(start * 60_000).getUTCFullYear(),
      },
    ];
  });
}
