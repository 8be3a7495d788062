/** `demarche/testing`: given-when-then, generators and contracts for tests, and the laws that always hold. Needs fast-check. */
export * from "../laws/index.ts";
export * from "../testing/index.ts";
