/** Exercises: which beginnings a page shows with what they give, and for which it has a form that does the same. */
import { blocksOf, type Code, type LessonFile } from "./lesson.ts";

/** What a page makes of the beginning of an exercise. */
export type Exercise =
  /** It bets or reveals: the page has a form for that. */
  | { readonly kind: "form" }
  /** Its answer is the beginning itself, so that what it gives is no secret; what it gave stands at its answer. */
  | { readonly kind: "shown"; readonly answer: Code }
  | { readonly kind: "open" };

/** A cell that bets, or that ends in a reveal. */
const FORM = /\.predict\(|\.reveal\([^;]*;?$/;

/** What is made of each beginning. What rests on an answer that students have to find is not shown. */
export function exercisesOf(lesson: LessonFile): ReadonlyMap<Code, Exercise> {
  const made = new Map<Code, Exercise>();
  const secret = new Set<string>();
  let start: Code | undefined;
  for (const block of blocksOf(lesson)) {
    if (block.kind === "start") start = block;
    if (block.kind !== "answer" || start === undefined) continue;
    if (FORM.test(start.code.trim())) made.set(start, { kind: "form" });
    else if (block.code.trim() === start.code.trim() && !wordsOf(block.code).some((word) => secret.has(word)))
      made.set(start, { kind: "shown", answer: block });
    else {
      for (const name of declaredIn(block.code)) secret.add(name);
      made.set(start, { kind: "open" });
    }
    start = undefined;
  }
  return made;
}

function declaredIn(code: string): readonly string[] {
  return [...code.matchAll(/\b(?:const|let|var|function|class)\s+([\w$]+)/g)].map(([, name = ""]) => name);
}

function wordsOf(code: string): readonly string[] {
  return code.match(/[\w$]+/g) ?? [];
}
