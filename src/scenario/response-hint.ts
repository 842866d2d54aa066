import { didYouMean } from "./did-you-mean.ts";

/** What to do about a response that there is not: what was meant, or who is missing that it would be measured of. */
export function responseHint(name: string, names: readonly string[]): string {
  const group = /^(physician|nurse|clerk)_/.exec(name)?.[1];
  if (group === undefined || names.some((each) => each.startsWith(`${group}_`)))
    return didYouMean(name, names);
  return `no ${group} has a post here, so nothing is measured of them: name another response, or give a team of that role a post`;
}
