// @module-tag long
/** A lesson in French: what stands around its text is French in every file, on screen and on paper. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { english, french } from "../../src/pictures/index.ts";
import { browsing } from "../support/browsing.ts";
import { noBrowser } from "../support/chromium.ts";
import { bareLesson, builtBeside } from "../support/lessons.ts";
import { skipWhere } from "../support/programs.ts";

const CARDS = "# Who is who\n\nHand these out.\n\n## Envoy\n\nYou speak for the host.\n";

/** The texts of a table of words, by where they stand; what is made of something is made of ones. */
function textsOf(words: unknown, path = ""): readonly (readonly [path: string, text: string])[] {
  if (typeof words === "string") return [[path, words]];
  if (typeof words === "function") return [[path, String(words(1, 1, 1))]];
  if (typeof words !== "object" || words === null) return [];
  return Object.entries(words).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

/** English around a lesson that is not French as well. */
const spoken = new Map(textsOf({ lesson: french.lesson, table: french.table, bet: french.bet }));
const around = textsOf({ lesson: english.lesson, table: english.table, bet: english.bet }).filter(
  ([path, text]) => spoken.get(path) !== text && !/…|^.{1,3}$/.test(text),
);

let made: ReturnType<typeof builtIn> | undefined;
const inFrench = () => (made ??= builtIn("fr"));

async function builtIn(lang: "en" | "fr"): Promise<Readonly<Record<string, string>>> {
  const folder = mkdtempSync(join(tmpdir(), "demarche-lesson-"));
  // What is the author's own holds no word that could be the frame's.
  const silent = bareLesson
    .replace("\nlevel:", `\nlang: ${lang}\nlevel:`)
    .replace("## What comes next", "## And then")
    .replaceAll("What happened", "What came");
  writeFileSync(join(folder, "lesson.md"), silent);
  writeFileSync(join(folder, "role-cards.md"), CARDS);
  return builtBeside(folder);
}

/** What a file shows and says: texts, and labels that are read out. */
function shownIn(html: string): string {
  return html
    .replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, "")
    .replace(/<pre[\s\S]*?<\/pre>|<code>.*?<\/code>/g, "")
    .replaceAll("\\n", "\n");
}

/** English words of the frame in a text, as words of their own. */
const englishIn = (text: string): readonly string[] =>
  around.flatMap(([path, words]) =>
    new RegExp(`(?<![\\p{L}\\d])${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\d])`, "u").test(text)
      ? [`${path}: ${words}`]
      : [],
  );

test("both tables have the same keys", () => {
  const keys = (words: unknown): unknown =>
    typeof words === "object" && words !== null
      ? Object.fromEntries(Object.entries(words).map(([key, value]) => [key, keys(value)]))
      : typeof words;
  // Acts done by both are said apart only where a language needs it; a field is named only where it has a name; and a
  // requirement has more than words.
  const { jointly: _, table, requirements, ...rest } = english;
  const { jointly: __, table: tableFrench, requirements: requirementsFrench, ...restFrench } = french;
  expect(Object.keys(requirementsFrench)).toEqual(Object.keys(requirements));
  expect(keys(restFrench)).toEqual(keys(rest));
  expect(Object.keys(tableFrench.fields)).toEqual(Object.keys(table.fields));
  expect(Object.keys(tableFrench)).toEqual(Object.keys(table));
});

test("no English word of the frame is left in any file of a French lesson, and an English one has them", async () => {
  const [frenchFiles, englishFiles] = [await inFrench(), await builtIn("en")];
  expect(Object.keys(frenchFiles)).toEqual(Object.keys(englishFiles));
  for (const [name, text] of Object.entries(frenchFiles)) {
    expect(englishIn(shownIn(text)), name).toEqual([]);
    expect(englishIn(shownIn(englishFiles[name] ?? "")).length, name).toBeGreaterThan(0);
    if (name.endsWith(".html")) expect(text).toContain('<html lang="fr">');
  }
});

describe("in Chromium", () => {
  skipWhere(noBrowser, "chromium is not installed");
  const { open } = browsing();

  test("what its scripts say is French: walks, bets, quizzes, slides", async () => {
    const folder = mkdtempSync(join(tmpdir(), "demarche-lesson-"));
    for (const [name, text] of Object.entries(await inFrench())) writeFileSync(join(folder, name), text);
    for (const file of ["lesson.html", "slides.html"]) {
      const { page, complaints } = await open(join(folder, file));
      await page.locator("#show-all").check();
      if (file === "lesson.html") {
        await page.getByRole("button", { name: "Événement suivant" }).first().click();
        await page.getByRole("button", { name: "Et si cela n’avait pas eu lieu" }).first().click();
        await page.getByRole("button", { name: "Vérifier les réponses" }).first().click();
        await page.getByText(/\d+ sur \d+ exacte/).waitFor();
      } else await page.getByText(/Diapositive 1 sur \d+/).waitFor();
      const words = await page.evaluate(() => [
        document.querySelector("main")?.textContent ?? "",
        document.querySelector("header, footer")?.textContent ?? "",
        ...[...document.querySelectorAll("[aria-label]")].map((one) => one.getAttribute("aria-label") ?? ""),
      ]);
      expect(englishIn(words.join("\n")), file).toEqual([]);
      expect(complaints).toEqual([]);
    }
  });
});
