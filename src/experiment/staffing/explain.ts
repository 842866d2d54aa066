import { InputError } from "../../errors.ts";
import { windowDays } from "../../model/index.ts";
import { type JsonObject, type Patch, parsePath } from "../../scenario/index.ts";
import type { ErlangSays, Explanation, ExtraHour, PointCost, StepAway, Told } from "./answer.ts";
import { breakingVolume, volumePatch } from "./breaking-volume.ts";
import { erlangPosts, unknownToErlang } from "./erlang-says.ts";
import { extraHour } from "./extra-hour.ts";
import { measureKey } from "./measure.ts";
import type { Observation } from "./observation.ts";
import { levelText } from "./plan-grid.ts";
import { pointCost } from "./point-cost.ts";
import type { StaffingProblem } from "./staffing-problem.ts";
import { brokenOf, slackOf, toldDifferences, toldOf } from "./told.ts";
import type { MakeVariant, Variant } from "./variant.ts";

export interface ExplainOptions {
  readonly base: Variant;
  readonly bare: JsonObject;
  readonly make: MakeVariant;
  /** Simulates a variant in so many fresh worlds, from the first. */
  readonly observe: (variant: Variant, count: number) => Promise<readonly Observation[]>;
  /** Worlds for each comparison; for volumes and for Erlang, half as many. */
  readonly worlds: number;
  readonly explaining?: (what: string) => void;
}

/** Why the plan is what it is: neighbours, hours, points, volume, each in the same fresh worlds as the plan itself. */
export async function explain(
  problem: StaffingProblem,
  plan: number,
  options: ExplainOptions,
): Promise<Explanation> {
  const { base, observe, worlds, explaining } = options;
  const variant = problem.variants[plan]!;
  const own = await observe(variant, worlds);
  explaining?.("today");
  const today = await observe(base, worlds);
  const fewer = await stepsAway(problem, plan, -1, own, options);
  const more = await stepsAway(problem, plan, 1, own, options);
  const hours = await extraHours(problem, plan, own, options);
  explaining?.("how much more volume the plan can take");
  const half = Math.max(2, Math.floor(worlds / 2));
  const volume = await breakingVolume(async (factor) => {
    const scaled = await options.make({
      ...problem.grid.patch(plan),
      ...(factor === 1 ? {} : volumePatch(variant.scenario.document as unknown as JsonObject, factor)),
    });
    return brokenOf(problem, await observe(scaled, half));
  }, half);
  const given = givenBack(problem, variant, own, today, base);
  const erlang = await erlangSays(problem, plan, half, options);
  return {
    worlds,
    today: { broken: brokenOf(problem, today), rows: toldDifferences(problem, today, own) },
    ...(given === undefined ? {} : { givenBack: given }),
    fewer: fewer.map(({ step }) => step),
    more: more.map(({ step }) => step),
    hours,
    points: pointCosts(problem, own, [...more, ...fewer]),
    volume,
    ...(erlang === undefined ? {} : { erlang }),
  };
}

interface Stepped {
  readonly step: StepAway;
  readonly observations: readonly Observation[];
}

async function stepsAway(
  problem: StaffingProblem,
  plan: number,
  by: -1 | 1,
  own: readonly Observation[],
  { observe, worlds, explaining }: ExplainOptions,
): Promise<readonly Stepped[]> {
  const { grid, variants } = problem;
  const levels = grid.levels(plan);
  const steps: Stepped[] = [];
  for (const [i, decision] of grid.decisions.entries()) {
    const to = levels[i]! + by;
    if (!decision.inOrder || decision.levels[to] === undefined) continue;
    const text = levelText(decision, to);
    explaining?.(`${by < 0 ? "one fewer" : "one more"}: ${text}`);
    const other = grid.at(levels.map((level, k) => (k === i ? to : level)));
    const observations = await observe(variants[other]!, worlds);
    steps.push({
      observations,
      step: {
        decision: decision.name,
        from: decision.levels[levels[i]!]!.text,
        to: decision.levels[to]!.text,
        broken: brokenOf(problem, observations),
        rows: toldDifferences(problem, observations, own),
      },
    });
  }
  return steps;
}

async function extraHours(
  problem: StaffingProblem,
  plan: number,
  own: readonly Observation[],
  { make, observe, worlds, explaining }: ExplainOptions,
): Promise<readonly ExtraHour[]> {
  const variant = problem.variants[plan]!;
  const { document, clinic, loads } = variant.scenario;
  const found: ExtraHour[] = [];
  for (const [index, team] of clinic.teams.entries()) {
    if (team.count === 0) continue;
    const patch = extraHour(team, document.staff[team.name] as unknown as JsonObject, clinic.calendar.open);
    if (patch === undefined) continue;
    const longer = await soundVariant(make, { ...problem.grid.patch(plan), ...patch });
    if (longer === undefined) continue;
    const hours = (longer.scenario.loads.teams[index]!.hours - loads.teams[index]!.hours) / 60;
    if (!(hours > 0)) continue;
    explaining?.(`an hour more of ${team.name}`);
    const observations = await observe(longer, worlds);
    const [[, added]] = Object.entries(patch) as [[string, readonly string[]]];
    const before = (document.staff[team.name] as unknown as Record<string, readonly string[] | undefined>)[
      team.inbox === undefined ? "shifts" : "inbox"
    ];
    found.push({
      team: team.name,
      added: added.slice(before?.length ?? 0).join(", "),
      hours,
      rows: toldDifferences(problem, observations, own, hours),
    });
  }
  return found;
}

