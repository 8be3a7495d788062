/** What a page carries for its interactive parts: scenarios as data, and what is asked about them. */
import type { Language } from "../../pictures/index.ts";
import { present } from "../../problem/index.ts";
import type { ScenarioFile } from "../../scenario/index.ts";
import { blocksOf, type LessonFile, type Predict, type Quiz, type Walk } from "../lesson.ts";
import { inlineHtml, plainText } from "../markdown.ts";
import { type Reference, referenceOf } from "../relation.ts";
import type { Case, RecordShown } from "./record.ts";

export interface WalkData extends Reference {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A bet, with what there is to say of each option. */
export interface PredictData {
  readonly ask: string;
  readonly options: readonly { readonly name: string; readonly say: string; readonly feedback?: string }[];
  readonly happened: string;
  /** The event that shows it, with its sources, as HTML. */
  readonly shown: string;
}

/** A round that is not open yet, as HTML: it is nowhere else in the page. */
export interface RoundData {
  /** What belongs to the section that is open already. */
  readonly rest: string;
  readonly sections: string;
  /** Links to its sections. */
  readonly contents: string;
}

/** A quiz: of each question which options are right, and why or why not, as HTML. */
export type QuizData = readonly (readonly { readonly right: boolean; readonly because: string }[])[];

/** Everything that the parts of a page need, each kind in the order of the lesson. */
export interface PageData {
  readonly title: string;
  readonly language: Language;
  /** Each scenario that is walked through, by name. */
  readonly scenarios: Readonly<Record<string, ScenarioFile>>;
  readonly walks: readonly WalkData[];
  readonly predictions: readonly PredictData[];
  readonly quizzes: readonly QuizData[];
  /** Those after the first. */
  readonly rounds: readonly RoundData[];
}

export interface SlidesData {
  readonly language: Language;
  readonly predictions: readonly PredictData[];
  /** The slides of each round after the first, as HTML. */
  readonly rounds: readonly string[];
}

/** The data of a page, without its rounds. */
export function pageData(
  lesson: LessonFile,
  caseOf: (scenario: string) => Case | undefined,
  record: RecordShown,
): Omit<PageData, "rounds" | "title" | "language"> {
  const blocks = blocksOf(lesson);
  const walks = blocks
    .filter((block): block is Walk => block.kind === "step")
    .map((block): WalkData => {
      const { from, to } = block.walk;
      return { ...present(referenceOf(block, lesson), "scenario of a block"), from, to };
    });
  const names = [...new Set(walks.map(({ scenario }) => scenario))];
  return {
    scenarios: Object.fromEntries(
      names.flatMap((name) => {
        const file = caseOf(name)?.file;
        return file === undefined ? [] : [[name, file]];
      }),
    ),
    walks,
    predictions: predictionsOf(lesson, (block) => record.happened.get(block)?.card ?? ""),
    quizzes: blocks
      .filter((block): block is Quiz => block.kind === "quiz")
      .map(({ questions }) =>
        questions.map(({ options }) =>
          options.map(({ right = false, because }) => ({ right, because: inlineHtml(because) })),
        ),
      ),
  };
}

export function predictionsOf(lesson: LessonFile, shownOf: (block: Predict) => string): readonly PredictData[] {
  return blocksOf(lesson)
    .filter((block): block is Predict => block.kind === "predict")
    .map((block) => {
      const { ask, options, happened } = block.prediction;
      return {
        ask: plainText(ask),
        options: Object.entries(options).map(([name, { say, feedback }]) => ({
          name,
          say: plainText(say),
          feedback: plainText(feedback),
        })),
        happened,
        shown: shownOf(block),
      };
    });
}
