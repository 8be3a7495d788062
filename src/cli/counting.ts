/** Counting aloud: how far something long has come, on one line of a terminal that is rewritten. */

/** Says nothing for so many milliseconds, and then not more often than that. */
const PAUSE = 500;

/** Tells a terminal of the steps of something; anything else is told nothing. */
export interface Counting {
  readonly step: (done: number) => void;
  /** Clears the line. */
  readonly end: () => void;
}

/** Starts to count up to a number. Talk goes to standard error. */
export function counting(all: number, what: string): Counting {
  const start = performance.now();
  let said = start;
  let shown = false;
  const watched = process.stderr.isTTY === true;
  return {
    step: (done) => {
      if (!watched) return;
      const now = performance.now();
      if (now - said < PAUSE || done >= all) return;
      said = now;
      shown = true;
      const rate = done / (now - start);
      const left = Math.ceil((all - done) / rate / 1000);
      const count = `${done.toLocaleString("en")} of ${all.toLocaleString("en")} ${what}`;
      process.stderr.write(
        `\r\u001b[K${count}, ${Math.round(rate * 1000).toLocaleString("en")} a second, ${left} s left`,
      );
    },
    end: () => {
      if (shown) process.stderr.write("\r\u001b[K");
    },
  };
}
