/** Pictures of a lesson: files beside it, each with its source, which every build holds in itself. */

import { visibleLine } from "../problem/index.ts";
import type { Remark } from "../views/index.ts";
import { type LessonIssue, remarksOf } from "./codes.ts";
import type { LessonBlock, LessonFile, Section } from "./lesson.ts";

/** A picture as a data: address, or why there is none. */
export type PictureOf = (path: string) => { readonly address: string } | { readonly why: string };

/** `![words](file "source")` */
const PICTURE = /!\[([^\]]*)\]\((?!data:)([^\s)]+)\s+"([^"]*)"\)/g;

/** A lesson with its pictures in it, the source of each under it; and what is wrong with them. */
export function withPictures(
  lesson: LessonFile,
  pictureOf: PictureOf,
  file: string,
): { readonly lesson: LessonFile; readonly remarks: readonly Remark[] } {
  const issues: LessonIssue[] = [];
  const withPicture = (block: LessonBlock): LessonBlock => {
    if (!("markdown" in block)) return block;
    const markdown = block.markdown.replace(
      PICTURE,
      (written, words: string, path: string, source: string, at: number) => {
        const found = pictureOf(path);
        if ("address" in found) return `![${words}](${found.address} "${source}")\\\n*Source: ${source}*`;
        const line = block.line + block.markdown.slice(0, at).split("\n").length - 1;
        const message = `The picture ${visibleLine(path)} ${found.why}.`;
        issues.push({
          code: "lesson-picture",
          line,
          message,
          expected: "a PNG, JPEG, GIF or WebP file beside the lesson",
        });
        return written;
      },
    );
    return { ...block, markdown };
  };
  const sections = lesson.sections.map((section): Section => ({ ...section, blocks: section.blocks.map(withPicture) }));
  return {
    lesson: { ...lesson, opening: lesson.opening.map(withPicture), sections },
    remarks: remarksOf(issues, file),
  };
}
