/** One seed for all properties of a run: given by DEMARCHE_SEED, or drawn by `npm test`, which prints it. */
import fc from "fast-check";

const seed = Number(process.env["DEMARCHE_SEED"] ?? Number.NaN);
fc.configureGlobal(Number.isInteger(seed) ? { seed } : {});
