/**
 * Named priorities of events that fall on the same minute; the lower number runs first.
 *
 * Events are ordered by the tuple (time, priority, sequence): at equal times by priority, and at equal priority in the
 * order in which they were scheduled. Any integer from −500 to 500 is allowed; these are the names to prefer:
 * – *completion*: work ends and its server becomes free
 * – *withdrawal*: somebody stops waiting
 * – *arrival*: something new comes in
 * – *availability*: a shift, break or session begins or ends
 * – *normal*: everything else (the default)
 * – *dispatch*: free servers choose their next work, when all of the above has happened
 * – *observation*: the state is looked at, when nothing more will change at this minute
 */
export const PRIORITY = {
  completion: 0,
  withdrawal: 10,
  arrival: 20,
  availability: 30,
  normal: 50,
  dispatch: 90,
  observation: 100,
} as const;

/** The largest absolute value that a priority may have. */
export const PRIORITY_LIMIT = 500;
