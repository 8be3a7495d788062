/** Codes: a situation as one whole number, in which every region has its own digit. */
import { nth } from "../problem/index.ts";
import { type Region, regionNames, regions, type Situation, situationFrom } from "./situation.ts";

/** Where a region's digit stands: a code divided by the weight, modulo the number of states, is the state's number. */
interface Digit {
  readonly region: Region;
  readonly weight: number;
  readonly states: readonly string[];
}

let all = 1;
const digits: readonly Digit[] = regionNames.map((region) => {
  const states: readonly string[] = regions[region];
  const digit = { region, weight: all, states };
  all *= states.length;
  return digit;
});

/** How many codes there are: one for each combination of states, those included that nothing can reach. */
export const codeCount: number = all;

/** The code of a situation. */
export function codeOf(situation: Situation): number {
  return digits.reduce((code, { region, weight, states }) => code + weight * states.indexOf(situation[region]), 0);
}

/** The situation of a code. */
export function situationOfCode(code: number): Situation {
  return situationFrom(
    Object.fromEntries(
      digits.map(({ region, weight, states }) => [region, states[Math.floor(code / weight) % states.length] ?? ""]),
    ),
  );
}

/** The number of a code's course: the first region is the last digit. */
export function courseOfCode(code: number): number {
  return code % regions.course.length;
}

/** Takes the part of a code that some regions make: the same for all situations whose states have the same numbers. */
export function partBy(some: ReadonlyMap<Region, readonly number[]>): (code: number) => number {
  const own = digits.flatMap(({ region, weight, states }) => {
    const numbers = some.get(region);
    return numbers === undefined ? [] : [{ weight, size: states.length, numbers: numbers.map((one) => one * weight) }];
  });
  return (code) => {
    let part = 0;
    for (const { weight, size, numbers } of own) part += nth(numbers, Math.floor(code / weight) % size);
    return part;
  };
}
