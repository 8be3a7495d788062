/** The events of a record as what came after what: threats, displays and force between the parties. */
import { actOf, type DiplomaticEvent, hostilityLevel, MINUTES_PER_DAY, when } from "../../events/index.ts";
import { type Dyad, project } from "../../machine/index.ts";
import type { TurnRow } from "./turns.ts";

const SIDES = { a: 0, b: 1, both: 2 } as const;

/** The rows of the relations of a record, as a table of Militarized Interstate Events would have them. */
export function turnsOf(events: readonly DiplomaticEvent[], dyads: readonly Dyad[]): readonly TurnRow[] {
  return dyads.flatMap((dyad) => events.flatMap((event, k) => turnOf(event, k, dyad)));
}

function turnOf(event: DiplomaticEvent, place: number, dyad: Dyad): readonly TurnRow[] {
  const { act, at } = event;
  const level = act === "declare-war" ? 5 : hostilityLevel(act);
  const { by } = project(event, dyad);
  if (level < 2 || by === "other") return [];
  const { start } = when(at);
  const isDay = /^\d{4}-\d{2}-\d{2}/.test(at);
  return [
    {
      confrontation: 1,
      event: place,
      pair: `${dyad.a}-${dyad.b}`,
      by: SIDES[by],
      action: actOf(act).mid ?? 0,
      level,
      day: isDay ? Math.floor(start / MINUTES_PER_DAY) : undefined,
      year: new Date(start * 60_000).getUTCFullYear(),
    },
  ];
}
