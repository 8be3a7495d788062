/** Progress: one line on a terminal, for what takes longer than a second, and how fast it went in the end. */
import { processMask } from "./secrets.ts";

/** Shows how far something has come. */
export interface Progress {
  readonly update: (done: number) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

/** Where progress is shown, and by which clock. */
export interface Watching {
  /** Whether anybody is watching. */
  readonly terminal: boolean;
  readonly columns: number;
  readonly write: (text: string) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

const PATIENCE = 1000;
const EVERY = 200;

/** Progress towards a number of things, some of which may be done at the beginning. Silent off a terminal. */
export function createProgress(all: number, before: number, what: string, watching: Watching): Progress {
  const start = watching.now();
  let last = start + PATIENCE - EVERY;
  let shown = false;
  return {
    update: (done) => {
      const now = watching.now();
      if (!watching.terminal || now - last < EVERY) return;
      last = now;
      shown = true;
      const text = progressText(all, before, done, now - start, what);
      watching.write(`\r${text.slice(0, watching.columns - 1)}\u001b[K`);
    },
    clear: () => {
      if (shown) watching.write("\r\u001b[K");
      shown = false;
    },
  };
}

/** `██······  35 %  70,000 of 200,000 futures, 120,000 a second, 1 s left`. */
export function progressText(all: number, before: number, done: number, milliseconds: number, what: string): string {
  const rate = rateOf(done - before, milliseconds);
  const share = done / Math.max(1, all);
  const filled = Math.floor(share * WIDTH);
  const left = rate > 0 ? timeText((all - done) / rate) : "unknown";
  const bar = "█".repeat(filled) + "·".repeat(WIDTH - filled);
  const percent = `${Math.floor(share * 100)}`.padStart(3);
  const [some, whole, speed] = [done, all, Math.round(rate)].map((number) => number.toLocaleString("en"));
  return `${bar} ${percent} %  ${some} of ${whole} ${what}, ${speed} a second, ${left} left`;
}

/** When all is over: `Histories tried: 600 in 2.5 s, 240 a second.` */
export function speedText(done: number, milliseconds: number, what: string): string {
  const [some, speed] = [done, Math.round(rateOf(done, milliseconds))].map((number) => number.toLocaleString("en"));
  return `${what} tried: ${some} in ${(milliseconds / 1000).toFixed(1)} s, ${speed} a second.`;
}

function rateOf(done: number, milliseconds: number): number {
  return (done / Math.max(1, milliseconds)) * 1000;
}

const WIDTH = 8;

function timeText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  return whole < 3600
    ? `${Math.ceil(whole / 60)} min`
    : `${Math.floor(whole / 3600)} h ${Math.ceil((whole % 3600) / 60)} min`;
}

/** The process's own terminal, by its standard error. */
export function processWatching(): Watching {
  const masked = processMask();
  return {
    terminal: process.stderr.isTTY === true && process.env["TERM"] !== "dumb",
    columns: process.stderr.columns ?? 80,
    write: (text) => void process.stderr.write(masked(text)),
    now: () => performance.now(),
  };
}
