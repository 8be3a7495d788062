/** Where sweeps are spread from: the address of a server, by `--on` or by the environment, never shown with its password. */
import { Problem } from "../../problem/index.ts";
import { type Options, textOption } from "../command.ts";
import { VARIABLE } from "../secrets.ts";

/** A place on a server. */
export interface Place {
  /** For messages: without user and password. */
  readonly name: string;
  readonly connectionString: string;
  /** The schema with the sweeps and their results, and that of the queue. */
  readonly sweeps: string;
  readonly queue: string;
}

/** So long a name may be: others are made from it, and the server cuts what is longer than 63 letters. */
const LONGEST = 32;

/**
 * The place that the options name, or else the environment.
 *
 * @throws Problem when neither names one, or what they name can't be read; the message shows no password
 */
export async function placeOf(options: Options): Promise<Place> {
  const address = textOption(options, "on") ?? process.env[VARIABLE];
  if (address === undefined || address === "") {
    throw new Problem(
      "bad-option",
      `Which server? Name one, --on postgres://user@host:port/database, or set ${VARIABLE} in the environment.`,
    );
  }
  const { connectionOf, serverName } = await import("../../journal/postgres.ts");
  const { connection, schema = "demarche" } = read(() => connectionOf(address));
  const { connectionString = "" } = connection;
  if (!/^postgres(ql)?:/.test(connectionString)) {
    throw new Problem(
      "bad-option",
      "The address of the server can't be used. Expected: postgres://user:password@host:port/database",
    );
  }
  if (!/^[a-z_][a-z0-9_]*$/.test(schema) || schema.length > LONGEST) {
    throw new Problem(
      "bad-option",
      `The schema in the address can't be used. Expected: small letters, digits and _, at most ${LONGEST} of them, such as ?schema=demarche`,
    );
  }
  const name = serverName(address, schema);
  return { name, connectionString, sweeps: `${schema}_sweeps`, queue: `${schema}_queue` };
}

function read<Read>(reader: () => Read): Read {
  try {
    return reader();
  } catch (error) {
    // What it says shows no password, whatever it is.
    throw new Problem("bad-option", error instanceof Error ? error.message : String(error));
  }
}
