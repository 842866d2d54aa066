/** Puts into scenarios/README.md how the clinics compare with what is published. Run it with `npm run comparison:update`. */
import { writeFileSync } from "node:fs";
import { compared, comparisonPage } from "./comparison.ts";

const { url, text } = comparisonPage(compared());
writeFileSync(url, text);
