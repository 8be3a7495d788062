/** What-ifs as people read them: their books, two columns of time side by side. */
export { againstParts, type Side } from "./against.ts";
export { comparedDocument, overviewBlock, policyMeanings, whatIfBlock } from "./what-if.ts";
