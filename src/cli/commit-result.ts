import type { ResultFolder } from "../node/index.ts";

/** Moves a result to its place; if somebody else has put the very same there meanwhile, as `isThere` finds out, that one stays. */
export async function commitResult(
  folder: ResultFolder,
  force: boolean,
  isThere: () => Promise<boolean>,
): Promise<void> {
  await folder.commit(force).catch(async (error: NodeJS.ErrnoException) => {
    const isTaken = error.code === "ENOTEMPTY" || error.code === "EEXIST";
    if (!isTaken || !(await isThere())) throw error;
  });
}
