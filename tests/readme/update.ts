/**
 * Puts into README.md, and into its pictures, what its commands print now. Run it with `npm run readme:update`; what takes minutes is left
 * alone without `-- --long`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withOutputs } from "./blocks.ts";
import { openDesk, root } from "./commands.ts";
import { pagePicture } from "./page-picture.ts";
import { terminalPicture } from "./terminal-picture.ts";
import { whatIfPicture } from "./what-if-picture.ts";

const path = join(root, "README.md");
const page = readFileSync(path, "utf8");
const desk = openDesk();
try {
  const outputs = new Map<string, string>();
  const outputOf = (command: string) => {
    const output = outputs.get(command) ?? desk.run(command);
    outputs.set(command, output);
    return output;
  };
  const short = withOutputs(page, outputOf);
  const isLong = process.argv.includes("--long");
  writeFileSync(path, isLong ? withOutputs(short, outputOf, "long output") : short);
  const [, title, picture] = /!\[([^\]]*)\]\(([^)]*\.svg)\)/.exec(page)!;
  writeFileSync(
    join(root, picture!),
    terminalPicture(title!, outputOf("clinicsim run scenarios/rheum.json")),
  );
  const [command] = /^npx clinicsim compare .* --report$/m.exec(page)!;
  const report = /^page: (.*)$/m.exec(desk.run(command))![1]!;
  writeFileSync(join(root, ".github/page.png"), await pagePicture(join(desk.folder, report)));
  writeFileSync(join(root, ".github/what-if.png"), await whatIfPicture(join(root, "dist/web/index.html")));
} finally {
  desk.close();
}
