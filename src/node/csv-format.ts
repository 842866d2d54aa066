/** fast-csv's formatter, in a file of its own so that it loads when it is used, bundled or not. */
export { format, writeToString } from "fast-csv";
