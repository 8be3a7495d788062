/** Work done while the page rests, piece by piece, so that a press finds it done. */

/** How long a page can still work before it is missed. */
type IdleTime = Pick<IdleDeadline, "timeRemaining">;

/** How long it works at once, in milliseconds, where a browser does not say how long it rests. */
const PIECE = 10;

/** Does each piece of some work, from the last to the first, while the page rests. @returns what ends it */
export function workWhenIdle(pieces: number, work: (piece: number) => void): () => void {
  let left = pieces;
  const go = (idle: IdleTime): void => {
    while (left > 0 && idle.timeRemaining() > 0) work(--left);
    if (left > 0) whenIdle(go);
  };
  whenIdle(go);
  return () => {
    left = 0;
  };
}

function whenIdle(go: (idle: IdleTime) => void): void {
  if ("requestIdleCallback" in globalThis) {
    requestIdleCallback(go);
    return;
  }
  setTimeout(() => {
    const end = performance.now() + PIECE;
    go({ timeRemaining: () => end - performance.now() });
  }, PIECE);
}
