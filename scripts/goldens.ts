/** `npm run goldens`: renews the golden histories of this minor version on purpose, and says what changed. */
import { readFileSync } from "node:fs";
import { changedText } from "./golden/compare.ts";
import { minorOf, renew } from "./golden/versions.ts";

const manifest: { readonly version: string } = JSON.parse(readFileSync("package.json", "utf8"));
const version = minorOf(manifest.version);
const changed = renew("test/golden", version, "scenarios");
for (const one of changed) console.log(`${changedText(one)}\n`);
const count = changed.length === 1 ? "1 history means" : `${changed.length || "No"} histories mean`;
console.log(`${count} something else than before: test/golden/${version}`);
