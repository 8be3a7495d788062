/** `import`: makes a scenario of a table of events. */
import { basename } from "node:path";
import {
  beginImport,
  type CaseAsked,
  caseText,
  type ImportedCase,
  type Importing,
  midTable,
  readTable,
  refusedLines,
  type State,
  stateMeant,
} from "../../evidence/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { badOption, type Call, textOption } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit.ts";
import { schemaLine, withSchemaLine, writeSchemaBeside } from "../schema-beside.ts";
import { feedTable, readWholeTable } from "../tables.ts";
import { writeNew } from "../write.ts";

/** Writes the scenario, and says how many rows could not be used and why. */
export async function run(call: Call): Promise<ExitCode> {
  const { io, options } = call;
  const [path = ""] = call.args;
  const request = await caseRequest(call, basename(path));
  const hints = { file: request.file, named: textOption(options, "kind") };
  const importing = await feedTable(path, hints, (kind) => beginImport(kind, request));
  const made = endImport(importing, io.say);
  const out = textOption(options, "out");
  if (out === undefined) {
    io.write(caseText(made).trimEnd());
    return exitCodes.fine;
  }
  const name = basename(out).replace(/\.ya?ml$/, "");
  const renamed: ImportedCase = /^[a-z0-9][a-z0-9-]{0,127}$/.test(name) ? { ...made, name } : made;
  writeNew(out, withSchemaLine(`${schemaLine}\n${caseText(renamed)}`));
  io.say(
    `Wrote ${visibleLine(out)}${writeSchemaBeside(out)}: ${made.events.length} events. Next: demarche replay ${visibleLine(out)}`,
  );
  return exitCodes.fine;
}

/** The imported case. Says what was left out, even if nothing remains. */
function endImport(importing: Importing, say: (line: string) => void): ImportedCase {
  try {
    return importing.end();
  } finally {
    for (const line of refusedLines(importing.refused)) say(line);
  }
}

async function caseRequest({ options }: Call, file: string): Promise<CaseAsked> {
  const dyad = textOption(options, "dyad");
  const years = textOption(options, "years");
  const disputes = textOption(options, "mid");
  return {
    file: visibleLine(file),
    confrontation: numberOption(options, "confrontation"),
    dyad: dyad === undefined ? undefined : dyadIn(dyad),
    years: years === undefined ? undefined : yearsIn(years),
    disputes:
      disputes === undefined
        ? undefined
        : {
            file: basename(disputes),
            rows: readTable(midTable, await readWholeTable(disputes), basename(disputes)).rows,
          },
  };
}

function numberOption(options: Call["options"], name: string): number | undefined {
  const text = textOption(options, name);
  if (text === undefined || /^\d{1,9}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw badOption(`--${name} ${visibleLine(text)}: expected a number of the table.`);
}

function dyadIn(text: string): readonly [State, State] {
  const [a, b, ...more] = text.split(/[-,]/).map((word) => word.trim());
  if (a === undefined || b === undefined || more.length > 0 || a === "" || b === "") {
    throw badOption(`--dyad ${visibleLine(text)}: expected two states, such as IND-PAK.`);
  }
  const [first, second] = [stateMeant(a), stateMeant(b)];
  if (first.code !== second.code) return [first, second];
  throw badOption(`--dyad ${visibleLine(text)}: ${first.name} is both. A relation has two states.`);
}

function yearsIn(text: string): readonly [number, number] {
  const [, first, last = first] = /^(\d{4})(?:-(\d{4}))?$/.exec(text.trim()) ?? [];
  if (first !== undefined && Number(first) <= Number(last)) return [Number(first), Number(last)];
  throw badOption(`--years ${visibleLine(text)}: expected years such as 1998-2002, the earlier first.`);
}
