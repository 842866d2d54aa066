export { engine, version } from "../version.ts";
