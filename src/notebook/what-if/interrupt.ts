/** Interrupting: a notebook's stop button ends a long run and not the kernel with all that was computed before. */

/** A run that can be interrupted. */
export interface Interruptible {
  readonly signal: AbortSignal;
  /** To be called when the run is over: from then on an interrupt does what it ever did. */
  readonly release: () => void;
}

/**
 * Listens for an interrupt, once. The Deno kernel dies of one that nobody listens for.
 *
 * @param host the process; there is none in a browser, where nothing interrupts
 */
export function interruptible(
  host: Partial<Pick<NodeJS.Process, "once" | "off">> | undefined = globalThis.process,
): Interruptible {
  const ending = new AbortController();
  const stop = (): void => ending.abort();
  host?.once?.("SIGINT", stop);
  return { signal: ending.signal, release: () => host?.off?.("SIGINT", stop) };
}
