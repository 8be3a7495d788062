/** Exits: what leads out of a situation, read from the machine by judging every act in it. */
import { type ActClass, type ActId, actIds, actOf } from "../../events/index.ts";
import {
  type By,
  type ChartEvent,
  isEntitled,
  isOfOthers,
  judge,
  type Region,
  reasonsAgainst,
  regionNames,
  type Situation,
  symbols,
} from "../../machine/index.ts";

/** Who can lead there, by which acts. */
export interface Way {
  readonly by: By;
  readonly acts: readonly ChartEvent[];
}

/** A state into which a region can go at once. */
export interface Exit {
  readonly region: Region;
  readonly to: string;
  readonly ways: readonly Way[];
}

/** Every state into which a region goes by one act of a party, of both, or by itself. */
export function exitsOf(situation: Situation): readonly Exit[] {
  const moves = symbols
    .filter((symbol) => isEntitled(symbol) && !isOfOthers(symbol) && symbol.detail !== "contrary")
    .map((symbol) => ({ symbol, after: judge(situation, symbol).after }));
  return regionNames.flatMap((region) => {
    const moved = moves.filter(({ after }) => after[region] !== situation[region]);
    return [...Map.groupBy(moved, ({ after }) => after[region])].map(([to, some]): Exit => {
      const ways = [...Map.groupBy(some, ({ symbol: { by } }) => by)];
      return { region, to, ways: ways.map(([by, all]) => ({ by, acts: all.map(({ symbol }) => symbol) })) };
    });
  });
}

/** A group of acts: a whole class, a class except for those that lead elsewhere, or a single act. */
export type ActGroup =
  | { readonly kind: ActClass; readonly others: boolean }
  | { readonly act: ActId; readonly details: readonly ChartEvent[] };

/**
 * Groups the acts of a way. A class replaces them if all of its acts that this actor may lawfully do now lead there.
 *
 * @param exits all that leads out of the same situation
 */
export function groupActs(
  { by, acts }: Way,
  to: Exit,
  exits: readonly Exit[],
  situation: Situation,
): readonly ActGroup[] {
  const elsewhere = new Set(
    exits
      .filter((exit) => exit.region === to.region && exit.to !== to.to)
      .flatMap(({ ways }) => ways.filter((way) => way.by === by).flatMap((way) => way.acts.map(({ type }) => type))),
  );
  const classes = Map.groupBy(acts, ({ type }) => actOf(type).class);
  return [...classes].flatMap(([kind, some]): readonly ActGroup[] => {
    const lawful = actIds.filter((id) => actOf(id).class === kind && isLawful({ type: id, by }, situation));
    const plain = new Set(some.filter(({ detail }) => detail === undefined).map(({ type }) => type));
    const rest = lawful.filter((id) => !plain.has(id));
    if (plain.size > 2 && rest.every((id) => elsewhere.has(id))) return [{ kind, others: rest.length > 0 }];
    return [...Map.groupBy(some, ({ type }) => type)].map(([act, details]) => ({ act, details }));
  });
}

function isLawful(symbol: ChartEvent, situation: Situation): boolean {
  return isEntitled(symbol) && reasonsAgainst(situation, symbol).length === 0;
}
