/** In which order a date has its parts: numbers, or with the month's English name (`mon`). */
export const DATE_ORDERS = ["ymd", "dmy", "mdy", "d-mon-y", "mon-d-y"] as const;

export type DateOrder = (typeof DATE_ORDERS)[number];

/** How the times of a column are written: a date and the time of day behind it, or a plain number. */
export type TimeFormat =
  | {
      readonly kind: "calendar";
      readonly order: DateOrder;
      readonly shortYear: boolean;
    }
  | { readonly kind: "unix" | "unix-ms" | "excel" };

/**
 * A format as it is stated: `YYYY-MM-DD HH:mm`, `DD/MM/YYYY`, `MMM D YYYY h:mm A`, `unix`, `unix-ms`, `excel`. Which signs stand between the parts, and
 * what follows the date, is seen in each cell. Undefined: it is none.
 */
export function parseTimeFormat(stated: string): TimeFormat | undefined {
  const word = stated.trim();
  const lower = word.toLowerCase();
  if (lower === "iso") return { kind: "calendar", order: "ymd", shortYear: false };
  if (lower === "unix" || lower === "unix-ms" || lower === "excel") return { kind: lower };
  // Minutes are written small, months great.
  const [, date] = /^([^Hh]*?)(?:[T ,]+[Hh].*)?$/.exec(word) ?? [];
  const [, first = "", second = "", third = ""] =
    /^(Y{2,4}|M{1,4}|D{1,2})[^A-Za-z]*(M{1,4}|D{1,2})[^A-Za-z]*(Y{2,4}|D{1,2})$/.exec(date?.trim() ?? "") ??
    [];
  const order = first[0] === undefined ? "" : `${first[0]}${second[0]}${third[0]}`;
  const named = first.length >= 3 && first[0] === "M" ? true : second.length >= 3;
  const shortYear = first === "YY" || third === "YY";
  if (order === "YMD" && first === "YYYY" && !named)
    return { kind: "calendar", order: "ymd", shortYear: false };
  if (order === "DMY") return { kind: "calendar", order: named ? "d-mon-y" : "dmy", shortYear };
  if (order === "MDY") return { kind: "calendar", order: named ? "mon-d-y" : "mdy", shortYear };
  return undefined;
}

/** A format as it may be stated. */
export function timeFormatText(format: TimeFormat): string {
  if (format.kind !== "calendar") return format.kind;
  const year = format.shortYear ? "YY" : "YYYY";
  switch (format.order) {
    case "ymd":
      return "YYYY-MM-DD";
    case "dmy":
      return `DD/MM/${year}`;
    case "mdy":
      return `MM/DD/${year}`;
    case "d-mon-y":
      return `DD-MMM-${year}`;
    case "mon-d-y":
      return `MMM-DD-${year}`;
  }
}
