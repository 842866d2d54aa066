import { readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { invariant } from "../errors.ts";
import { type PointResult, type ResponseColumn, readPoint, writePoint } from "../experiment/index.ts";
import { checkedLine, textOfLine } from "./checked-line.ts";
import { makeFolder } from "./make-folder.ts";
import { responsesKey } from "./responses-key.ts";

/** Where results of design points are kept for whoever needs them again, beside the folders of results. */
export const POINTS = ".points";
const OWNER = "clinicsim/point/1";
const LISTS = "responses";
/** Names of files are hashes, and nothing else: whoever gives another would write elsewhere. */
const ID = /^[0-9a-f]{64}$/;
const KEY = /^[0-9a-f]{16}$/;

/**
 * What was computed before, by whatever sweep: a folder with a file for each point, named by the point's id, which is the hash of all that
 * the result depends on. Whole or not there: a damaged file counts as none.
 */
export class PointCache {
  readonly #root: string;
  readonly #lists = new Map<string, readonly ResponseColumn[]>();

  constructor(root: string) {
    this.#root = root;
  }

  async find(id: string): Promise<PointResult | undefined> {
    const text = await this.#read(this.#placeOf(id));
    if (text === undefined) return undefined;
    const { responses: key, ...rest } = readPoint(text);
    const responses = KEY.test(key) ? (this.#lists.get(key) ?? (await this.#listOf(key))) : undefined;
    return responses === undefined || rest.id !== id ? undefined : { ...rest, responses };
  }

  async keep({ responses, id, scenario, warnings, values }: PointResult): Promise<void> {
    invariant(ID.test(id), `"${id}" is no id of a point`);
    const key = responsesKey(responses);
    if (!this.#lists.has(key)) {
      await this.#write(LISTS, `${key}.json`, JSON.stringify(responses));
      this.#lists.set(key, responses);
    }
    await this.#write(
      id.slice(0, 2),
      `${id}.json`,
      writePoint({ responses: key, id, scenario, warnings, values }),
    );
  }

  async #listOf(key: string): Promise<readonly ResponseColumn[] | undefined> {
    const text = await this.#read(join(this.#root, LISTS, `${key}.json`));
    if (text === undefined) return undefined;
    const list = JSON.parse(text) as readonly ResponseColumn[];
    this.#lists.set(key, list);
    return list;
  }

  #placeOf(id: string): string {
    invariant(ID.test(id), `"${id}" is no id of a point`);
    return join(this.#root, id.slice(0, 2), `${id}.json`);
  }

  async #read(path: string): Promise<string | undefined> {
    const bytes = await readFile(path).catch(() => undefined);
    return bytes === undefined ? undefined : textOfLine(OWNER, bytes);
  }

  /** Written under another name first; whoever writes the same at the same time writes the same bytes. */
  async #write(folder: string, name: string, text: string): Promise<void> {
    const path = join(this.#root, folder, name);
    const line = checkedLine(OWNER, text);
    try {
      await writeFile(`${path}.part`, line);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      await makeFolder(join(this.#root, folder));
      await writeFile(`${path}.part`, line);
    }
    await rename(`${path}.part`, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error; // the other one moved it
    });
  }
}
