/** Stopping: a signal that Ctrl-C and SIGTERM give once; a second one ends the process as ever. */

/** A signal, and how to let go of it. */
export interface Stoppable {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

/** Listens for Ctrl-C and SIGTERM until it is released. */
export function stoppable(): Stoppable {
  const ending = new AbortController();
  const stop = (): void => ending.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const release = (): void => {
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
  };
  return { signal: ending.signal, release };
}
