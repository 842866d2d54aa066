// How many tests passed and failed by vitest's report in JSON (to stdout), and which failed and why (to stderr, in few lines).
import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

const report = JSON.parse(readFileSync(process.argv[2], "utf8"));
const few = (text) => stripVTControlCharacters(text).split("\n").slice(0, 12).join("\n    ").slice(0, 1500);

console.log(`${report.numPassedTests} ${report.numFailedTests}`);
for (const file of report.testResults) {
  const failed = file.assertionResults.filter((test) => test.status === "failed");
  const name = relative(process.cwd(), file.name);
  for (const test of failed)
    console.error(`failed: ${name} > ${test.fullName}\n    ${test.failureMessages.map(few).join("\n    ")}`);
  if (file.status === "failed" && failed.length === 0)
    console.error(`failed: ${name}\n    ${few(file.message ?? "")}`);
}
