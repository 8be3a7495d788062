/** Writers of journals as processes of their own: started, heard, killed; and what must hold afterwards. */
import { type ChildProcess, spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { type Journal, verifyJournal } from "../../src/journal/index.ts";
import { clean, main, source } from "./cli.ts";
import type { Acknowledged, WriterTask } from "./journal-writer.ts";

/** A writer that runs. */
export interface Writer {
  readonly task: WriterTask;
  /** What it has acknowledged so far. */
  readonly heard: readonly Acknowledged[];
  /** Comes when so many more appends were acknowledged, or it has ended. */
  readonly hears: (more: number) => Promise<void>;
  /** Ends it at once, without a word. */
  readonly kill: () => Promise<void>;
  /** Comes when it has ended by itself; an error of its own is thrown. */
  readonly done: () => Promise<void>;
}

/** Starts a writer. */
export function startWriter(task: WriterTask): Writer {
  const bundled = join(dirname(main), "journal-writer.js");
  const program = main === source ? join(import.meta.dirname, "journal-writer.ts") : bundled;
  const child: ChildProcess = spawn(process.execPath, [program, JSON.stringify(task)], {
    env: clean(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const heard: Acknowledged[] = [];
  const waiting = new Set<() => void>();
  let complaint = "";
  let over = false;
  child.stderr?.on("data", (chunk) => {
    complaint += String(chunk);
  });
  if (child.stdout === null) throw new Error("A writer that can't be heard.");
  createInterface(child.stdout).on("line", (line) => {
    heard.push(JSON.parse(line));
    for (const wake of waiting) wake();
  });
  const ended = new Promise<{ readonly code: number | null }>((resolve) => {
    child.once("close", (code) => {
      over = true;
      for (const wake of waiting) wake();
      resolve({ code });
    });
  });
  return {
    task,
    heard,
    hears: (more) => {
      const enough = heard.length + more;
      return new Promise((resolve, reject) => {
        const look = (): void => {
          if (over && complaint !== "") reject(new Error(complaint));
          else if (heard.length < enough && !over) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      });
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
      if (complaint !== "") throw new Error(complaint);
    },
    done: async () => {
      const { code } = await ended;
      if (code !== 0) throw new Error(`Writer ${task.writer} ended with ${code}.\n${complaint}`);
    },
  };
}

/** What was found of events that writers wrote. */
export interface Found {
  /** All events that are there. */
  readonly events: number;
  /** Those that were acknowledged. */
  readonly acknowledged: number;
}

/**
 * Looks at all that writers wrote: what was acknowledged is there once and where it was said to be, each writer's events
 * in its order, each append whole, positions without a gap, and the chain right.
 *
 * @throws Error with the first thing that is not so
 */
export async function inspect(journal: Journal, writers: readonly Writer[]): Promise<Found> {
  const said = new Map<string, Map<number, number>>();
  let acknowledged = 0;
  for (const { task, heard } of writers) {
    const positions = new Map<number, number>();
    for (const { from, positions: all } of heard) for (const [k, one] of all.entries()) positions.set(from + k, one);
    said.set(task.writer, positions);
    acknowledged += positions.size;
  }
  const next = new Map<string, number>();
  /** How far the last append of each writer goes. */
  const whole = new Map<string, number>();
  let position = 0;
  let events = 0;
  for await (const record of journal.read()) {
    position += 1;
    demand(record.position === position, `position ${record.position} stands where ${position} belongs`);
    if (record.entry.kind !== "event") continue;
    const { id, note } = record.entry.event;
    const [, writer = "", digits = ""] = /^(.*)-(\d+)$/.exec(id) ?? [];
    const positions = said.get(writer);
    if (positions === undefined) continue;
    events += 1;
    const number = Number(digits);
    demand(number === (next.get(writer) ?? 0), `${id} comes where ${next.get(writer) ?? 0} is due`);
    next.set(writer, number + 1);
    const [, from = "", size = ""] = /From (\d+), (\d+) at once/.exec(note ?? "") ?? [];
    whole.set(writer, Number(from) + Number(size));
    const where = positions.get(number);
    demand(where === undefined || where === position, `${id} was said to stand at ${where}, and stands at ${position}`);
    positions.delete(number);
  }
  for (const [writer, positions] of said) {
    demand(positions.size === 0, `of ${writer}, ${[...positions.keys()].join(", ")} were acknowledged and are lost`);
    demand(whole.get(writer) === next.get(writer), `of ${writer} the last append is there in part`);
  }
  const { faults } = await verifyJournal(journal);
  demand(faults.length === 0, `verifying finds ${JSON.stringify(faults[0])}`);
  return { events, acknowledged };
}

/** @throws Error unless it is so */
export function demand(so: boolean, otherwise: string): void {
  if (!so) throw new Error(otherwise);
}
