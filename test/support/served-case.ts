/** The flagship in a journal that is served, for tests of serving. */
import { readFileSync } from "node:fs";
import { expect, onTestFinished } from "vitest";
import { type DiplomaticEvent, event } from "../../src/events/index.ts";
import { type Journal, memoryJournal } from "../../src/journal/index.ts";
import { sqliteJournal } from "../../src/journal/sqlite.ts";
import { journalEntries, readScenario } from "../../src/scenario/index.ts";
import type { ServeOptions } from "../../src/server/http/serve-options.ts";
import { serveJournal } from "../../src/server/http/server.ts";
import { flagship } from "./cli.ts";

export const STREAM = "iran-pakistan-2024";
const text = readFileSync(flagship, "utf8");
const { scenario } = readScenario(text, { file: flagship });
if (scenario === undefined) throw new Error("The flagship can't be read.");
export const entries = journalEntries(scenario, text);

/** An event in braces. */
export const talks = (id: string): string =>
  `{ id: ${id}, at: "2024-02-10", act: consult-by-phone, from: IRN, to: PAK, cite: morrow }`;
/** The same as data. */
export const call = (id: string) =>
  event({ id, at: "2024-02-10", act: "consult-by-phone", from: ["IRN"], to: ["PAK"], cite: ["morrow"] });

/** A journal of the flagship that is served until the test is over. */
export async function serving(given: Partial<ServeOptions> = {}, journal: Journal = memoryJournal()) {
  if ((await journal.head()).position === 0) await journal.append(STREAM, entries);
  const { port, close } = await serveJournal(journal, { host: "127.0.0.1", port: 0, names: ["localhost"], ...given });
  onTestFinished(async () => {
    await close();
    await journal.close();
  });
  return { journal, port, close };
}

/** The flagship in a file. */
export async function begun(path: string): Promise<Journal> {
  const journal = sqliteJournal(path, { create: true });
  await journal.append(STREAM, entries);
  return journal;
}

/** Waits for what comes soon, on a busy machine too. */
export const soon = <Value>(find: () => Promise<Value>) => expect.poll(find, { timeout: 600_000 });

/** The events of the flagship. */
export const recorded: readonly DiplomaticEvent[] = scenario.events;
