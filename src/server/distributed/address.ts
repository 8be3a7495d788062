/** Where sweeps are spread from: the address of a server, never shown with its password. */
import { Problem } from "../../problem/index.ts";
import { connectionOf, serverName } from "../postgres/address.ts";

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
 * The place at an address: `postgres://user:password@host:port/database`.
 *
 * @throws Problem when it can't be read; the message shows no password
 */
export function placeOf(address: string): Place {
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
