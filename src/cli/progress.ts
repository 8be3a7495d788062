/** Progress: one line on a terminal for work that takes longer than a second, and its speed at the end. */
import { formatCount } from "../render/index.ts";
import { processMask } from "./secrets.ts";

/** Shows how far something has come. */
export interface Progress {
  readonly update: (done: number) => void;
  /** Removes the line. */
  readonly clear: () => void;
}

/** Where progress is shown, and by which clock. */
export interface ProgressTerminal {
  /** Whether anybody is watching. */
  readonly terminal: boolean;
  readonly columns: number;
  readonly write: (text: string) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

/** Milliseconds before progress is first shown. */
const DELAY = 1000;
/** Milliseconds between two updates. */
const UPDATE_INTERVAL = 200;

/** Progress towards a number of things, some of which may be done at the beginning. Silent off a terminal. */
export function createProgress(all: number, before: number, what: string, output: ProgressTerminal): Progress {
  const start = output.now();
  let last = start + DELAY - UPDATE_INTERVAL;
  let shown = false;
  return {
    update: (done) => {
      const now = output.now();
      if (!output.terminal || now - last < UPDATE_INTERVAL) return;
      last = now;
      shown = true;
      const text = progressText(all, before, done, now - start, what);
      output.write(`\r${text.slice(0, output.columns - 1)}\u001b[K`);
    },
    clear: () => {
      if (shown) output.write("\r\u001b[K");
      shown = false;
    },
  };
}

/** `██······  35 %  70,000 of 200,000 futures, 120,000 a second, 1 s left`. */
export function progressText(all: number, before: number, done: number, milliseconds: number, what: string): string {
  const rate = rateOf(done - before, milliseconds);
  const share = done / Math.max(1, all);
  const filled = Math.floor(share * BAR_WIDTH);
  const left = rate > 0 ? timeText((all - done) / rate) : "unknown";
  const bar = "█".repeat(filled) + "·".repeat(BAR_WIDTH - filled);
  const percent = `${Math.floor(share * 100)}`.padStart(3);
  const [some, whole, speed] = [done, all, Math.round(rate)].map(formatCount);
  return `${bar} ${percent} %  ${some} of ${whole} ${what}, ${speed} a second, ${left} left`;
}

/** When all is over: `Histories tried: 600 in 2.5 s, 240 a second.` */
export function speedText(done: number, milliseconds: number, what: string): string {
  const [some, speed] = [done, Math.round(rateOf(done, milliseconds))].map(formatCount);
  return `${what} tried: ${some} in ${(milliseconds / 1000).toFixed(1)} s, ${speed} a second.`;
}

function rateOf(done: number, milliseconds: number): number {
  return (done / Math.max(1, milliseconds)) * 1000;
}

const BAR_WIDTH = 8;

function timeText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  return whole < 3600
    ? `${Math.ceil(whole / 60)} min`
    : `${Math.floor(whole / 3600)} h ${Math.ceil((whole % 3600) / 60)} min`;
}

/** The process's own terminal, by its standard error. */
export function progressTerminal(): ProgressTerminal {
  const mask = processMask();
  return {
    terminal: process.stderr.isTTY === true && process.env["TERM"] !== "dumb",
    columns: process.stderr.columns ?? 80,
    write: (text) => void process.stderr.write(mask(text)),
    now: () => performance.now(),
  };
}
