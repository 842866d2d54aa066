import type { Declaration } from "../declaration.ts";
import { queue, quiet } from "../flags.ts";
import type { Flags } from "../program.ts";

export const declareWorker: Declaration = (program, act) => {
  program
    .command("worker")
    .summary("work for sweeps and runs that others start with --queue")
    .description(
      "Works for every sweep, comparison and run that is started with the same --queue and has the same engine, on any number of machines. Workers come and go at any time.",
    )
    .addOption(queue("take work from"))
    .option("--jobs <number>", "threads (default: the cores)")
    .option("--idle <seconds>", "leave when there has been nothing to do for so long (default: never)")
    .option(
      "--gone-after <seconds>",
      "a worker that is silent for so long is taken for dead, and its work goes to another (default: 15)",
    )
    .addOption(quiet())
    .addHelpText(
      "after",
      `
Ctrl-C finishes what has been begun, and leaves; a second one leaves at once, and another worker does it again. Both lose nothing.
A password is best given in the environment variable CLINICSIM_QUEUE_PASSWORD: an address can be seen in a list of processes.

Examples:
  $ clinicsim worker --queue redis://queue.example.org:6379
  $ clinicsim sweep scenarios/rheum.json --queue redis://queue.example.org:6379 --vary staff.triage-nurse.count=1..3

On a cluster with Slurm, 40 workers that leave when they have had nothing to do for five minutes:
  $ sbatch --array=1-40 --wrap "clinicsim worker --queue redis://queue.example.org:6379 --idle 300"
Without a queue, 40 parts that need to know nothing of each other:
  $ sbatch --array=1-40 --wrap 'clinicsim sweep s.json --design p.csv --shard $SLURM_ARRAY_TASK_ID/40'
On Kubernetes, an indexed job counts from 0:
  $ clinicsim sweep s.json --design p.csv --shard $((JOB_COMPLETION_INDEX + 1))/40`,
    )
    .action((flags: Flags) => act("worker", [], flags));
};
