/** Two people play on one journal: each sees what the other does, and decides again who comes too late. */
import { expect, test } from "vitest";
import { playable } from "../../src/play/index.ts";
import { demarche, folder } from "../support/cli.ts";
import { inFull, ofAll } from "../support/enduring.ts";
import { sharedServer } from "../support/postgres.ts";
import { talkWith } from "../support/talking.ts";

const place = folder();

const aFile = ["a file", async () => "case.db"] as const;
test.each(ofAll([aFile, ["a server", async () => (await sharedServer())()]], [aFile]))(
  "in %s",
  async (_, addressOf) => {
    const address = await addressOf();
    expect(demarche(["journal", "init", address, "--from", "iran-pakistan-2024"], { cwd: place })).toMatchObject({
      code: 0,
    });
    const sit = (code: string) =>
      talkWith(["play", `${address}#game`, "--as", code, "--from", "strike", "--width", "140"], place);
    const iran = sit("IRN");
    await iran.hears(/You decide for IRN, someone else for PAK/);
    const joined = talkWith(["play", `${address}#game`, "--as", "PAK", "--width", "140"], place);
    await joined.hears(/\.help\./);

    // Each sees at once what the other does.
    joined.say("recall-ambassador because=strike");
    await joined.hears(/pak-recall-ambassador-1/);
    await iran.hears(/PAK → IRN +● Recall of ambassador[\s\S]*mission PAK recalled/);

    // What needs both is proposed by one and accepted by the other.
    iran.say("negotiate");
    await joined.hears(/IRN proposes negotiate/);
    joined.say("negotiate");
    await iran.hears(/irn-pak-negotiate-1/);
    await joined.hears(/irn-pak-negotiate-1/);

    // Both act at once: whoever comes too late is shown what the other did, and asked again.
    let late = 0;
    for (let round = 1; round <= 12 && late === 0; round += 1) {
      for (const one of [iran, joined]) one.say(`condemn note=round-${round}`);
      for (const [one, own] of [
        [iran, "irn"],
        [joined, "pak"],
      ] as const) {
        const reply = await one.hears(
          new RegExp(`condemn was not done: (IRN|PAK) was first|${own}-condemn-${round}\\b`),
        );
        if (!reply.includes("was first")) continue;
        late += 1;
        await one.hears(/Condemnation/);
        one.say("yes");
        await one.hears(new RegExp(`${own}-condemn-${round}\\b`));
      }
    }
    expect(late).toBeGreaterThan(0);

    iran.say(".quit");
    joined.say("strik");
    await joined.hears(/There is no act "strik". Did you mean strike\?/);
    joined.say(".quit");
    expect(await iran.ends()).toBe(0);
    expect(await joined.ends()).toBe(0);

    // The game is a line like any other; the record is as it was.
    const game = JSON.parse(demarche(["replay", `${address}#game`, "--json"], { cwd: place }).out);
    const own = game.steps.filter(({ event }: { event: { cite: string[] } }) => event.cite.includes("played"));
    expect(own.slice(0, 3).map(({ event }: { event: { act: string } }) => event.act)).toEqual([
      "recall-ambassador",
      "negotiate",
      "condemn",
    ]);
    expect(JSON.parse(demarche(["replay", address, "--json"], { cwd: place }).out)).toEqual(
      JSON.parse(demarche(["replay", "iran-pakistan-2024", "--json"]).out),
    );
    expect(demarche(["journal", "verify", address], { cwd: place })).toMatchObject({ code: 0 });
  },
);

test("an act after which the game could not be read is not done, and the player goes on", () => {
  demarche(["journal", "init", "hidden.db", "--from", "iran-pakistan-2024"], { cwd: place });
  const play = ["play", "hidden.db#g", "--as", "PAK"];
  const { code, out } = demarche(play, { cwd: place, input: "condemn note=a\u001bb\ncondemn note=ab\n.quit\n" });
  expect(out).toContain("condemn: nothing was done. The control character U+001B stands here.");
  expect(out).toContain("Condemnation");
  expect(code).toBe(0);
  expect(demarche(["replay", "hidden.db#g"], { cwd: place })).toMatchObject({ code: 0 });
});

test("no act at a table makes the journal unreadable, whatever it is aimed at", { tags: "long" }, () => {
  demarche(["journal", "init", "any.db", "--from", "iran-pakistan-2024"], { cwd: place });
  const aims = ["", " to=PAK", " to=", " to=CHN", " to=IRN,PAK", " to=IRN,CHN"];
  const given: Readonly<Record<string, string>> = {
    "expel-diplomats": " count=2",
    "cap-staff": " limit=3",
    "issue-ultimatum": " deadline=2024-02-01",
  };
  // In full every act with every aim; otherwise two of the aims for each, or one for every second, in turn.
  const lines = playable.flatMap((act, k) =>
    aims.flatMap((aim, j) => ((j + k) % inFull(1, ofAll(3, 12)) === 0 ? [`${act}${given[act] ?? ""}${aim}\n`] : [])),
  );
  lines.push("strike to=PAK\n");
  const sat = ["play", "any.db#game", "--as", "PAK"];
  const { code, out } = demarche(sat, { cwd: place, input: lines.join("") });
  expect(code).toBe(0);
  expect(out.replace(/\s+/g, " ")).toMatch(/> strike to=PAK ✗ strike: PAK acts towards IRN in a game/);
  expect(demarche(["replay", "any.db#game"], { cwd: place }).code).not.toBe(2);
  expect(demarche(["journal", "verify", "any.db"], { cwd: place }).code).toBe(0);
  expect(demarche([...sat.slice(0, 3), "IRN"], { cwd: place, input: ".quit\n" }).code).toBe(0);
});
