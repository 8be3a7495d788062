/** Names as SQL takes them. */

/** A name as SQL takes it, whatever stands in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The channel on which appends are told of. */
export function channelOf(schema: string): string {
  return quoted(`demarche ${schema}`.slice(0, 63));
}
