/** Trials of endurance: writers that are killed, servers that are killed, and many writers at once. */

import { setTimeout as pause } from "node:timers/promises";
import type { Journal } from "../../src/journal/index.ts";
import { liveFeed } from "../../src/journal/live.ts";
import { eventCalled } from "./journals.ts";
import type { Server } from "./postgres.ts";
import { demand, inspect, startWriter, type Writer } from "./writers.ts";

/** Where a trial takes place. */
export interface Ground {
  /** What a writer opens. */
  readonly place: string;
  readonly open: () => Promise<Journal>;
}

/** Called now and then with how far it got. */
export type Progress = (done: number, what: string) => void;

/** What a trial of kills came to. */
export interface Survived {
  readonly kills: number;
  readonly acknowledged: number;
  /** Events that were there although nobody had been told so: as it must be allowed to be. */
  readonly untold: number;
}

/** A journal holds so many killed writers; then a new one is begun, since all of it is looked at after each. */
const ON_ONE = 20;

/**
 * Kills writers at random moments, and after each looks at all there is and appends.
 *
 * @param ground gives an empty journal at every call
 * @param server when it is given, every second time it is killed, not the writer, who has to go on by itself
 */
export async function killed(
  ground: () => Promise<Ground>,
  kills: number,
  { server, progress }: { readonly server?: Server; readonly progress?: Progress } = {},
): Promise<Survived> {
  let [acknowledged, untold] = [0, 0];
  for (let done = 0; done < kills; ) {
    const { place, open } = await ground();
    const writers: Writer[] = [];
    for (let k = 0; k < ON_ONE && done < kills; k += 1, done += 1) {
      const writer = startWriter({ journal: place, streams: ["one"], writer: `w${k}`, batch: 8, again: 4 });
      writers.push(writer);
      await writer.hears(1);
      await pause(Math.random() * 60);
      if (server !== undefined && k % 2 === 1) {
        await server.kill();
        await server.start();
        await writer.hears(2);
      }
      await writer.kill();
      const journal = await open();
      const found = await inspect(journal, writers);
      const { version, added } = await journal.append("one", [eventCalled(`after-${k}x`)]);
      demand(added === 1 && version === (await journal.versionOf("one")), "the next append did not work");
      await journal.close();
      progress?.(done + 1, `${found.events} events`);
      if (k === ON_ONE - 1 || done === kills - 1) {
        acknowledged += found.acknowledged;
        untold += found.events - found.acknowledged;
      }
    }
  }
  return { kills, acknowledged, untold };
}

/** How many write, how much each, at most how much at once, and where to. */
export interface Race {
  readonly writers: number;
  readonly events: number;
  readonly batch: number;
  /** To one stream, each to its own, or both in turn. */
  readonly streams: "one" | "own" | "both";
}

/** What a race came to. */
export interface Raced {
  readonly events: number;
  readonly appends: number;
  readonly seconds: number;
}

/**
 * Lets writers append at once, to one stream or each to its own, while live readers listen: one to everything from the
 * beginning, one who comes in the middle, and one to a single stream.
 */
export async function raced(
  { place, open }: Ground,
  { writers: count, events, batch, streams }: Race,
  progress?: Progress,
): Promise<Raced> {
  const total = count * events;
  const journal = await open();
  const listeners = [listen(journal, 0)];
  const [stream = ""] = streamsOf(0, streams);
  const own = listen(journal, 0, stream);
  const started = performance.now();
  const writers = Array.from({ length: count }, (_, k) =>
    startWriter({ journal: place, streams: streamsOf(k, streams), writer: `w${k}`, events, batch, again: 10 }),
  );
  const told = setInterval(() => progress?.(listeners[0]?.last() ?? 0, `of ${total} events`), 2000);
  try {
    await writers[0]?.hears(5);
    listeners.push(listen(journal, (await journal.head()).position));
    await Promise.all(writers.map((writer) => writer.done()));
    const seconds = (performance.now() - started) / 1000;
    const found = await inspect(journal, writers);
    demand(found.events === total && found.acknowledged === total, `${found.events} of ${total} events are there`);
    for (const listener of listeners) await listener.reaches(total);
    await own.reaches((await Array.fromAsync(journal.read({ stream }))).at(-1)?.position ?? 0);
    demand(own.count() === (await journal.versionOf(stream)), `who listens to a stream heard ${own.count()}`);
    return { events: total, appends: writers.reduce((sum, { heard }) => sum + heard.length, 0), seconds };
  } finally {
    clearInterval(told);
    await journal.close();
  }
}

function streamsOf(writer: number, streams: Race["streams"]): readonly string[] {
  return [...(streams === "own" ? [] : ["shared"]), ...(streams === "one" ? [] : [`own-${writer}`])];
}

/** Listens to what comes; positions must rise, and where everything is listened to, by one. */
function listen(journal: Journal, after: number, stream?: string) {
  let last = after;
  let count = 0;
  let failure: unknown;
  const feed = liveFeed(journal, { after, ...(stream === undefined ? {} : { stream }) }).subscribe({
    next: ({ position }) => {
      const due = stream === undefined ? position === last + 1 : position > last;
      if (!due) failure ??= new Error(`A live reader heard ${position} after ${last}.`);
      last = position;
      count += 1;
    },
    error: (error: unknown) => {
      failure ??= error;
    },
  });
  return {
    last: () => last,
    count: () => count,
    reaches: async (position: number): Promise<void> => {
      while (last < position && failure === undefined) await pause(20);
      feed.unsubscribe();
      if (failure !== undefined) throw failure;
      demand(last === position, `a live reader came to ${last}, not ${position}`);
    },
  };
}
