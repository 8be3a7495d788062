/** The schema of what waits on the clock. */
import * as z from "zod";

/** An entry of the clock. */
export const waiting = z.strictObject({
  due: z.string(),
  kind: z.enum(["kept", "lapsed", "faded"]),
  commitment: z.string().optional(),
});
