/** How one test is run again. */
import { relative } from "node:path";

/** The command that runs one test of a file alone. */
export function commandFor(file: string, name: string): string {
  return `npx vitest run ${relative(process.cwd(), file)} -t "${name.replaceAll(/[^\w ,-]/g, ".")}"`;
}
