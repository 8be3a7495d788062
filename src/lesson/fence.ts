/** Reading a tagged fence: code, prose, or YAML with a schema. */
import type * as z from "zod/mini";
import { nearest, visibleLine } from "../problem/index.ts";
import { readDescribed } from "../scenario/index.ts";
import type { Remark } from "../views/index.ts";
import type { Fence } from "./body.ts";
import type { LessonIssue } from "./codes.ts";
import { keyRangesOf, type LessonBlock, type RangeOf, rangesIn } from "./lesson.ts";
import { proseIssues, textIssues } from "./prose.ts";
import { prediction, quiz, walk } from "./schema.ts";
import { isTag } from "./tags.ts";

/** A block, if the fence holds one, and what is wrong with it. */
export interface FenceContent {
  readonly block?: LessonBlock;
  readonly issues: readonly LessonIssue[];
  readonly diagnostics?: readonly Remark[];
}

/** Reads a fence. An unknown tag is reported elsewhere and gives nothing here. */
export function readFence(fence: Fence, file: string): FenceContent {
  const { tag, content, language } = fence;
  const line = fence.line + 1;
  if (!isTag(tag)) return { issues: [] };
  switch (tag) {
    case "run":
    case "start":
    case "answer":
    case "show":
      return { block: { kind: tag, language, code: content.trimEnd(), line }, issues: [] };
    case "teacher":
    case "hint":
      return { block: { kind: tag, markdown: content.trim(), line }, issues: proseIssues(content, line) };
    case "quiz":
      return readYaml(fence, quiz, file, (questions, rangeOf) => ({
        block: { kind: "quiz", questions, line },
        issues: questions.flatMap(({ options }, k) =>
          options.some(({ right }) => right === true)
            ? []
            : [
                {
                  code: "quiz-without-right",
                  ...rangeOf([k, "options"]),
                  message: "No option of this question is right.",
                },
              ],
        ),
      }));
    case "predict":
      return readYaml(fence, prediction, file, (one, rangeOf) => ({
        block: { kind: "predict", prediction: one, line, at: keyRangesOf(one, rangeOf) },
        issues: optionIssues(one, rangeOf),
      }));
    case "step":
      return readYaml(fence, walk, file, (one, rangeOf) => ({
        block: { kind: "step", walk: one, line, at: keyRangesOf(one, rangeOf) },
        issues: [],
      }));
  }
}

function optionIssues({ options, happened }: z.infer<typeof prediction>, rangeOf: RangeOf): readonly LessonIssue[] {
  const names = Object.keys(options);
  const issues: LessonIssue[] = [];
  if (names.length < 2) {
    const message = "A prediction needs at least two options.";
    issues.push({ code: "too-few-options", ...rangeOf(["options"]), message });
  }
  if (!names.includes(happened)) {
    issues.push({
      code: "unknown-option",
      ...rangeOf(["happened"]),
      message: `${visibleLine(happened)} is none of the options.`,
      expected: `one of ${names.join(", ")}`,
      suggestion: nearest(happened, names),
    });
  }
  return issues;
}

function readYaml<T>(
  { content, line }: Fence,
  schema: z.ZodMiniType<T>,
  file: string,
  then: (value: T, rangeOf: RangeOf) => FenceContent,
): FenceContent {
  const { value, diagnostics, placeOf } = readDescribed(content, schema, { file, above: line });
  if (value === undefined) return { issues: [], diagnostics };
  const rangeOf = rangesIn(placeOf);
  const { block, issues } = then(value, rangeOf);
  return { ...(block === undefined ? {} : { block }), issues: [...issues, ...textIssues(value, rangeOf)], diagnostics };
}
