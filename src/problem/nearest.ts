/** The nearest valid word to one that was mistyped. */
import { closest, distance } from "fastest-levenshtein";

/** More words than that are not all compared: those of about the same length are, as many as this. */
const MOST = 5000;

/** The word at an edit distance of at most a third of its length, case apart; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const alike = (w: string): boolean => Math.abs(w.length - word.length) <= 2;
  const words = known.length > MOST ? known.filter(alike).slice(0, MOST) : known;
  if (words.length === 0 || word.length > 200) return undefined;
  const lower = word.toLowerCase();
  const best = closest(
    lower,
    words.map((w) => w.toLowerCase()),
  );
  const found = words.find((w) => w.toLowerCase() === best);
  const near = distance(lower, best) <= Math.max(1, Math.ceil(Math.max(lower.length, best.length) / 3));
  return near ? found : words.find((w) => w.toLowerCase().startsWith(lower) && lower.length > 2);
}
