import { version } from "../version.ts";

process.stdout.write(`clinicsim ${version}\n`);
