/**
 * clinicsim without Node: parse a scenario, compile it, run replications, analyse and report them. The same in a browser, a worker or
 * a terminal.
 *
 * ```ts
 * const { scenario, issues } = parseScenario(text);
 * const model = compile(scenario.clinic, clockChanges);
 * const results = [1, 2, 3].map((replication) => runReplication(model, { seed: 2026, replication, keep: "responses" }));
 * const analysis = analyse(model, results, { seed: 2026 });
 * ```
 */
export * from "./errors.ts";
export * from "./experiment/index.ts";
export * from "./model/index.ts";
export * from "./report/index.ts";
export {
  type ColumnSpec,
  type ColumnType,
  Table,
  type TransferableTable,
  type Window,
} from "./results/index.ts";
export * from "./scenario/index.ts";
