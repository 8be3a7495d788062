/** Interrupting: a notebook's stop button ends a long run and not the kernel with all that was computed before. */

/** A run that can be interrupted. */
export interface Interruptible {
  readonly signal: AbortSignal;
  /** To be called when the run is over: an interrupt then does again what it did before. */
  readonly release: () => void;
}

/** What is needed of a process: to hear of a signal. */
interface Signalling {
  readonly once?: (signal: "SIGINT", listener: () => void) => unknown;
  readonly off?: (signal: "SIGINT", listener: () => void) => unknown;
}

/** Listens for an interrupt, once. The Deno kernel dies of one that nobody listens for; in a browser there is none. */
export function interruptible(): Interruptible {
  const host: Signalling | undefined = globalThis.process;
  const ending = new AbortController();
  const stop = (): void => ending.abort();
  host?.once?.("SIGINT", stop);
  return { signal: ending.signal, release: () => host?.off?.("SIGINT", stop) };
}
