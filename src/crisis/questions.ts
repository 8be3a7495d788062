/** Questions: what the file asks a reader who knows the record until a moment. */
import type { Lesson } from "../scenario/index.ts";
import type { Crisis } from "./crisis.ts";

/** A question of the file, with how many steps are known when it is asked. */
export interface Question extends Lesson {
  readonly count: number;
}

/** The questions of a crisis in the order in which they come up, without those at whose moment all is known. */
export function questionsOf({ scenario, history: { steps } }: Crisis): readonly Question[] {
  return scenario.lessons
    .map((lesson) => ({ ...lesson, count: steps.findIndex(({ event }) => event.id === lesson.pause) + 1 }))
    .filter(({ count }) => count > 0 && count < steps.length)
    .toSorted((one, other) => one.count - other.count);
}
