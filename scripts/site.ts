/**
 * `npm run site`: every crisis, every lesson, the docs and a place to paste a scenario, as a folder of static files that
 * works from disk and from any folder of a web server.
 */
import { parseArgs } from "node:util";
import { buildSite } from "./site/build.ts";

const { values } = parseArgs({
  options: {
    /** The folder to write. */
    out: { type: "string", default: "site" },
    /** The address that the folder will have, for QR codes that are right on paper before anybody opens the page. */
    base: { type: "string" },
    /** Only these crises. */
    only: { type: "string", multiple: true },
    /** How many futures of each what-if. */
    futures: { type: "string" },
  },
});

const count = await buildSite(values);
console.log(`${values.out}: ${count} pages. Open ${values.out}/index.html, or put the folder on any web server.`);
