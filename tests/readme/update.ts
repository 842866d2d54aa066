/** Puts into README.md, and into its picture, what the first command prints now. Run it with `npm run readme:update`. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withOutputs } from "./blocks.ts";
import { openDesk, root } from "./commands.ts";
import { terminalPicture } from "./terminal-picture.ts";

const path = join(root, "README.md");
const page = readFileSync(path, "utf8");
const desk = openDesk();
try {
  const output = desk.run("clinicsim run scenarios/rheum.json");
  writeFileSync(
    path,
    withOutputs(page, () => output),
  );
  const [, title, picture] = /!\[([^\]]*)\]\(([^)]*\.svg)\)/.exec(page)!;
  writeFileSync(join(root, picture!), terminalPicture(title!, output));
} finally {
  desk.close();
}
