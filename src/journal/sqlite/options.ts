/** How the file of a journal is opened: apart, so that its types need none of Node's. */

export interface SqliteOptions {
  /** Makes a journal where there is none; without it, that is an error. */
  readonly create?: boolean;
  readonly readOnly?: boolean;
}
