/**
 * Builds the what-if page: dist/web/index.html, one file with everything in it. It opens from `file://`, from any static host, and is what
 * `clinicsim serve` serves. Its content-security policy, in the file itself, lets run what is in it by hash, workers made from it, and nothing
 * else: no other script, no request to anywhere.
 */
import { createHash } from "node:crypto";
import { join, relative } from "node:path";

/** Directives by which the page works wherever it is; the hashes are those of its script and its style. */
function policyFor(html) {
  const hashes = (element) =>
    [...html.matchAll(new RegExp(`<${element}[^>]*>([\\s\\S]*?)</${element}>`, "g"))].map(
      ([, text]) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`,
    );
  return [
    "default-src 'none'",
    `script-src ${hashes("script").join(" ")}`,
    `style-src ${hashes("style").join(" ")}`,
    "worker-src blob:",
    "img-src data:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const policyInFile = {
  name: "policy-in-file",
  enforce: "post",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const page = bundle["index.html"];
      const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(page.source)}" />`;
      page.source = page.source.replace('<meta charset="utf-8" />', (charset) => `${charset}\n    ${meta}`);
    },
  },
};

/** Writes the page into `outDir`; returns the files whose code is in it, as paths from `root`. */
export async function buildPage({ root, outDir, define, unused }) {
  const [{ build }, { viteSingleFile }] = await Promise.all([
    import("vite"),
    import("vite-plugin-singlefile"),
  ]);
  const inputs = new Set();
  const remembersInputs = () => ({
    name: "remembers-inputs",
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle))
        for (const id of Object.keys(chunk.modules ?? {}))
          inputs.add(id.replace(/^\0/, "").replace(/\?.*$/, ""));
    },
  });
  /** Packages that match `unused` are empty. */
  const onlyUsed = () => ({
    name: "only-used",
    enforce: "pre",
    resolveId: (id) => (unused.test(id) ? `\0unused:${id}` : undefined),
    load: (id) => (id.startsWith("\0unused:") ? "export {};" : undefined),
  });
  await build({
    root: join(root, "src", "web"),
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: "warn",
    define,
    plugins: [remembersInputs(), viteSingleFile(), policyInFile],
    worker: { format: "iife", plugins: () => [onlyUsed(), remembersInputs()] },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      rolldownOptions: { checks: { pluginTimings: false } },
      outDir,
      emptyOutDir: true,
      target: "es2023",
      modulePreload: false,
      reportCompressedSize: false,
    },
  });
  return [...inputs].map((file) => relative(root, file));
}
