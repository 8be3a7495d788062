/** The reference of the library, from what its doors export and say about it. */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

const doors: Readonly<Record<string, string>> = {
  demarche: "src/index.ts",
  "demarche/machine": "src/machine/index.ts",
  "demarche/journal": "src/doors/journal.ts",
  "demarche/testing": "src/doors/testing.ts",
  "demarche/notebook": "src/notebook/index.ts",
  "demarche/evidence": "src/doors/evidence.ts",
  "demarche/server": "src/doors/server.ts",
};

/** docs/reference/api.md */
export function apiPage(): string {
  const told = new Set<string>();
  return [
    "# API",
    "",
    "Every name that the doors of the library export, by the folder that it comes from. Functions stand with what they take and",
    "give; an editor shows the members of types, and an example of each function, which is executed. How they are used",
    "together: [Use it as a library](../how-to/use-as-a-library.md).",
    "",
    ...Object.entries(doors).flatMap(([door, file]) => doorPart(door, file, told)),
  ].join("\n");
}

/** A name that is exported, and where it is declared. */
interface Exported {
  readonly name: string;
  readonly file: string;
  readonly declaration: ts.Declaration;
}

function doorPart(door: string, file: string, told: Set<string>): readonly string[] {
  const all = exportsOf(file);
  const names = all.filter((one) => !told.has(`${one.file} ${one.name}`));
  for (const one of all) told.add(`${one.file} ${one.name}`);
  const known = names.length === all.length ? [] : ["Beside what stands above under the same folders:", ""];
  const folders = [...Map.groupBy(names, (one) => one.file.split("/")[1] ?? "")];
  return [
    `## ${door}`,
    "",
    ...headerOf(file),
    ...(names.length === 0 ? ["All of it stands above, under the same folders.", ""] : known),
    ...folders
      .toSorted(([one], [other]) => one.localeCompare(other))
      .flatMap(([folder, members]) => [
        ...(folders.length === 1 ? [] : [`### ${folder}`, "", ...headerOf(`src/${folder}/index.ts`)]),
        ...members.flatMap(functionLine),
        ...members.filter(({ declaration }) => ts.isVariableDeclaration(declaration)).map(plainLine),
        ...members.filter(({ declaration }) => isType(declaration)).map(plainLine),
        "",
      ]),
  ];
}

function functionLine({ name, declaration }: Exported): readonly string[] {
  if (!ts.isFunctionDeclaration(declaration)) return [];
  const { typeParameters = [], parameters, type } = declaration;
  const generic = typeParameters.length === 0 ? "" : `<${typeParameters.map((one) => one.getText()).join(", ")}>`;
  const taken = parameters.map(
    (one) => `${one.dotDotDotToken ? "..." : ""}${nameOf(one)}${optionality(one)}: ${typeOf(one)}`,
  );
  const signature = `${name}${generic}(${taken.join(", ")}): ${inLine(type?.getText() ?? "void")}`;
  const more = ts.getJSDocTags(declaration).flatMap(tagText);
  return [`- \`${signature}\`: ${[summaryOf(declaration), ...more].join(" ")}`];
}

function plainLine({ name, declaration }: Exported): string {
  return `- \`${name}\`: ${summaryOf(declaration)}`;
}

/** What a parameter that is taken apart is called: options, mostly. */
function nameOf({ name }: ts.ParameterDeclaration): string {
  return ts.isIdentifier(name) ? name.text : "options";
}

function optionality({ questionToken, initializer }: ts.ParameterDeclaration): string {
  return questionToken === undefined && initializer === undefined ? "" : "?";
}

function typeOf({ type, initializer }: ts.ParameterDeclaration): string {
  return inLine(type?.getText() ?? initializer?.getText() ?? "unknown");
}

function tagText(tag: ts.JSDocTag): readonly string[] {
  const said = plain(ts.getTextOfJSDocComment(tag.comment) ?? "");
  if (ts.isJSDocParameterTag(tag)) return [`\`${tag.name.getText()}\`: ${ended(said)}`];
  if (ts.isJSDocReturnTag(tag)) return [`Gives ${ended(said)}`];
  return ts.isJSDocThrowsTag(tag) ? [`Throws ${ended(said)}`] : [];
}

function ended(sentence: string): string {
  return sentence.endsWith(".") ? sentence : `${sentence}.`;
}

function isType(declaration: ts.Declaration): boolean {
  return !ts.isFunctionDeclaration(declaration) && !ts.isVariableDeclaration(declaration);
}

/** The first paragraph of what is said about a declaration. */
function summaryOf(declaration: ts.Declaration): string {
  const holder = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  const [doc] = ts.getJSDocCommentsAndTags(holder).filter(ts.isJSDoc);
  const [first = ""] = (ts.getTextOfJSDocComment(doc?.comment) ?? "").split(/\n\s*\n/);
  return plain(first);
}

/** What a file says of itself at its beginning. */
function headerOf(file: string): readonly string[] {
  const [, header] = /^\/\*\*([\s\S]*?)\*\//.exec(readFileSync(file, "utf8")) ?? [];
  return header === undefined ? [] : [plain(header.replaceAll(/^\s*\*/gm, "")), ""];
}

function plain(text: string): string {
  return inLine(text.replaceAll(/\{@link\s+([^}|\s]+)[^}]*\}/g, "`$1`"));
}

function inLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

const sources = new Map<string, ts.SourceFile>();

function sourceOf(file: string): ts.SourceFile {
  const known = sources.get(file);
  if (known !== undefined) return known;
  const made = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  sources.set(file, made);
  return made;
}

/** Every name that a file exports, followed to where it is declared. */
function exportsOf(file: string): readonly Exported[] {
  const found = sourceOf(file).statements.flatMap((statement): readonly Exported[] => {
    if (ts.isExportDeclaration(statement)) return passedOn(statement, file);
    return isExported(statement) ? declared(statement, file) : [];
  });
  // Of a function that is declared several times, the first says what it does.
  return [...new Map(found.toReversed().map((one) => [one.name, one])).values()].toReversed();
}

function passedOn({ moduleSpecifier, exportClause }: ts.ExportDeclaration, file: string): readonly Exported[] {
  const from = moduleSpecifier === undefined ? file : join(dirname(file), specifierText(moduleSpecifier));
  if (exportClause === undefined) return exportsOf(from);
  if (ts.isNamespaceExport(exportClause)) {
    return exportsOf(from).map((one) => ({ ...one, name: `${exportClause.name.text}.${one.name}` }));
  }
  const there = new Map(exportsOf(from).map((one) => [one.name, one]));
  return exportClause.elements.flatMap(({ name, propertyName }) => {
    const one = there.get((propertyName ?? name).text);
    return one === undefined ? [] : [{ ...one, name: name.text }];
  });
}

function specifierText(specifier: ts.Expression): string {
  if (ts.isStringLiteral(specifier)) return specifier.text;
  throw new Error(`This is no module's name: ${specifier.getText()}.`);
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) &&
    (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  );
}

function declared(statement: ts.Statement, file: string): readonly Exported[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => ({
      name: declaration.name.getText(),
      file,
      declaration,
    }));
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement);
  return isNamed && statement.name !== undefined ? [{ name: statement.name.text, file, declaration: statement }] : [];
}
