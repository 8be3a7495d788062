/** Generators for the chart: what it can see, sequences of it, and the situations it can reach. */
import fc from "fast-check";
import { type ChartEvent, PEACE, type Situation, sharedTable, symbolIndex, symbols } from "../machine/index.ts";

/** Anything the chart can see. */
export function symbolArbitrary(): fc.Arbitrary<ChartEvent> {
  return fc.constantFrom(...symbols);
}

/** Sequences of anything, valid or not. */
export function chartEvents(constraints: { readonly maxLength?: number } = {}): fc.Arbitrary<readonly ChartEvent[]> {
  return fc.array(symbolArbitrary(), { maxLength: constraints.maxLength ?? 20 });
}

/** Sequences of valid events from full normal relations. Shrinks to shorter walks, never to void ones. */
export function validWalk(constraints: { readonly maxLength?: number } = {}): fc.Arbitrary<readonly ChartEvent[]> {
  const choices = fc.array(fc.nat(100_000), { maxLength: constraints.maxLength ?? 20 });
  return choices.map((numbers) => {
    let situation = sharedTable.idOf(PEACE);
    return numbers.flatMap((number) => {
      const valid = validIn(situation);
      const chosen = valid[number % valid.length];
      if (chosen === undefined) return [];
      situation = sharedTable.next(situation, symbolIndex(chosen));
      return [chosen];
    });
  });
}

const validBySituation = new Map<number, readonly ChartEvent[]>();

/** What is valid in the situation with a number. Walks start alike, and come by the same situations again and again. */
function validIn(situation: number): readonly ChartEvent[] {
  const valid =
    validBySituation.get(situation) ?? symbols.filter((_, k) => sharedTable.verdict(situation, k) !== "void");
  validBySituation.set(situation, valid);
  return valid;
}

/** Situations that valid events reach from full normal relations. */
export function situationArbitrary(): fc.Arbitrary<Situation> {
  return validWalk().map((walk) => {
    const end = walk.reduce((id, event) => sharedTable.next(id, symbolIndex(event)), sharedTable.idOf(PEACE));
    return sharedTable.situationOf(end);
  });
}
