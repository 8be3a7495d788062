/** What-ifs as people read them: their books, two columns of time side by side, and the tree of branches. */
export { againstBlock, type Side } from "./against.ts";
export { branchesMermaid } from "./tree.ts";
export { overviewBlock, policyMeanings, whatIfBlock } from "./what-if.ts";
