/** Whether trials are in full numbers, as `npm run endurance` has them; in `npm test` each has a small form. */
export const enduring: boolean = process.env["DEMARCHE_ENDURANCE"] === "1";
