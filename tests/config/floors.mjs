/** The floors of src/, from the roof to the ground; those in one row stand side by side. */
export const FLOORS = [
  ["cli"],
  ["node", "web"],
  ["report"],
  ["experiment"],
  ["scenario"],
  ["model"],
  ["kernel"],
  ["random", "stats", "results"],
];

/** The floors that know neither Node nor the page. */
export const PURE_FLOORS = FLOORS.slice(2).flat();
