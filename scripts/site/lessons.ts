/** The lessons of the site: their built pages, and where each stands. */
import { existsSync, globSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";

/** A lesson, with the pages that were built of it. */
export interface SiteLesson {
  readonly number: string;
  readonly title: string;
  readonly folder: string;
  readonly files: readonly string[];
}

/** Every lesson, in order. */
export function lessonsOf(): readonly SiteLesson[] {
  return globSync("notebooks/*/lesson.md")
    .toSorted()
    .map((path) => {
      const folder = dirname(path);
      const [, title = folder] = /^title: (.+)$/m.exec(readFileSync(path, "utf8")) ?? [];
      const files = ["lesson", "slides", "handout", "cards"].filter((file) => existsSync(`${folder}/${file}.html`));
      return { number: basename(folder).split("-")[0] ?? "", title, folder, files };
    });
}

/** Where a page of a lesson stands. */
export function lessonPath(number: string, file: string): string {
  return `l/${number}/${file === "lesson" ? "index" : file}.html`;
}
