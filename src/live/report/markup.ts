/** Markup taken apart as text, in the form that pictures have: no comments, and `<` and `>` only in tags. */

/** An element from its tag on, or the text between two elements. */
export type Part = string;

/** The elements and texts at the top level of a text. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let depth = 0;
  let begun = 0;
  for (let at = text.indexOf("<"); at !== -1; at = text.indexOf("<", at)) {
    if (depth === 0 && at > begun) parts.push(text.slice(begun, at));
    if (depth === 0) begun = at;
    const end = text.indexOf(">", at);
    if (text[at + 1] === "/") depth -= 1;
    else if (text[end - 1] !== "/") depth += 1;
    at = end + 1;
    if (depth > 0) continue;
    parts.push(text.slice(begun, at));
    begun = at;
  }
  if (begun < text.length) parts.push(text.slice(begun));
  return parts;
}

/** Whether a text has no element. */
export function isText(text: string): boolean {
  return !text.includes("<");
}

/** The opening tag of an element. */
export function tagOf(element: Part): string {
  return element.slice(0, element.indexOf(">") + 1);
}

/** The content of an element. */
export function insideOf(element: Part): string {
  const end = element.indexOf(">") + 1;
  return end === element.length ? "" : element.slice(end, element.lastIndexOf("<"));
}

/** The attributes of a tag. */
export function attributesOf(tag: string): ReadonlyMap<string, string> {
  return new Map(
    [...tag.matchAll(/ ([^\s=]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, unescapeText(value)]),
  );
}

/** A text with its entities replaced by the characters they stand for. */
export function unescapeText(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

/** For each part after, the index of the part before that it replaces, in ascending order; undefined if it is new. */
export function pairParts(before: readonly Part[], after: readonly Part[]): readonly (number | undefined)[] {
  const most = Math.min(before.length, after.length);
  let [first, last] = [0, 0];
  while (first < most && before[first] === after[first]) first++;
  while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last++;
  const [endBefore, endAfter] = [before.length - last, after.length - last];
  // Parts between those that stay the same are paired by kind.
  const found = matchInOrder(before.slice(first, endBefore), after.slice(first, endAfter), first);
  const paired: (number | undefined)[] = after.slice(0, first).map((_, k) => k);
  let low = first;
  let from = first;
  for (const [k, high] of [...found, endBefore].entries()) {
    if (high === undefined) continue;
    paired.push(
      ...matchInOrder(before.slice(low, high).map(kindOf), after.slice(from, first + k).map(kindOf), low),
      high,
    );
    [low, from] = [high + 1, first + k + 1];
  }
  return [...paired.slice(0, endAfter), ...after.slice(endAfter).map((_, k) => endBefore + k)];
}

/** For each key, the index of the next equal one among others. */
function matchInOrder(
  among: readonly string[],
  keys: readonly string[],
  first: number,
): readonly (number | undefined)[] {
  const places = Map.groupBy(among.keys(), (k) => among[k]);
  let low = 0;
  return keys.map((key) => {
    const candidates = places.get(key) ?? [];
    let next = candidates.shift();
    while (next !== undefined && next < low) next = candidates.shift();
    if (next === undefined) return undefined;
    low = next + 1;
    return first + next;
  });
}

/** The kind of a part: its element, and the event or relation that it belongs to. */
function kindOf(part: Part): string {
  return /^<([^\s/>]+)(?:[^>]*? data-(?:event|between)="([^"]*)")?/.exec(part)?.slice(1).join(" ") ?? "";
}
