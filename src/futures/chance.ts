/**
 * Keyed chance: a draw is a function of who draws, on which occasion and for what, and of nothing else. Taking one
 * event out of a history leaves every other draw as it was.
 *
 * The mixing is MurmurHash3's (Appleby, public domain): its body for each word, its finalizer at the end. The
 * finalizer is a bijection, so no two runs of a seed share a key.
 */

/** A seed or a text as a 32-bit key. */
export function keyOfText(text: string): number {
  let hash = text.length;
  for (let k = 0; k < text.length; k++) hash = mix(hash, text.charCodeAt(k));
  return finish(hash);
}

/** The key of one run of a base seed. Different for every run from 0 to 2^32 - 1. */
export function runKey(seed: number, run: number): number {
  return finish(run ^ finish(seed));
}

/**
 * A draw: a number from 0 up to, and not including, 1, in steps of 2^-32.
 *
 * @param run the key of the run
 * @param actor the key of who draws
 * @param occasion the key of the event that gave occasion
 * @param purpose what the draw decides, as a small number
 */
export function draw(run: number, actor: number, occasion: number, purpose: number): number {
  return drawWithKey(drawKeyOf(run, actor, occasion), purpose);
}

/** The key that all draws of one actor on one occasion share, for callers that draw several times. */
export function drawKeyOf(run: number, actor: number, occasion: number): number {
  return mix(mix(run, actor), occasion);
}

/** A draw with such a key: the same as {@link draw} for the same run, actor, occasion and purpose. */
export function drawWithKey(drawKey: number, purpose: number): number {
  return (finish(mix(drawKey, purpose)) >>> 0) / 2 ** 32;
}

/** The key of an event that came of an occasion by a rule. */
export function derivedKey(occasion: number, rule: number): number {
  return finish(mix(occasion, rule));
}

function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  k = Math.imul(k, 0x1b873593);
  const h = hash ^ k;
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
