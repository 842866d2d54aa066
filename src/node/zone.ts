/** The part of temporal-polyfill that knows time zones, in a file of its own so that it loads when it is used, and nothing else of it does. */
export {
  fromFields,
  getTimeZoneTransition,
  offsetNanoseconds,
  startOfDay,
} from "temporal-polyfill/fns/ZonedDateTime";
