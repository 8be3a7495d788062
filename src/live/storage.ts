/** What a reader entered, stored in this browser so that a reload loses nothing. Without storage everything else still works. */

/** What was stored under a name; undefined if nothing was. */
export function recall(name: string): unknown {
  try {
    const text = localStorage.getItem(keyOf(name));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // The browser stores nothing for this page, or has no room. The entry lasts until the page is closed.
  }
}

/** Deletes everything that was stored for this page. */
export function forgetAll(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(keyOf(""))) localStorage.removeItem(name);
  } catch {
    // Nothing was stored.
  }
}

/** Pages on disk may share one store, so each uses its own path. */
function keyOf(name: string): string {
  return `demarche ${location.pathname} ${name}`;
}
