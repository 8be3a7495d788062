/** `npm run docs`: writes the reference. */
import { mkdirSync, writeFileSync } from "node:fs";
import { referencePages } from "./reference/pages.ts";

mkdirSync("docs/reference", { recursive: true });
for (const [path, text] of Object.entries(referencePages())) writeFileSync(path, text);
