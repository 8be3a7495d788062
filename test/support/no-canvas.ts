/** Mermaid and axe-core ask for a canvas and do without; jsdom would say at length that it has none. */
HTMLCanvasElement.prototype.getContext = () => null;

export {};
