/** Listening for appends: on a connection of its own, renewed when it is lost, and by polling now and then. */
import type { Client } from "pg";

export interface Listener {
  /** Calls back whenever something may have been appended. */
  readonly watch: (wake: () => void) => () => void;
  readonly close: () => Promise<void>;
}

/** Milliseconds between two polls, which find appends whose notice was lost with a connection. */
const POLL_INTERVAL = 3000;
/** How long to wait before connecting again, in milliseconds. */
const RECONNECT_DELAY = 500;

/** A listener that connects with the first watcher. */
export function createListener(createClient: () => Client, channel: string): Listener {
  const watchers = new Set<() => void>();
  let client: Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let reconnection: NodeJS.Timeout | undefined;
  const wakeAll = (): void => {
    for (const wake of watchers) wake();
  };

  function connect(): void {
    const own = createClient();
    client = own;
    const onLost = (): void => {
      if (client !== own) return;
      client = undefined;
      own.end().catch(() => undefined);
      if (watchers.size > 0) reconnection = setTimeout(connect, RECONNECT_DELAY);
    };
    own.on("notification", wakeAll);
    own.on("error", onLost);
    own.on("end", onLost);
    own
      .connect()
      .then(() => own.query(`LISTEN ${channel}`))
      // Finds what was appended before it listened.
      .then(wakeAll, onLost);
  }

  async function disconnect(): Promise<void> {
    clearInterval(timer);
    clearTimeout(reconnection);
    timer = undefined;
    const own = client;
    client = undefined;
    await own?.end().catch(() => undefined);
  }

  return {
    watch: (wake) => {
      watchers.add(wake);
      timer ??= setInterval(wakeAll, POLL_INTERVAL);
      if (client === undefined) connect();
      return () => {
        watchers.delete(wake);
        if (watchers.size === 0) void disconnect();
      };
    },
    close: async () => {
      watchers.clear();
      await disconnect();
    },
  };
}
