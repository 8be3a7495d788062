/** What a page carries for its interactive parts: scenarios as they are written, and what is asked about them. */
import { present } from "../../problem/index.ts";
import { blocksOf, type LessonBlock, type LessonFile, type Predict, type Quiz, type Walk } from "../lesson.ts";
import { scenarioName } from "../references.ts";

/** A walk through a record. */
export interface WalkData {
  readonly scenario: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A prediction, with what there is to say of each option. */
export interface PredictData {
  readonly scenario: string;
  readonly pause: string;
  readonly options: Readonly<Record<string, { readonly say: string; readonly feedback: string }>>;
  readonly happened: string;
  readonly event?: string | undefined;
}

/** A quiz: of each question which options are right, and why or why not, as HTML. */
export type QuizData = readonly (readonly { readonly right: boolean; readonly because: string }[])[];

/** Everything that the parts of a page need, each kind in the order of the lesson. */
export interface PageData {
  /** The text of each scenario, by name. */
  readonly scenarios: Readonly<Record<string, string>>;
  readonly walks: readonly WalkData[];
  readonly predictions: readonly PredictData[];
  readonly quizzes: readonly QuizData[];
}

/** The data of a page. */
export function pageData(
  lesson: LessonFile,
  textOf: (scenario: string) => string,
  html: (markdown: string) => string,
): PageData {
  const blocks = blocksOf(lesson);
  const named = (block: LessonBlock): string => present(scenarioName(block, lesson), "scenario of a block");
  const walks = blocks.filter((block): block is Walk => block.kind === "step");
  const predictions = blocks.filter((block): block is Predict => block.kind === "predict");
  const names = [...new Set([...walks, ...predictions].map(named))];
  return {
    scenarios: Object.fromEntries(names.map((name) => [name, textOf(name)])),
    walks: walks.map((block) => ({ scenario: named(block), from: block.walk.from, to: block.walk.to })),
    predictions: predictions.map((block) => {
      const { pause, options, happened, event } = block.prediction;
      return { scenario: named(block), pause, options, happened, event };
    }),
    quizzes: blocks
      .filter((block): block is Quiz => block.kind === "quiz")
      .map(({ questions }) =>
        questions.map(({ options }) =>
          options.map(({ right = false, because }) => ({ right, because: html(because) })),
        ),
      ),
  };
}
