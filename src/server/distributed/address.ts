/** Where sweeps are stored: the address of a server, and its schemas. */
import { Problem } from "../../problem/index.ts";
import { connectionOf, serverName } from "../postgres/address.ts";

export interface ServerAddress {
  /** For messages: without user and password. */
  readonly name: string;
  readonly connectionString: string;
  /** The schema with the sweeps and their results, and that of the queue. */
  readonly sweeps: string;
  readonly queue: string;
}

/** Maximum length of a schema's name: other names are made from it, and the server cuts them off after 63 letters. */
const MAX_SCHEMA_LENGTH = 32;

/**
 * Reads an address.
 *
 * @throws Problem when it can't be read; the message shows no password
 */
export function serverAddress(text: string): ServerAddress {
  const { connection, schema = "demarche" } = connectionOf(text, "bad-option");
  const { connectionString } = connection;
  if (!/^postgres(ql)?:/.test(connectionString)) {
    throw new Problem(
      "bad-option",
      "The address of the server can't be used. Expected: postgres://user:password@host:port/database",
    );
  }
  if (!/^[a-z_][a-z0-9_]*$/.test(schema) || schema.length > MAX_SCHEMA_LENGTH) {
    throw new Problem(
      "bad-option",
      `The schema in the address can't be used. Expected: small letters, digits and _, at most ${MAX_SCHEMA_LENGTH} of them, such as ?schema=demarche`,
    );
  }
  const name = serverName(text, schema);
  return { name, connectionString, sweeps: `${schema}_sweeps`, queue: `${schema}_queue` };
}
