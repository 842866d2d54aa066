import { type JsonObject, parsePath } from "../../scenario/index.ts";
import type { ErlangSays } from "./answer.ts";
import { erlangPosts, unknownToErlang } from "./erlang-says.ts";
import { type ExplainOptions, soundVariant } from "./explaining.ts";
import type { Observation } from "./observation.ts";
import type { StaffingProblem } from "./staffing-problem.ts";
import { brokenOf, slackOf, tightestOf, toldOf } from "./told.ts";

/** What the cheapest plan with as many posts as Erlang C asks for makes of the promises, and what of the clinic Erlang C does not know. */
export async function erlangSays(
  problem: StaffingProblem,
  plan: number,
  worlds: number,
  { make, observe, explaining }: ExplainOptions,
): Promise<ErlangSays | undefined> {
  const { variants, plans, grid, standards, definitions } = problem;
  const said = erlangPosts(variants[plan]!);
  if (said === undefined) return undefined;
  const { index, ...posts } = said;
  // The chosen plan if its posts agree; else the cheapest with as many posts as Erlang C asks for, and all else as in the chosen one.
  const isPosts = grid.decisions.map(({ levels }) =>
    levels.every(({ patch }) => Object.keys(patch).every((path) => arePosts(path, posts.team))),
  );
  const chosen = grid.levels(plan);
  const like = variants
    .map((variant, i) => ({
      i,
      posts: erlangPosts(variant)?.posts ?? Number.NaN,
    }))
    .filter(({ i }) => grid.levels(i).every((level, k) => isPosts[k] === true || level === chosen[k]))
    .filter((each) => each.posts >= posts.erlang - 0.06 && each.posts <= posts.erlang + 0.06)
    .sort(
      (a, b) =>
        Number(b.i === plan) - Number(a.i === plan) ||
        plans[a.i]!.expected - plans[b.i]!.expected ||
        plans[a.i]!.hours - plans[b.i]!.hours,
    )[0];
  if (like === undefined) return undefined;
  explaining?.("what Erlang C would say");
  const variant = variants[like.i]!;
  const observed = await observe(variant, worlds);
  const broken = brokenOf(problem, observed);
  const worst = tightestOf(standards.map((standard) => slackOf(standard, observed)));
  const worstOf = (list: readonly Observation[]) => toldOf(problem, list, standards[worst]!.measure).estimate;
  const without: ErlangSays["without"][number][] = [];
  if (broken.length > 0) {
    const document = variant.scenario.document as unknown as JsonObject;
    for (const { what, patch } of unknownToErlang(document, variant.model, posts.team)) {
      explaining?.(what);
      const changed = await soundVariant(make, { ...grid.patch(like.i), ...patch });
      if (changed === undefined) continue;
      const seen = await observe(changed, worlds);
      without.push({ what, value: worstOf(seen), broken: brokenOf(problem, seen) });
    }
  }
  const { unit } = definitions[standards[worst]!.measure]!;
  return {
    ...posts,
    plan: plans[like.i]!.name,
    isChosen: like.i === plan,
    worlds: observed.length,
    broken,
    ...(broken.length === 0 ? {} : { worst: { requirement: worst, unit, value: worstOf(observed) } }),
    without,
  };
}

/** Of a team, what says how many hours are staffed: heads, and rosters of an FTE step. */
const POSTS = ["count", "people", "shifts", "duties"];

function arePosts(path: string, team: string): boolean {
  const [root, name, what] = parsePath(path) ?? [];
  return root === "staff" && name === team && POSTS.includes(`${what}`);
}
