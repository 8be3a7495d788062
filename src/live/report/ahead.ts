/** Work done while the page rests, piece by piece, so that a press finds it done. */

/** How long a piece may take, in milliseconds, where a browser does not say how long it rests. */
const PIECE = 10;

/** Does so many pieces of work, from the last to the first, while the page rests. @returns what ends it */
export function whileAtRest(pieces: number, work: (piece: number) => void): () => void {
  let [left, ended] = [pieces, false];
  const go = ({ timeRemaining }: { readonly timeRemaining: () => number }): void => {
    while (left > 0 && !ended && timeRemaining() > 0) work(--left);
    if (left > 0 && !ended) rest(go);
  };
  rest(go);
  return () => {
    ended = true;
  };
}

function rest(go: (deadline: { readonly timeRemaining: () => number }) => void): void {
  if ("requestIdleCallback" in globalThis) {
    requestIdleCallback((deadline) => go({ timeRemaining: () => deadline.timeRemaining() }));
    return;
  }
  setTimeout(() => {
    const end = performance.now() + PIECE;
    go({ timeRemaining: () => end - performance.now() });
  }, PIECE);
}
