/** cli-progress's bar, in a file of its own so that it loads when it is used, bundled or not. */
export { SingleBar } from "cli-progress";
