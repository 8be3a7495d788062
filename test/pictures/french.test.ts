/** Pictures and reports in French: labels keep apart as in English, and no word of the program's own is English. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { pictureAndReferenceCommands } from "../../src/cli/usage/pictures-and-reference.ts";
import { futures, modelledIn } from "../../src/crisis/index.ts";
import { assumptionsOf } from "../../src/futures/index.ts";
import {
  bandPicture,
  branchPicture,
  casualtiesPicture,
  chartPicture,
  claimsPicture,
  coursePicture,
  dateText,
  english,
  french,
  type Look,
  languages,
  type Picture,
  postsPicture,
  recordPicture,
  scorePicture,
  standsPicture,
  whatIfPicture,
  wordsOf,
} from "../../src/pictures/index.ts";
import { evaluateWhatIf, readScenario, recordOf, replayScenario, type Scenario } from "../../src/scenario/index.ts";
import { type ReplayView, standText } from "../../src/views/index.ts";
import { browsing } from "../support/browsing.ts";
import { noBrowser } from "../support/chromium.ts";
import { demarche } from "../support/cli.ts";
import { ofAll } from "../support/enduring.ts";
import { skipWhere } from "../support/programs.ts";
import { reportOf } from "../support/reports.ts";
import { expectLaidOut } from "../support/svg.ts";

const every = ["iran-pakistan-2024", "pulwama-balakot-2019", "cuba-1962"];
const names = ofAll(every, every.slice(0, 1));
const widths = [390, 1280];

const scenarioOf = (name: string): Scenario => {
  const { scenario } = readScenario(readFileSync(`scenarios/${name}.yaml`, "utf8"), { file: name });
  if (scenario === undefined) throw new Error(`${name} does not read.`);
  return scenario;
};

const tellingOf = (scenario: Scenario): ReplayView => ({
  scenario,
  history: replayScenario(scenario),
  until: scenario.window.to,
});

/** The same crisis with nothing that the file says in words: what is left to read is ours. */
function speechless(scenario: Scenario): Scenario {
  const actors = Object.fromEntries(
    Object.entries(scenario.actors).map(([code, actor]) => [code, { ...actor, name: code }]),
  );
  const events = scenario.events.map(({ note: _note, claims, ...event }) => ({
    ...event,
    claims: claims.flatMap(({ says: _says, of: _of, ...claim }) =>
      Object.hasOwn(french.subjects, claim.about) ? [claim] : [],
    ),
  }));
  return { ...scenario, title: "X", actors, events };
}

type Draw = (telling: ReplayView, look: Look) => Picture;
const chart: Draw = ({ scenario, history, until }, look) =>
  chartPicture({ scenario, situation: history.situation, moment: standText(until, look.words?.endOf) }, look);
const course: Draw = ({ scenario, history, until }, look) =>
  coursePicture({ scenario, situation: history.situation, moment: standText(until, look.words?.endOf) }, look);
const pictures: Readonly<Record<string, Draw>> = {
  record: recordPicture,
  scaled: (telling, look) => recordPicture(telling, { ...look, scale: "time" }),
  fog: (telling, look) => recordPicture(telling, { ...look, fog: true }),
  band: bandPicture,
  posts: postsPicture,
  stands: standsPicture,
  claims: claimsPicture,
  casualties: casualtiesPicture,
  chart,
  course,
  score: (_, look) => scorePicture({ you: 0.4, naive: 0.67, group: 0.5 }, look),
};

/** Words that are English and never French. */
const TELL_TALE =
  /\b(the|of|by|and|from|to|with|without|what|is|its|it|not|says|since|killed|more|other|others|who|where|when|days?|act|acts|ends?|recalled|recalls|shown|share|Sun|Mon|Tue|Wed|Thu|Fri|Jan|Feb|Apr|May|Jun|Jul|Aug|Dec)\b/;

const saidBy = ({ svg, title, description, text }: Picture): readonly string[] => [
  title,
  description,
  text,
  ...[...svg.matchAll(/>([^<>]+)</g)].map(([, label = ""]) => label),
];

function expectFrench(picture: Picture, name: string): void {
  expect(
    saidBy(picture).flatMap((text) => text.split("\n").filter((line) => TELL_TALE.test(line))),
    name,
  ).toEqual([]);
}

