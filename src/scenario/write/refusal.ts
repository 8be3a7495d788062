/** Why a what-if was not written: a stable code, and a sentence that says what to do. */

/** Every code of a refusal, with what it means. Codes never change their meaning. */
export const refusalCodes = {
  "file-unreadable": "The file has mistakes, so that nobody knows where the what-if would go.",
  "file-in-braces": "The whole file is one mapping in braces.",
  "what-if-in-braces": "The file's what-ifs are not written one below the other.",
  "name-taken": "The file has a what-if of this name.",
  "bad-name": "The name is no identifier.",
  "bad-text": "The reason or the policy holds characters that can't be seen.",
  "bad-edit": "An edit is no mapping in braces, or there is none.",
  "reads-otherwise": "With the lines added the file would say something else than it should.",
} as const;

/** A refusal. Nothing was changed. */
export interface Refusal {
  readonly code: keyof typeof refusalCodes;
  /** What is the matter and what to do, for a person. */
  readonly message: string;
}
