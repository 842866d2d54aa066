import fc from "fast-check";

/** Properties see the same examples in every run: a red test is red for everybody. Other seeds: `FC_SEED=1 npm test`. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20260105) });
