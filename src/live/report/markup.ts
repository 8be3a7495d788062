/** Markup taken apart as text, in the form in which pictures are written: no comments, and no `<` or `>` but of tags. */

/** An element from its tag on, or what stands between two of them. */
export type Part = string;

/** What stands beside one another in a text. */
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

/** Whether there is no element in a text. */
export function isText(text: string): boolean {
  return !text.includes("<");
}

/** The tag with which an element begins. */
export function tagOf(element: Part): string {
  return element.slice(0, element.indexOf(">") + 1);
}

/** What is in an element. */
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

/** What a text means in which special characters are entities. */
export function unescapeText(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&gt;", ">").replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}

/** Which part before becomes which after: for each after the index of one before, in the same order; none where it is new. */
export function pairParts(before: readonly Part[], after: readonly Part[]): readonly (number | undefined)[] {
  const most = Math.min(before.length, after.length);
  let [first, last] = [0, 0];
  while (first < most && before[first] === after[first]) first++;
  while (last < most - first && before.at(-1 - last) === after.at(-1 - last)) last++;
  const [ended, ends] = [before.length - last, after.length - last];
  // What is between those that stay the same is paired by what it is.
  const found = matchInOrder(before.slice(first, ended), after.slice(first, ends), first);
  const paired: (number | undefined)[] = after.slice(0, first).map((_, k) => k);
  let low = first;
  let from = first;
  for (const [k, high] of [...found, ended].entries()) {
    if (high === undefined) continue;
    paired.push(
      ...matchInOrder(before.slice(low, high).map(kindOf), after.slice(from, first + k).map(kindOf), low),
      high,
    );
    [low, from] = [high + 1, first + k + 1];
  }
  return [...paired.slice(0, ends), ...after.slice(ends).map((_, k) => ended + k)];
}

/** For each key the index of the next among others that is the same. */
function matchInOrder(
  among: readonly string[],
  keys: readonly string[],
  first: number,
): readonly (number | undefined)[] {
  const places = Map.groupBy(among.keys(), (k) => among[k]);
  let low = 0;
  return keys.map((key) => {
    const left = places.get(key) ?? [];
    let next = left.shift();
    while (next !== undefined && next < low) next = left.shift();
    if (next === undefined) return undefined;
    low = next + 1;
    return first + next;
  });
}

/** What a part is: its element, and which event or relation that is of. */
function kindOf(part: Part): string {
  return /^<([^\s/>]+)(?:[^>]*? data-(?:event|between)="([^"]*)")?/.exec(part)?.slice(1).join(" ") ?? "";
}
