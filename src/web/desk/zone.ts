/** The part of temporal-polyfill that knows time zones, by the browser's own data. */
export {
  fromFields,
  getTimeZoneTransition,
  offsetNanoseconds,
  startOfDay,
} from "temporal-polyfill/fns/ZonedDateTime";
