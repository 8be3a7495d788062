/** The nearest valid word to one that was mistyped. */
import { closest, distance } from "fastest-levenshtein";

/** Maximum number of words that are compared; of more, only those of about the same length. */
const MAX_COMPARED = 5000;

/** The word at an edit distance of at most a third of its length, case apart; undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const alike = (w: string): boolean => Math.abs(w.length - word.length) <= 2;
  const words = known.length > MAX_COMPARED ? known.filter(alike).slice(0, MAX_COMPARED) : known;
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
