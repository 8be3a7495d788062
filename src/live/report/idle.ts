/** Work done piece by piece while the page is idle, so that it is done before a button needs it. */

/** How long the page stays idle. */
type IdleTime = Pick<IdleDeadline, "timeRemaining">;

/** How long it works at once, in milliseconds, if the browser does not say how long it stays idle. */
const PIECE = 10;

/** Does each piece of some work, from the last to the first, while the page is idle. @returns a function that stops it */
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