describe.each(names)("%s in French", (name) => {
  const scenario = scenarioOf(name);
  test.each(Object.entries(pictures))("%s: labels keep apart, and none is English", (what, draw) => {
    const [telling, silent] = [tellingOf(scenario), tellingOf(speechless(scenario))];
    for (const width of widths) {
      expectLaidOut(draw(telling, { width, words: french, caption: scenario.title }), `${what} at ${width}`);
      expectFrench(draw(silent, { width, words: french }), `${what} at ${width}`);
    }
  });

  test("a what-if: labels keep apart", async () => {
    const [branch = ""] = modelledIn(scenario);
    const evaluated = evaluateWhatIf(scenario, branch, recordOf(scenario));
    const run = await futures(scenario, evaluated, { futures: 20, seed: 7 }, { workers: 1 });
    const data = { scenario, ...run, name: branch, assumptions: assumptionsOf(scenario), command: "demarche what-if" };
    for (const width of widths) {
      expectLaidOut(branchPicture(tellingOf(scenario), evaluated, { width, words: french }), `branch at ${width}`);
      const drawn = whatIfPicture(data, { width, words: french });
      expectLaidOut(drawn, `what-if at ${width}`);
      expect(drawn.text).toContain("sans la modification");
      expect(drawn.text).not.toMatch(/\d\.\d+ %|\bno future\b|\bpoints? \(.*\bto\b/);
    }
  });
});

test("no text of the words is English, and the words of both languages are the same in number", () => {
  const texts = (of: unknown): readonly string[] =>
    typeof of === "string" ? [of] : typeof of === "object" && of !== null ? Object.values(of).flatMap(texts) : [];
  expect(texts(french).filter((text) => TELL_TALE.test(text))).toEqual([]);
  expect(texts(english).some((text) => TELL_TALE.test(text))).toBe(true);
  expect(Object.keys(french.acts).toSorted()).toEqual(Object.keys(english.acts).toSorted());
  expect(Object.keys(french.subjects)).toEqual(Object.keys(english.subjects));
});

test("dates and numbers are written as in French", () => {
  const first = Date.UTC(2024, 0, 1) / 60_000;
  expect(dateText(first, french, { weekday: true, year: true })).toBe("lun. 1er janv. 2024");
  expect(dateText(first, english, { weekday: true, year: true })).toBe("Mon 1 Jan 2024");
});

test("--lang draws in French, and names the languages where one is unknown", () => {
  for (const row of pictureAndReferenceCommands) {
    const option = row.options.find(({ flags }) => flags.startsWith("--lang"));
    if (option !== undefined) expect(option.choices).toEqual(languages);
  }
  expect(languages.map((language) => wordsOf(language).language)).toEqual(languages);
  const drawn = demarche(["draw", "iran-pakistan-2024", "--what", "timeline", "--as", "text", "--lang", "fr"]);
  expect(drawn.out).toContain("Pakistan\u00a0: rappel de l’ambassadeur");
  expect(drawn.out).toContain("Pour citer");
  expect(demarche(["draw", "iran-pakistan-2024", "--lang", "fr"]).err).toContain("ask for --as svg, png or text");
  for (const command of ["draw", "report"]) {
    const { code, err } = demarche([command, "iran-pakistan-2024", "--lang", "de"]);
    expect(code).not.toBe(0);
    expect(err).toContain("--lang de: expected one of en, fr.");
  }
});

test("a report in French says so, and holds French before any script runs", async () => {
  const page = readFileSync(await reportOf("iran-pakistan-2024", "--lang", "fr"), "utf8");
  expect(page).toContain('<html lang="fr">');
  expect(page).toContain("Rappel de l’ambassadeur");
  expect(page).toContain("Aller à la chronique en tableaux");
});

describe("in Chromium", { tags: "long" }, () => {
  skipWhere(noBrowser, "chromium is not installed");
  const { open } = browsing();

  test("the buttons of a report are French", async () => {
    const { page, complaints } = await open(await reportOf("iran-pakistan-2024", "--lang", "fr"));
    await page.getByRole("button", { name: "Événement précédent" }).waitFor();
    const buttons = await page.getByRole("button").allInnerTexts();
    expect(buttons.join("\n")).toContain("Lecture");
    expect(buttons.filter((text) => TELL_TALE.test(text))).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
