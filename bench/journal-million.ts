/** A journal with a million events in a file: opened, folded, shown at a moment; and what streaming it takes of the heap. */
import { when } from "../src/events/index.ts";
import { foldJournal, verifyJournal } from "../src/journal/index.ts";
import { sqliteJournal } from "../src/journal/sqlite.ts";
import { apart, heap } from "./apart.ts";
import { FOLDED, longRecord } from "./fold.ts";

const LENGTH = 1_000_000;
/** What is done, each in a process of its own. */
const deeds = ["make", "open", "fold", "show", "snapshot", "fold again", "show again", "verify", "heap"] as const;
type Deed = (typeof deeds)[number];

/** Measures it as a table; the file is made first. */
export function million(file: string): string {
  const found = new Map(deeds.map((deed) => [deed, apart(import.meta.filename, deed, file)]));
  const seconds = (deed: Deed): string => `${(found.get(deed) ?? Number.NaN).toFixed(2)} s`;
  return `A journal of ${LENGTH.toLocaleString("en")} events in a file, each line in a process of its own, once:

| | without snapshot | with snapshots |
|---|---|---|
| open, and read the last record | ${seconds("open")} | |
| fold all of it | ${seconds("fold")} | ${seconds("fold again")} |
| show the situation in its middle | ${seconds("show")} | ${seconds("show again")} |
| verify | ${seconds("verify")} | |

It was appended in batches of 1,000, ${Math.round(LENGTH / (found.get("make") ?? 1)).toLocaleString("en")} events a second. While all of it is read, folded and verified, the heap after
collecting garbage is at most ${(found.get("heap") ?? Number.NaN).toFixed(1)} MB above what it was before.`;
}

async function done(deed: Deed, file: string): Promise<number> {
  const make = deed === "make";
  const record = make ? longRecord(LENGTH) : [];
  const started = performance.now();
  const journal = sqliteJournal(file, { create: make });
  const folding = { branch: "one", beginning: FOLDED, snapshot: deed !== "fold" && deed !== "show" };
  // Four events are of one day.
  const at = new Date(Date.UTC(1950, 0, 1) + Math.floor(LENGTH / 8) * 86_400_000).toISOString().slice(0, 10);
  if (make) for (let k = 0; k < LENGTH; k += 1000) await journal.append("one", record.slice(k, k + 1000));
  else if (deed === "open") await journal.store.at("one", (await journal.head()).position);
  else if (deed === "verify") await verifyJournal(journal);
  else if (deed.startsWith("show")) {
    const { history } = await foldJournal(journal, { ...folding, at });
    if (history.now !== when(at).end) throw new Error(`It was shown as of ${history.now}.`);
  } else if (deed !== "heap") await foldJournal(journal, folding);
  if (deed === "heap") return heapWhile(journal);
  await journal.close();
  return (performance.now() - started) / 1000;
}

/** The most megabytes in use while it is read, folded and verified, above those before. */
async function heapWhile(journal: ReturnType<typeof sqliteJournal>): Promise<number> {
  const used = (): number => heap() / 1e6;
  const before = used();
  let most = before;
  const look = (count: number): void => {
    if (count % 100_000 === 0) most = Math.max(most, used());
  };
  for await (const { position } of journal.read()) look(position);
  let heard = 0;
  const { read } = journal;
  const watched = {
    ...journal,
    read: async function* (query: Parameters<typeof read>[0] = {}) {
      for await (const record of read(query)) {
        heard += 1;
        look(heard);
        yield record;
      }
    },
  };
  await foldJournal(watched, { branch: "one", beginning: FOLDED, snapshot: false });
  await verifyJournal(journal, { onProgress: look });
  await journal.close();
  return most - before;
}

if (process.argv[1] === import.meta.filename) {
  console.log(await done((process.argv[2] ?? "open") as Deed, process.argv[3] ?? ""));
}