/** A variant, or undefined where the change does not go with the rest. */
async function soundVariant(make: MakeVariant, patch: Patch): Promise<Variant | undefined> {
  try {
    return await make(patch);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Of each promise, what a point of it costs by each step, the cheapest first. */
function pointCosts(
  problem: StaffingProblem,
  own: readonly Observation[],
  steps: readonly Stepped[],
): readonly PointCost[] {
  const cost = problem.measures.findIndex((each) => measureKey(each) === "cost_per_week");
  if (cost < 0) return [];
  return problem.requirements.flatMap(({ response, label, direction }, i) => {
    if (direction !== "at least" || !/^promise_.*_share$/.test(response)) return [];
    const share = problem.standards[i]!.measure;
    const found = steps.flatMap(({ step, observations }): PointCost[] => {
      const told = pointCost(observations, own, { cost, share });
      return told === undefined
        ? []
        : [{ promise: label, step: upwards(step, step.rows, response), ...told }];
    });
    return found.sort((a, b) => a.estimate - b.estimate);
  });
}

/** Hours of all physicians together, today's less the plan's. */
function givenBack(
  problem: StaffingProblem,
  variant: Variant,
  own: readonly Observation[],
  today: readonly Observation[],
  base: Variant,
): Explanation["givenBack"] {
  const { model } = variant;
  const physicians = (of: Variant) =>
    of.scenario.clinic.teams.reduce((sum, { role, count }) => (role === "physician" ? sum + count : sum), 0);
  const [now, then] = [physicians(base), physicians(variant)];
  const { from, to } = windowDays(model);
  let open = 0;
  for (let day = from; day < to; day += 1) if (model.calendar.isOpenDay(day)) open += 1;
  const daysAWeek = (open * 7) / (to - from);
  const of = (response: string, times: number): Told | undefined => {
    const measure = problem.measures.findIndex((each) => measureKey(each) === response);
    if (measure < 0) return undefined;
    // Weighed by how many there are, the difference of means is one of hours.
    const weighed = (list: readonly Observation[], by: number) =>
      list.map((each) => each.map((value, k) => (k === 2 * measure ? value * by : value)));
    const [a, b] = [weighed(today, (now * times) / 60), weighed(own, (then * times) / 60)];
    return toldDifferences(problem, a, b)[measure]!.difference;
  };
  const messages = of("physician_message_min_per_day", daysAWeek);
  const afterHours = of("physician_after_hours_min_per_week", 1);
  return messages === undefined || afterHours === undefined ? undefined : { messages, afterHours };
}

async function erlangSays(
  problem: StaffingProblem,
  plan: number,
  worlds: number,
  { make, observe, explaining }: ExplainOptions,
): Promise<ErlangSays | undefined> {
  const { variants, plans, grid, standards, requirements, definitions } = problem;
  const said = erlangPosts(variants[plan]!);
  if (said === undefined) return undefined;
  const { index, ...posts } = said;
  // The cheapest plan with as many posts as Erlang C asks for, and all else as it is.
  const ofTeam = grid.decisions.map(({ levels }) =>
    levels.some(({ patch }) => Object.keys(patch).some((path) => isOfTeam(path, posts.team))),
  );
  const chosen = grid.levels(plan);
  const like = variants
    .map((variant, i) => ({ i, posts: erlangPosts(variant)?.posts ?? Number.NaN }))
    .filter(({ i }) => grid.levels(i).every((level, k) => ofTeam[k] === true || level === chosen[k]))
    .filter((each) => each.posts >= posts.erlang - 0.06 && each.posts <= posts.erlang + 0.06)
    .sort((a, b) => plans[a.i]!.expected - plans[b.i]!.expected || plans[a.i]!.hours - plans[b.i]!.hours)[0];
  if (like === undefined) return undefined;
  explaining?.("what Erlang C would say");
  const variant = variants[like.i]!;
  const observed = await observe(variant, worlds);
  const broken = brokenOf(problem, observed);
  const slacks = standards.map((standard) => slackOf(standard, observed));
  const worst = slacks.reduce((least, slack, i) => (slack < slacks[least]! ? i : least), 0);
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
    broken,
    ...(broken.length === 0
      ? {}
      : { worst: { label: requirements[worst]!.label, unit, value: worstOf(observed) } }),
    without,
  };
}

function isOfTeam(path: string, team: string): boolean {
  const [root, name] = parsePath(path) ?? [];
  return root === "staff" && name === team;
}

/** A step from the lower share to the higher one, in words. */
function upwards({ decision, from, to }: StepAway, rows: StepAway["rows"], share: string): string {
  const isUp = (rows.find(({ response }) => response === share)?.difference.estimate ?? 0) > 0;
  return `${decision}: ${isUp ? to : from} instead of ${isUp ? from : to}`;
}
