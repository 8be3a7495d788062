/** Answers of commands: JSON with `--json`, otherwise blocks for a person. */
import { type Block, json, render } from "../render/index.ts";
import { type Call, flag, widthOption } from "./command.ts";

/** The blocks of an answer; those that take time come one by one. */
type Blocks = Iterable<Block> | AsyncIterable<Block>;

/** An answer: its data, and what is shown of it. */
export interface Answer {
  readonly data: () => Promise<object>;
  readonly blocks: (columns: number) => Blocks;
}

/** Writes an answer in the form that the call asks for. */
export async function writeAnswer(call: Call, { data, blocks }: Answer): Promise<void> {
  if (flag(call.options, "json")) call.io.write(json(await data(), 2));
  else await writeBlocks(call, blocks(widthOption(call)));
}

/** Writes blocks as they come, in the colours of the terminal. */
export async function writeBlocks({ io }: Pick<Call, "io">, blocks: Blocks): Promise<void> {
  const { out } = await io.palettes();
  for await (const block of blocks) if (block.length > 0) io.write(render(block, out));
}
