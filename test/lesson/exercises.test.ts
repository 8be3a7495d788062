/** What a page makes of the beginnings of exercises: a form, what it gives, or code alone. */
import { expect, test } from "vitest";
import { exercisesOf } from "../../src/lesson/exercises.ts";
import { blocksOf, type Code, readLesson } from "../../src/lesson/index.ts";

/** Pairs of beginnings and answers, as the kinds that are made of them. */
function kindsOf(...pairs: readonly (readonly [start: string, answer: string])[]): readonly (string | undefined)[] {
  const front = "---\nlesson: 1\ntitle: T\ngoals: [g]\nminutes: 5\nlevel: all\n---\n\n## Part\n\n";
  const body = pairs.map(
    ([start, answer]) => `\`\`\`ts start\n${start}\n\`\`\`\n\n\`\`\`ts answer\n${answer}\n\`\`\`\n`,
  );
  const { lesson, diagnostics } = readLesson(front + body.join("\n"), { file: "x.md" });
  if (lesson === undefined) throw new Error(JSON.stringify(diagnostics));
  const made = exercisesOf(lesson);
  const starts = blocksOf(lesson).filter((block): block is Code => block.kind === "start");
  return starts.map((start) => made.get(start)?.kind);
}

const same = (code: string): readonly [string, string] => [code, code];

test("a beginning that is its own answer shows what it gives; another does not", () => {
  expect(kindsOf(same("seen.timeline()"), ["seen.why(1)", "seen.why(2)"])).toEqual(["shown", "open"]);
});

test("a bet and its reveal have a form; a cell that reveals first and then shows is shown", () => {
  expect(
    kindsOf(
      ["const guess = seen.predict({ a: 0 });\nguess", "const guess = seen.predict({ a: 1 });\nguess"],
      same("guess.reveal()"),
      same("[guess].map((one) => one.reveal().brier);"),
      same("guess.reveal(); // opens\nconst next = crisis.until(1);\nnext.timeline()"),
      same("next.situation()"),
    ),
  ).toEqual(["form", "form", "form", "shown", "shown"]);
});

test("what rests on an answer that is to be found is not shown, however far behind it", () => {
  expect(
    kindsOf(
      ['const mine = crisis.whatIf("");', 'const mine = crisis.whatIf("x");'],
      same("mine.compare()"),
      same("const own = mine.events;\nown"),
      same("own.length"),
      same("crisis.timeline()"),
    ),
  ).toEqual(["open", "open", "open", "open", "shown"]);
});
