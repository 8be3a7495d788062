/** A law broken on purpose: with one guard less the goldens fail, and say where and how. docs/quality.md shows it. */
import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { replayed, replayedText, versionsIn } from "../../scripts/golden/versions.ts";
import type * as law from "../../src/machine/requirements.ts";

vi.mock("../../src/machine/requirements.ts", async (original): Promise<typeof law> => {
  const whole = await original<typeof law>();
  const { "host-consents": guard, ...others } = whole.requirements;
  return {
    ...whole,
    requirements: { ...others, "host-consents": { ...guard, holds: () => [{}] } },
    unmet: (situation, event) => whole.unmet(situation, event).filter((id) => id !== "host-consents"),
  };
});

test("an ambassador who returns without the host's consent is caught, in every history in which one does", () => {
  const message = replayedText(replayed("test/golden", versionsIn("test/golden").at(-1) ?? "", "scenarios"));
  const first = message.split("\n\n").find((one) => one.startsWith("iran-pakistan-2024, what-if no-accord")) ?? "";
  expect(first).toMatch(/≠ verdict +unlawful:host-consents +applied/);
  expect(readFileSync("docs/quality.md", "utf8")).toContain(first);
});
