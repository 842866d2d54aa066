import { writeFileSync } from "node:fs";
import { formatFiles } from "./format-files.ts";

for (const { url, text } of formatFiles()) writeFileSync(url, text);
