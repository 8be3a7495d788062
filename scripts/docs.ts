/** `npm run docs`: writes the reference and fills the terminal sessions of the other pages. */
import { mkdirSync, writeFileSync } from "node:fs";
import { madePages } from "./reference/pages.ts";

for (const folder of ["docs/reference", "docs/pictures"]) mkdirSync(folder, { recursive: true });
for (const [path, text] of Object.entries(madePages())) writeFileSync(path, text);
