/** A check as code hosts take findings: SARIF 2.1.0, or the workflow commands that GitHub shows beside lines of a change. */
import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import { type DoubtCode, doubtTexts } from "../../history/index.ts";
import { visible } from "../../problem/index.ts";
import { type DiagnosticCode, diagnosticCodes } from "../../scenario/index.ts";
import type { Remark } from "../../views/index.ts";
import type { CheckedFile } from "../check.ts";
import { mendText } from "../input-label.ts";

const OWN_RULES: Readonly<Record<string, string>> = {
  unreadable: "The file can't be read.",
  void: "An event is void in its situation; it stays in the record and changes nothing.",
  "expectation-failed": "The replay does not reach what the file expects.",
  "never-violated": "A history reaches what the file says must never be.",
  "always-violated": "A history leaves what the file says must always be.",
  "leads-to-violated": "In a history nothing came, within the time, of what the file says leads to something.",
  "contract-kept": "A what-if says that it breaks a contract, and keeps it.",
  "contract-undecided": "The time for an answer is not over when the history ends.",
};

/** The log of a check by a version of the package. */
export function sarifLog(checked: readonly Pick<CheckedFile, "remarks">[], version: string): Log {
  const remarks = checked.flatMap((one) => one.remarks);
  const used = [...new Set(remarks.map(({ code }) => code))].sort();
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "demarche", semanticVersion: version, rules: used.map(rule) } },
        columnKind: "utf16CodeUnits",
        results: remarks.map((remark) => result(remark, used)),
      },
    ],
  };
}

function rule(code: string): ReportingDescriptor {
  const text = isDiagnosticCode(code)
    ? diagnosticCodes[code].meaning
    : isDoubtCode(code)
      ? doubtTexts[code].meaning
      : (OWN_RULES[code] ?? code);
  return { id: code, shortDescription: { text } };
}

function result(remark: Remark, rules: readonly string[]): Result {
  const { code, severity, message } = remark;
  return {
    ruleId: code,
    ruleIndex: rules.indexOf(code),
    level: severity,
    message: { text: message + mendText(remark) },
    locations: [location(remark)],
  };
}

function location({ file, line, column, endLine, endColumn }: Remark): Location {
  const end = endLine > line || endColumn > column ? { endLine, endColumn } : {};
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(file) },
      region: { startLine: line, startColumn: column, ...end },
    },
  };
}

/** A file as a URI: a number sign of a journal or a colon in a name would mean something else there. */
function uriOf(file: string): string {
  const path = encodeURI(file.replaceAll("\\", "/")).replaceAll("#", "%23").replaceAll("?", "%3F");
  if (/^[a-z][a-z+.-]+:\/\//i.test(path)) return path;
  if (/^[a-z]:\//i.test(path)) return `file:///${path}`;
  return /^[^/]*:/.test(path) ? `./${path}` : path;
}

function isDoubtCode(code: string): code is DoubtCode {
  return Object.hasOwn(doubtTexts, code);
}

function isDiagnosticCode(code: string): code is DiagnosticCode {
  return Object.hasOwn(diagnosticCodes, code);
}

const COMMANDS: Readonly<Record<Remark["severity"], string>> = { error: "error", warning: "warning", note: "notice" };

export function workflowCommand(remark: Remark): string {
  const { severity, file, line, column, endLine, code, message } = remark;
  const place = `file=${property(file)},line=${line},endLine=${endLine},col=${column},title=${property(code)}`;
  return `::${COMMANDS[severity]} ${place}::${data(message + mendText(remark))}`;
}

function data(text: string): string {
  return visible(text).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
