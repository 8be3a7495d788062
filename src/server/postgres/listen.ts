/** Listening for appends: one connection of its own, made anew when it is lost, and a look now and then besides. */
import type { Client } from "pg";

export interface Listener {
  /** Calls back whenever something may have been appended. */
  readonly watch: (wake: () => void) => () => void;
  readonly close: () => Promise<void>;
}

/** What is not told of is found by looking, in milliseconds: a notice can be lost with a connection. */
const LOOK = 3000;
/** How long to wait before connecting again, in milliseconds. */
const AGAIN = 500;

/** A listener that connects with the first watcher. */
export function listening(made: () => Client, channel: string): Listener {
  const watchers = new Set<() => void>();
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;
  const rouse = (): void => {
    for (const wake of watchers) wake();
  };

  function connect(): void {
    const own = made();
    client = own;
    const lost = (): void => {
      if (client !== own) return;
      client = undefined;
      own.end().catch(() => undefined);
      if (watchers.size > 0) again = setTimeout(connect, AGAIN);
    };
    own.on("notification", rouse);
    own.on("error", lost);
    own.on("end", lost);
    own
      .connect()
      .then(() => own.query(`LISTEN ${channel}`))
      // What came before it listened is looked for.
      .then(rouse, lost);
  }

  async function rest(): Promise<void> {
    clearInterval(timer);
    clearTimeout(again);
    timer = undefined;
    const own = client;
    client = undefined;
    await own?.end().catch(() => undefined);
  }

  return {
    watch: (wake) => {
      watchers.add(wake);
      timer ??= setInterval(rouse, LOOK);
      if (client === undefined) connect();
      return () => {
        watchers.delete(wake);
        if (watchers.size === 0) void rest();
      };
    },
    close: async () => {
      watchers.clear();
      await rest();
    },
  };
}
