import { errorAt } from "../issue-list.ts";
import { quoted } from "../json-value.ts";
import { readMoney } from "../quantities/money.ts";
import { checked } from "../quantities/reading.ts";
import { type Check, entriesOf } from "./check.ts";

/** Costs can be added up: they are all in one currency. */
export const checkMoney: Check = ({ staff }) => {
  const costs = entriesOf(staff).flatMap(([team, { costPerHour }]) => {
    if (costPerHour === undefined) return [];
    const { amount, currency } = checked(readMoney(costPerHour));
    return amount === 0 ? [] : [{ team, currency }];
  });
  const first = costs[0];
  return costs.flatMap(({ team, currency }) => {
    if (first === undefined || currency === first.currency) return [];
    const message = `${currency} cannot be added to the ${first.currency} of ${quoted(first.team)}`;
    return [
      errorAt(["staff", team, "costPerHour"], {
        code: "mixed-currencies",
        message,
        hint: "convert to one currency",
      }),
    ];
  });
};
