/** Addresses of journals as users write them: a file or a server, a stream, and a moment. */
import { closeSync, openSync, readSync, statSync } from "node:fs";
import { parseWhen } from "../../events/index.ts";
import { visibleLine } from "../../problem/index.ts";
import { badOption } from "../command.ts";
import { ADDRESS_VARIABLE } from "../secrets.ts";

export interface JournalAddress {
  /** A path, or a server's address with its password: never shown. */
  readonly where: string;
  readonly server: boolean;
  readonly stream?: string;
  /** As of this position, or as it was recorded by this date. */
  readonly position?: number;
  readonly recordedAt?: string;
}

/**
 * A name read as that of a journal: `case.db`, `case.db#stream`, `case.db#stream@12`, `case.db#@2026-11-25`, an address
 * that begins with `postgres://`, or `postgres:` for the one in the environment. Undefined for any other name.
 *
 * @throws Problem when the environment has no address, or the text after an @ is no moment
 */
export function journalAddress(name: string, env: Readonly<Record<string, string | undefined>> = process.env) {
  const [, where = "", selector] = /^([^#]*)(?:#(.*))?$/s.exec(name) ?? [];
  const server = /^postgres(ql)?:/.test(where);
  if (!server && !isDatabase(where)) return undefined;
  return { where: server ? serverOf(where, env) : where, server, ...selectorOf(selector) } satisfies JournalAddress;
}

function serverOf(where: string, env: Readonly<Record<string, string | undefined>>): string {
  if (!/^postgres(ql)?:$/.test(where)) return where;
  const address = env[ADDRESS_VARIABLE];
  if (address !== undefined && address !== "") return address;
  throw badOption(`postgres: stands for the address in ${ADDRESS_VARIABLE}, which is not set.`);
}

function selectorOf(selector = ""): Pick<JournalAddress, "stream" | "position" | "recordedAt"> {
  const [, stream = "", at = ""] = /^([^@]*)(?:@(.*))?$/s.exec(selector) ?? [];
  return { ...(stream === "" ? {} : { stream }), ...(at === "" ? {} : momentOf(at)) };
}

function momentOf(at: string): Pick<JournalAddress, "position" | "recordedAt"> {
  if (/^\d{1,15}$/.test(at)) return { position: Number(at) };
  // To the millisecond, as in records, or a date as everywhere else.
  if (parseWhen(at.replace(/:\d{2}\.\d{3}Z$/, "Z")) !== undefined) return { recordedAt: at };
  throw badOption(
    `@${visibleLine(at)}: expected a position after the @, such as 12, or a date: YYYY-MM-DD or YYYY-MM-DDThh:mm.`,
  );
}

/** Whether an address names a past moment. */
export function isPast({ position, recordedAt }: JournalAddress): boolean {
  return position !== undefined || recordedAt !== undefined;
}

/** Whether an address names only a part of a journal. */
export function isOfPart(address: JournalAddress): boolean {
  return address.stream !== undefined || isPast(address);
}

/** Whether a path ends as a database does, or its file begins as one. */
function isDatabase(path: string): boolean {
  if (/\.(db|sqlite3?|journal)$/.test(path)) return true;
  try {
    // Opening a pipe would wait, and its content can be read only once.
    if (!statSync(path).isFile()) return false;
    const file = openSync(path, "r");
    const head = Buffer.alloc(15);
    readSync(file, head, 0, 15, 0);
    closeSync(file);
    return head.toString("latin1") === "SQLite format 3";
  } catch {
    return false;
  }
}
