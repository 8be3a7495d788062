/** Stopping: Ctrl-C or SIGTERM aborts a signal once; a second one ends the process as usual. */

/** A signal, and how to stop listening. */
export interface StopListener {
  readonly signal: AbortSignal;
  readonly release: () => void;
}

/** Listens for Ctrl-C and SIGTERM until it is released. */
export function listenForStop(): StopListener {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const release = (): void => {
    process.removeListener("SIGINT", stop);
    process.removeListener("SIGTERM", stop);
  };
  return { signal: controller.signal, release };
}
