import type { Declaration } from "../declaration.ts";
import type { Flags } from "../program.ts";

export const declareServe: Declaration = (program, act) => {
  program
    .command("serve")
    .summary("open the what-if page in the browser")
    .description(
      "Opens a page in the browser in which a scenario is changed by hand and simulated at once, by the same engine. Only this machine can see it.",
    )
    .argument("[file]", "scenario file to begin with (default: one that comes with clinicsim)")
    .option("--port <number>", "port on 127.0.0.1; 0 is any (default: 4700, or the next that is free)")
    .option("--no-open", "only print the address")
    .addHelpText(
      "after",
      `
Examples:
  $ clinicsim serve
  $ clinicsim serve scenarios/rheum.json --no-open --port 8080`,
    )
    .action((file: string | undefined, flags: Flags) =>
      act("serve", file === undefined ? [] : [file], flags),
    );
};
