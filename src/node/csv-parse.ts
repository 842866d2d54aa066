/** fast-csv's parser, in a file of its own so that it loads when it is used, bundled or not. */
export { parse, parseString } from "fast-csv";
