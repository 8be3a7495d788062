/** The package itself: its version and the folders that come with it. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A file or folder of the package, wherever it is installed; sources and build are equally deep. */
export function packagePath(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}

export function packageVersion(): string {
  const { version }: { version?: unknown } = JSON.parse(readFileSync(packagePath("package.json"), "utf8"));
  return String(version);
}
