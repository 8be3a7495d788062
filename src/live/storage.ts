/** What a reader entered, kept in this browser so that a reload loses nothing; where it keeps nothing, all works without. */

/** What was kept under a name; undefined where nothing was. */
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
    // A browser that keeps nothing for a page, or has no room: it is not lost before the page is closed.
  }
}

/** Forgets everything that was kept of this page. */
export function forgetAll(): void {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(keyOf(""))) localStorage.removeItem(name);
  } catch {
    // Nothing was kept.
  }
}

/** Pages on disk may share one store: each keeps under its own path. */
function keyOf(name: string): string {
  return `demarche ${location.pathname} ${name}`;
}
