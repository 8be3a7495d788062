/** A scenario written into the tree of a file: written anew where its lines don't allow to add to them, with its comments. */
import { type Document, isAlias, isMap, isNode, isSeq, type Node, parseDocument, visit, type YAMLSeq } from "yaml";
import { isRecord } from "../values.ts";
import { flow } from "./braces.ts";
import { type FileData, sameEvent } from "./file-form.ts";

export function writeInTree(data: FileData, layout: string): string {
  const document = parseDocument(layout, { merge: false, schema: "core", version: "1.2" });
  expandAliases(document);
  updateNode(document, document.contents, data);
  return document.toString({ lineWidth: 0 });
}

/** Writes out what stands for something else: what it stands for may be about to go. */
function expandAliases(document: Document): void {
  visit(document, {
    Alias: (_, alias) => {
      const whole = alias.resolve(document)?.clone();
      return isNode(whole) && !isAlias(whole) ? whole : undefined;
    },
  });
  visit(document, {
    Node: (_, node) => {
      if (!isAlias(node)) delete node.anchor;
    },
  });
}

/** The same node where it says what the value says, in part or as a whole; else a new one. */
function updateNode(document: Document, node: unknown, value: unknown): unknown {
  if (isMap(node) && isRecord(value)) {
    for (const { key } of [...node.items]) if (!Object.hasOwn(value, wordOf(key, document))) node.delete(key);
    for (const [key, item] of Object.entries(value)) {
      const before = node.get(key, true);
      const after = updateNode(document, before, item);
      if (after !== before) node.set(key, after);
    }
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) return updateList(document, node, value);
  return isNode(node) && isSame(node.toJS(document), value) ? node : createNode(value);
}

function wordOf(key: unknown, document: Document): string {
  return String(isNode(key) ? key.toJS(document) : key);
}

/** Items that are the same stay; one that is another under the same id takes over the comments of the old. */
function updateList(document: Document, list: YAMLSeq, values: readonly unknown[]): YAMLSeq {
  const [first] = list.items;
  if (list.commentBefore && isNode(first)) {
    first.commentBefore = [list.commentBefore, first.commentBefore].filter(Boolean).join("\n");
    delete list.commentBefore;
  }
  const there = list.items.map((item) => ({ item, value: isNode(item) ? item.toJS(document) : item }));
  list.items = values.map((value) => {
    const unchanged = there.find((one) => isSame(one.value, value));
    if (unchanged !== undefined) return unchanged.item;
    const old = there.find((one) => isRecord(one.value) && isRecord(value) && one.value["id"] === value["id"])?.item;
    const item = createNode(value);
    if (isNode(old)) Object.assign(item, { commentBefore: old.commentBefore, spaceBefore: old.spaceBefore });
    return item;
  });
  return list;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other) || sameEvent(one, other);
}

function createNode(value: unknown): Node {
  const { contents } = parseDocument(flow(value));
  if (contents === null) throw new RangeError("Nothing can't be written as YAML.");
  return contents;
}
