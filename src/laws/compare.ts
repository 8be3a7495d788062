/** Comparing: whether two things say the same, and if not, where they first differ. */

/**
 * Where two values first differ as data, in words; undefined when they say the same. The order of keys does not count.
 */
export function firstDifference(one: unknown, other: unknown, path = ""): string | undefined {
  if (Object.is(one, other)) return undefined;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other)) {
    return `${path === "" ? "it" : path} is ${shorten(one)} here and ${shorten(other)} there`;
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const key of keys) {
    const found = firstDifference(Reflect.get(one, key), Reflect.get(other, key), path === "" ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a value says, without how it is held in memory. */
export function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
