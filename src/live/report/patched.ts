/** Drawing anew only what has changed: what stays the same keeps its style and its place, which cost most of a step. */

/** Makes the children of an element those of an HTML text. */
export function patch(place: Element, html: string): void {
  const template = document.createElement("template");
  template.innerHTML = html;
  patchChildren(place, template.content);
}

function patchChildren(before: ParentNode & Node, after: ParentNode & Node): void {
  const olds = [...before.childNodes];
  const news = [...after.childNodes];
  news.forEach((fresh, k) => {
    const old = olds[k];
    if (old === undefined) before.append(fresh);
    else if (!old.isEqualNode(fresh)) patchNode(old, fresh);
  });
  for (const old of olds.slice(news.length)) old.remove();
}

function patchNode(old: ChildNode, fresh: ChildNode): void {
  if (!(old instanceof Element && fresh instanceof Element) || old.nodeName !== fresh.nodeName) {
    old.replaceWith(fresh);
    return;
  }
  for (const name of old.getAttributeNames()) if (!fresh.hasAttribute(name)) old.removeAttribute(name);
  for (const name of fresh.getAttributeNames()) {
    const value = fresh.getAttribute(name) ?? "";
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  patchChildren(old, fresh);
}
