/** What a tagged fence holds: code, prose, or YAML read by its schema. */
import type * as z from "zod";
import { nearest, visibleLine } from "../problem/index.ts";
import { readDescribed } from "../scenario/index.ts";
import type { Remark } from "../views/index.ts";
import type { Mark } from "./codes.ts";
import { type LessonBlock, type SpotOf, spotIn, spotsOf } from "./lesson.ts";
import type { Fence } from "./pieces.ts";
import { proseMarks, textMarks } from "./prose.ts";
import { prediction, quiz, walk } from "./schema.ts";
import { isTag } from "./tags.ts";

/** A block, if the fence holds one, and what is wrong with it. */
export interface Filled {
  readonly block?: LessonBlock;
  readonly marks: readonly Mark[];
  readonly diagnostics?: readonly Remark[];
}

/** Reads a fence. An unknown tag is marked elsewhere and gives nothing here. */
export function filled(fence: Fence, file: string): Filled {
  const { tag, content, language } = fence;
  const line = fence.line + 1;
  if (!isTag(tag)) return { marks: [] };
  switch (tag) {
    case "run":
    case "start":
    case "answer":
    case "show":
      return { block: { kind: tag, language, code: content.trimEnd(), line }, marks: [] };
    case "teacher":
    case "hint":
      return { block: { kind: tag, markdown: content.trim(), line }, marks: proseMarks(content, line) };
    case "quiz":
      return read(fence, quiz, file, (questions, spot) => ({
        block: { kind: "quiz", questions, line },
        marks: questions.flatMap(({ options }, k) =>
          options.some(({ right }) => right === true)
            ? []
            : [
                {
                  code: "quiz-without-right",
                  ...spot([k, "options"]),
                  message: "No option of this question is right.",
                },
              ],
        ),
      }));
    case "predict":
      return read(fence, prediction, file, (one, spot) => ({
        block: { kind: "predict", prediction: one, line, at: spotsOf(one, spot) },
        marks: optionMarks(one, spot),
      }));
    case "step":
      return read(fence, walk, file, (one, spot) => ({
        block: { kind: "step", walk: one, line, at: spotsOf(one, spot) },
        marks: [],
      }));
  }
}

function optionMarks({ options, happened }: z.infer<typeof prediction>, spot: SpotOf): readonly Mark[] {
  const names = Object.keys(options);
  const marks: Mark[] = [];
  if (names.length < 2) {
    const message = "A prediction needs at least two options.";
    marks.push({ code: "too-few-options", ...spot(["options"]), message });
  }
  if (!names.includes(happened)) {
    marks.push({
      code: "unknown-option",
      ...spot(["happened"]),
      message: `${visibleLine(happened)} is none of the options.`,
      expected: `one of ${names.join(", ")}`,
      suggestion: nearest(happened, names),
    });
  }
  return marks;
}

function read<T>(
  { content, line }: Fence,
  schema: z.ZodType<T>,
  file: string,
  then: (value: T, spot: SpotOf) => Filled,
): Filled {
  const { value, diagnostics, placeOf } = readDescribed(content, schema, { file, above: line });
  if (value === undefined) return { marks: [], diagnostics };
  const spot = spotIn(placeOf);
  const { block, marks } = then(value, spot);
  return { ...(block === undefined ? {} : { block }), marks: [...marks, ...textMarks(value, spot)], diagnostics };
}
