/** What a reader entered, kept in this browser so that a reload loses nothing; where it keeps nothing, all works without. */

/** What was kept under a name; undefined where nothing was. */
export function kept(name: string): unknown {
  try {
    const text = localStorage.getItem(keyOf(name));
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Keeps something under a name. */
export function keep(name: string, value: unknown): void {
  try {
    localStorage.setItem(keyOf(name), JSON.stringify(value));
  } catch {
    // A browser that keeps nothing for a page, or has no room: it is not lost before the page is closed.
  }
}

/** Everything that was kept of this page, by name. */
function allKept(): Readonly<Record<string, unknown>> {
  try {
    const names = Object.keys(localStorage).filter((name) => name.startsWith(keyOf("")));
    return Object.fromEntries(names.map((name) => [name.slice(keyOf("").length), kept(name.slice(keyOf("").length))]));
  } catch {
    return {};
  }
}

/** Forgets everything that was kept of this page. */
export function forget(): void {
  for (const name of Object.keys(allKept())) localStorage.removeItem(keyOf(name));
}

/** Pages on disk may share one store: each keeps under its own path. */
function keyOf(name: string): string {
  return `demarche ${location.pathname} ${name}`;
}
