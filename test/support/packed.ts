/** The package as it is published: packed and installed once for all test files of a run, since both take long. */
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { once } from "./once.ts";

/** What the page on installing tells to type in a clone: to pack, and then to install into a folder beside it. */
const [, typed = ""] = /^```sh\n(npm pack[\s\S]*?)^```/m.exec(readFileSync("docs/how-to/install.md", "utf8")) ?? [];
export const [packing = "", ...installing]: readonly string[] = typed.trim().split("\n");

/** The path of the package's tarball. */
export function packed(): Promise<string> {
  return once("packed", async (place) => {
    await ran("npm", ["pack", "--pack-destination", place], resolve("."));
    return join(place, readdirSync(place).find((name) => name.endsWith(".tgz")) ?? "nothing was packed");
  });
}

/** A user's folder, and what was printed on the way to it. */
export interface User {
  readonly folder: string;
  readonly told: string;
}

/** A new folder with nothing in it but the package, as it is after what that page tells. */
export async function newUser(): Promise<User> {
  const installed = await once("installed", async (place) => {
    const [clone, crises] = [join(place, "demarche"), join(place, "crises")];
    const tarball = await packed();
    mkdirSync(clone);
    copyFileSync(tarball, join(clone, basename(tarball)));
    writeFileSync(join(place, "told.txt"), await ran("sh", ["-e", "-c", installing.join("\n")], clone));
    await ran("npm", ["pkg", "set", "type=module"], crises);
    return place;
  });
  const folder = mkdtempSync(join(tmpdir(), "demarche-user-"));
  copyFileSync(join(installed, "crises", "package.json"), join(folder, "package.json"));
  symlinkSync(join(installed, "crises", "node_modules"), join(folder, "node_modules"));
  return { folder, told: readFileSync(join(installed, "told.txt"), "utf8") };
}

/** Runs a program; its failure shows all that it said. @returns what it printed */
export async function ran(program: string, args: readonly string[], cwd: string): Promise<string> {
  const env = {
    ...process.env,
    npm_config_audit: "false",
    npm_config_fund: "false",
    npm_config_prefer_offline: "true",
    // The same modules are loaded again and again.
    NODE_COMPILE_CACHE: join(tmpdir(), "demarche-compiled"),
  };
  const failed = ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): never => {
    throw new Error(`${program} ${args.join(" ")}\n${stdout}\n${stderr}`);
  };
  return (await promisify(execFile)(program, args, { cwd, env, maxBuffer: 2 ** 26 }).catch(failed)).stdout;
}
