/** Lessons: whether the record goes on with the answer of a question, as far as that can be seen. */
import { actIds, actOf, type DiplomaticEvent } from "../../events/index.ts";
import type { Lesson, Scenario } from "../../scenario/index.ts";

/** The verdict on a lesson. */
export interface LessonVerdict {
  readonly lesson: Lesson;
  readonly index: number;
  /**
   * Right: the answer names an act or a class, and of all that the options name it comes first after the pause.
   * Doubtful: it comes, but what another option names comes before it. Wrong: it never comes after the pause. Unjudged:
   * the answer is no act of the catalogue.
   */
  readonly standing: "right" | "doubtful" | "wrong" | "unjudged";
  /** The event that answers, or that another option names. */
  readonly event?: string;
}

/** Judges every lesson of a scenario by its record. */
export function judgeLessons({ lessons, events }: Pick<Scenario, "lessons" | "events">): readonly LessonVerdict[] {
  return lessons.map((lesson, index) => judgeLesson(lesson, index, events));
}

function judgeLesson(lesson: Lesson, index: number, events: readonly DiplomaticEvent[]): LessonVerdict {
  const options = lesson.options.map((option) => ({ option, is: actMatcher(option) }));
  const answer = options.find(({ option }) => option === lesson.answer)?.is;
  if (answer === undefined) return { lesson, index, standing: "unjudged" };
  const pause = events.findIndex(({ id }) => id === lesson.pause);
  const later = events.slice(pause + 1);
  const found = later.find((event) => options.some(({ is }) => is?.(event) === true));
  if (found === undefined || !later.some(answer)) return { lesson, index, standing: "wrong" };
  return { lesson, index, standing: answer(found) ? "right" : "doubtful", event: found.id };
}

/** What an option means by its words: an act by its id or label, or a class; undefined when it is none. */
function actMatcher(option: string): ((event: DiplomaticEvent) => boolean) | undefined {
  const word = option.trim().toLowerCase();
  const acts = new Set<string>(
    actIds.filter((id) => id === word || actOf(id).label.toLowerCase() === word || actOf(id).class === word),
  );
  return acts.size === 0 ? undefined : ({ act }) => acts.has(act);
}
