/** A check as workflow commands, which GitHub shows beside the lines of a change. */

import { didYouMean, visible } from "../../problem/index.ts";
import type { Remark } from "../../views/index.ts";

const COMMANDS: Readonly<Record<Remark["severity"], string>> = { error: "error", warning: "warning", note: "notice" };

/** One remark as one command. */
export function workflowCommand(remark: Remark): string {
  const { severity, file, line, column, endLine, code, message, expected, suggestion } = remark;
  const more = `${expected === undefined ? "" : ` Expected: ${expected}.`}${didYouMean(suggestion)}`;
  const place = `file=${property(file)},line=${line},endLine=${endLine},col=${column},title=${property(code)}`;
  return `::${COMMANDS[severity]} ${place}::${data(message + more)}`;
}

function data(text: string): string {
  return visible(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
