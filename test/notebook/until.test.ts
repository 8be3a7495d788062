/** A crisis until a moment contains nothing later: not in its data, not in what it shows, not in its errors. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { actIds } from "../../src/events/index.ts";
import { regions } from "../../src/machine/index.ts";
import { open, type Shown, type ShownCrisis } from "../../src/notebook/index.ts";
import { readScenario } from "../../src/scenario/index.ts";
import { displayed } from "../support/notebook.ts";

const cases = ["iran-pakistan-2024", "pulwama-balakot-2019", "us-iran-2020", "qatar-2017", "india-pakistan-2025"];

/** Ids that are words of the chart as well: names of acts and of states. */
const words: ReadonlySet<string> = new Set([
  ...actIds,
  ...Object.values(regions).flatMap((states) => states.flatMap((one) => one.split("."))),
]);

/** The background of a case, which is told from the beginning. */
function contextOf(name: string) {
  const { scenario } = readScenario(readFileSync(`scenarios/${name}.yaml`, "utf8"), { file: `${name}.yaml` });
  return scenario?.context ?? [];
}

/** All that a crisis shows of itself, and its data, as one text. */
async function allOf(seen: ShownCrisis): Promise<string> {
  const dyad = seen.parties.map(({ code }) => code);
  const results: readonly Shown[] = [
    seen,
    seen.timeline(),
    seen.chart({ only: "course" }),
    seen.situation(),
    seen.dossier(),
    ...["course", `missions.${dyad[0]}`, `missions.${dyad[1]}`].map((key) => seen.why(key)),
    ...seen.events.map(({ id }) => seen.event(id)),
    seen.whatIf({ edit: [{ drop: seen.events[0]?.id ?? "" }], then: "prune" }),
    seen.whatIf({ edit: [{ drop: seen.events[0]?.id ?? "" }], then: "prune" }).compare(),
  ];
  const shown: string[] = [];
  for (const one of results) {
    const mime = await displayed(one);
    shown.push(JSON.stringify(one), JSON.stringify(mime));
  }
  return shown.join("\n");
}

/** Texts that only what comes later, or who knows it, would say. */
function laterTexts(whole: ShownCrisis, seen: ShownCrisis): readonly string[] {
  const knownIds = new Set(seen.events.map(({ id }) => id));
  const later = whole.events.filter(({ id }) => !knownIds.has(id));
  const eventsText = JSON.stringify(seen.events);
  const words = later.flatMap(({ note, claims }) => [note ?? "", ...claims.map(({ says }) => says ?? "")]);
  // Escaped as JSON and HTML would, long texts are looked for by a part without quotes.
  const parts = words.flatMap((text) => text.split(/["'&<>“”’]/)).map((part) => part.trim());
  return parts.filter((part) => part.length > 12 && !eventsText.includes(part));
}

describe.each(cases)("%s", async (name) => {
  const whole = await open(name);
  const places = [1, Math.floor(whole.events.length / 3), Math.floor(whole.events.length / 2)];
  const moments = places.flatMap((k) => whole.events[k]?.id ?? []);

  test.each(moments)("until %s has the events so far and no other", (moment) => {
    const seen = whole.until(moment);
    const place = whole.events.findIndex(({ id }) => id === moment);
    expect(seen.events).toEqual(whole.events.slice(0, place + 1));
    expect(seen.whatIfs).toEqual([]);
  });

  test.each(moments)("until %s says no later id, note, claim, what-if or title", async (moment) => {
    const seen = whole.until(moment);
    const all = await allOf(seen);
    const knownIds = new Set(seen.events.map(({ id }) => id));
    const ids = whole.events.map(({ id }) => id).filter((id) => !knownIds.has(id) && !words.has(id));
    // An id may be an everyday word: it is looked for as a value, and as the name of a row.
    expect(ids.filter((id) => all.includes(`"${id}"`) || all.includes(`>${id}<`))).toEqual([]);
    expect(whole.whatIfs.filter((one) => all.includes(`"${one}"`) || all.includes(`>${one}<`))).toEqual([]);
    expect(laterTexts(whole, seen).filter((text) => all.includes(text))).toEqual([]);
    const cited = new Set([...seen.events, ...contextOf(name)].flatMap(({ cite }) => cite));
    const titles = Object.entries(whole.sources).filter(([id]) => !cited.has(id));
    expect(titles.map(([, { title }]) => title).filter((title) => all.includes(title))).toEqual([]);
    expect(all).not.toContain(JSON.stringify(whole.title).slice(1, -1));
  });
});

test("the search finds what is there: the whole crisis says all of it", async () => {
  const whole = await open("iran-pakistan-2024");
  const all = await allOf(whole);
  const seen = whole.until("recall");
  expect(laterTexts(whole, seen).filter((text) => !all.includes(text))).toEqual([]);
  expect(all).toContain(">reprisal<");
});

test("a source that is younger than the moment keeps its title; an older one tells it", async () => {
  const seen = (await open("iran-pakistan-2024")).until("recall");
  expect(seen.sources["morrow"]?.title).toContain("withheld");
  expect(seen.sources["dawn"]?.title).toContain("condemns");
});

test("a group that no event has mentioned yet is not there, and one that was is", async () => {
  const seen = (await open("iran-pakistan-2024")).until("recall");
  expect(String(seen)).toContain("Jaish al-Adl");
  expect(String(seen)).not.toContain("Baloch Liberation Front");
});

test("an event's id that comes later is unknown, and not suggested", async () => {
  const seen = (await open("iran-pakistan-2024")).until("recall");
  expect(() => seen.event("reprisal")).toThrow(/^(?!.*Did you mean).*strike, protest, condemnation, recall\.$/);
  expect(() => seen.whatIf("restraint")).toThrow("has none");
});

test("dates, ids and patterns cut in the same place", async () => {
  const whole = await open("iran-pakistan-2024");
  const [byId, byPattern] = [whole.until("reprisal"), whole.until("course=retaliation")];
  expect(byPattern.events).toEqual(byId.events);
  expect(whole.until("2024-01-16").events.map(({ id }) => id)).toEqual(["strike", "protest"]);
  expect(whole.until("2024-01-19").until("recall").events).toEqual(whole.until("recall").events);
  expect(whole.until("recall").situation().situation.course).toBe("ambassadors-recalled.withdrawn");
});

test("the question of that moment is asked, without its answer", async () => {
  const seen = (await open("iran-pakistan-2024")).until("recall");
  expect(seen.question).toEqual({ ask: "What will Pakistan do next?", options: ["protest", "strike", "mediation"] });
  expect((await open("iran-pakistan-2024")).until("bar").question).toBeUndefined();
});
