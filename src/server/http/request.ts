/** The entries to append, read from a body that may be anything; reports everything that is wrong at once. */
import type { IncomingMessage } from "node:http";
import * as z from "zod/mini";
import { type Expected, entryFrom, type JournalEntry } from "../../journal/index.ts";
import { isProblem, Problem, visible } from "../../problem/index.ts";
import { countSigns } from "../../scenario/index.ts";
import { inEnglish } from "../../schema/index.ts";
import { type RequestFault, requestProblem } from "./answer.ts";

export interface AppendRequest {
  readonly stream: string;
  /** Entries, or events in braces as `journal append --event` takes them. */
  readonly entries: readonly JournalEntry[] | readonly string[];
  readonly expected: Expected;
}

const MAX_ENTRIES = 1000;
/** Maximum commas, colons and brackets: a thousand events have some 40,000, and more would keep other clients waiting. */
const MAX_SIGNS = 60_000;

const list = <T extends z.ZodMiniType>(item: T) => z.array(item).check(z.minLength(1), z.maxLength(MAX_ENTRIES));
const version = z.union([z.int().check(z.minimum(0)), z.enum(["none", "exists", "any"])], {
  error: "expected a version, none, exists or any",
});
const schema = z.strictObject({
  stream: z.string(),
  entries: z.union([list(z.string()), list(z.record(z.string(), z.unknown()))], {
    error: `expected a list of 1 to ${MAX_ENTRIES}: all entries, or all events in braces`,
  }),
  expected: z._default(version, "any"),
});

/**
 * Reads it.
 *
 * @param maxBytes maximum size of the body
 * @throws Problem with everything that is wrong
 */
export async function readAppend(request: IncomingMessage, maxBytes: number): Promise<AppendRequest> {
  const read = schema.safeParse(await bodyOf(request, maxBytes), inEnglish);
  if (!read.success) {
    const { issues } = read.error;
    throw requestProblem(
      issues.map(({ path, message }) => ({ path: path.join("."), message: visible(`${message}.`) })),
    );
  }
  const { stream, entries, expected } = read.data;
  if (isTexts(entries)) return { stream, entries, expected };
  const problems: RequestFault[] = [];
  const right = entries.flatMap((entry, k): readonly JournalEntry[] => {
    try {
      return [entryFrom(entry)];
    } catch (error) {
      if (!isProblem(error)) throw error;
      problems.push({ path: `entries.${k}`, message: visible(error.message) });
      return [];
    }
  });
  if (problems.length > 0) throw requestProblem(problems, "invalid-entry");
  return { stream, entries: right, expected };
}

export function isTexts(entries: readonly unknown[]): entries is readonly string[] {
  return typeof entries[0] === "string";
}

/** Reads JSON of bounded size. */
async function bodyOf(request: IncomingMessage, maxBytes: number): Promise<unknown> {
  const { "content-type": type = "", "content-encoding": encoding = "identity" } = request.headers;
  if (!/^application\/json *(; *charset="?utf-8"?)? *$/i.test(type) || encoding !== "identity") {
    throw new Problem("wrong-media-type", "Expected a body of the type application/json, in UTF-8 and not compressed.");
  }
  const tooLong = (): Problem =>
    new Problem("too-large", `The body is longer than ${maxBytes} bytes, the most that is read.`);
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) throw tooLong();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw tooLong();
    chunks.push(chunk);
  }
  try {
    return JSON.parse(checkSize(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))));
  } catch (error) {
    if (error instanceof Problem) throw error;
    const why = error instanceof SyntaxError ? "" : " in UTF-8";
    throw new Problem("not-json", `The body is no JSON${why}.`);
  }
}

/** Returns the text, unless it has too many values. */
function checkSize(text: string): string {
  if (countSigns(text) <= MAX_SIGNS) return text;
  const message = `The body has more than ${MAX_SIGNS} commas, colons and brackets, the most that is read: send fewer events at a time.`;
  throw new Problem("too-large", message);
}
