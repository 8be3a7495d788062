/**
 * `node test/support/gdelt-stream.ts MEGABYTES`: imports a table of GDELT's form, generated piece by piece and never whole, and
 * says how many events came of how many rows and the most memory that the process had.
 */
import { importKinds, stateMeant } from "../../src/evidence/index.ts";

const bytes = Number(process.argv[2]) * 1e6;
const countries = ["IND", "PAK", "USA", "CHN", "RUS", "", "IRN"];
const codes = ["010", "036", "040", "043", "057", "112", "130", "161", "190"];
const importing = importKinds.gdelt2.begin({ file: "generated", dyad: [stateMeant("IND"), stateMeant("PAK")] });

let [written, rows, piece] = [0, 0, ""];
while (written < bytes) {
  const cells: string[] = Array.from({ length: 61 }, () => "");
  const day = `201501${String((rows % 28) + 1).padStart(2, "0")}`;
  const [from = "", to = "", code = ""] = [countries[rows % 7], countries[(rows * 3 + 1) % 7], codes[rows % 9]];
  Object.assign(cells, {
    0: `${rows}`,
    1: day,
    7: from,
    17: to,
    26: code,
    60: `https://example.org/${"x".repeat(200)}/${rows}`,
  });
  piece += `${cells.join("\t")}\n`;
  rows += 1;
  if (piece.length < 1 << 18) continue;
  importing.add(piece);
  written += piece.length;
  piece = "";
}
importing.add(piece);
const { events } = importing.end();
console.log(JSON.stringify({ rows, events: events.length, megabytes: process.resourceUsage().maxRSS / 1e3 }));
