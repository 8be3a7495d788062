/** What stands around a lesson, in its language: its title, time and needs. */
import { type Words, wordsOf } from "../pictures/index.ts";
import type { LessonFile } from "./lesson.ts";

/** The words of a lesson's language, English by default. */
export function wordsFor({ head }: Pick<LessonFile, "head">): Words {
  return wordsOf(head.lang ?? "en");
}

/** `Lesson 3: …`. */
export function titleOf({ head }: Pick<LessonFile, "head">): string {
  return wordsFor({ head }).lesson.title(head.lesson, head.title);
}

/** How long it takes, for whom it is, and what it needs. */
export function factsOf({ head }: Pick<LessonFile, "head">): readonly [minutes: string, ...others: string[]] {
  const { lesson } = wordsFor({ head });
  const { minutes, level, needs = [] } = head;
  const needed = needs.map((need) => (typeof need === "number" ? lesson.lesson(need) : need)).join(", ");
  return [lesson.minutes(minutes), level, ...(needed === "" ? [] : [lesson.needs(needed)])];
}
