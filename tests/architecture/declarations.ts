import { join, relative } from "node:path";
import ts from "typescript";
import { root } from "./planted.ts";

/** The package's entries, as users import them, and the file behind each. */
export const ENTRIES: Readonly<Record<string, string>> = {
  index: "src/index.ts",
  kernel: "src/kernel/index.ts",
  random: "src/random/index.ts",
  stats: "src/stats/index.ts",
  node: "src/node/index.ts",
};

/** The declarations a user of this package gets: what the build would write to dist/types, kept in memory. */
export interface Declarations {
  readonly program: ts.Program;
  readonly entries: Readonly<Record<string, ts.SourceFile>>;
  readonly files: readonly ts.SourceFile[];
}

export function emitDeclarations(): Declarations {
  const config = join(root, "tests/config/tsconfig.build.json");
  const parsed = ts.getParsedCommandLineOfConfigFile(
    config,
    {},
    {
      ...ts.sys,
      onUnRecoverableConfigFileDiagnostic: (fault) => {
        throw new Error(ts.flattenDiagnosticMessageText(fault.messageText, "\n"));
      },
    },
  );
  if (parsed === undefined) throw new Error(`${config} cannot be read`);
  const emitted = new Map<string, string>();
  const source = ts.createProgram(parsed.fileNames, parsed.options);
  source.emit(undefined, (path, text) => emitted.set(path, text), undefined, true);

  const host = ts.createCompilerHost(parsed.options);
  const disk = { fileExists: host.fileExists, readFile: host.readFile };
  host.fileExists = (path) => emitted.has(path) || disk.fileExists(path);
  host.directoryExists = () => true;
  host.readFile = (path) => emitted.get(path) ?? disk.readFile(path);
  host.getSourceFile = (path, languageVersion) => {
    const text = emitted.get(path);
    return text === undefined
      ? source.getSourceFile(path)
      : ts.createSourceFile(path, text, languageVersion, true);
  };
  const outDir = parsed.options.outDir ?? root;
  const place = (file: string): string => join(outDir, relative("src", file)).replace(/\.ts$/, ".d.ts");
  const program = ts.createProgram(
    Object.values(ENTRIES).map(place),
    { ...parsed.options, emitDeclarationOnly: false, noEmit: true },
    host,
  );
  const find = (path: string): ts.SourceFile => {
    const file = program.getSourceFile(path);
    if (file === undefined) throw new Error(`no declarations for ${path}`);
    return file;
  };
  return {
    program,
    entries: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, find(place(file))])),
    files: [...emitted.keys()]
      .map((path) => program.getSourceFile(path))
      .filter((file) => file !== undefined),
  };
}

/** What an entry exports, one declaration after the other, by name, without comments and private members. */
export function describeExports({ program, entries }: Declarations, entry: string): string {
  const checker = program.getTypeChecker();
  const module = entries[entry] && checker.getSymbolAtLocation(entries[entry]);
  if (module === undefined) return "";
  const printer = ts.createPrinter({ removeComments: true });
  const describe = (symbol: ts.Symbol): string => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const texts = (target.declarations ?? []).map((declaration) => {
      const node = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
      return printer
        .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
        .split("\n")
        .filter((line) => !/^\s+private\b/.test(line))
        .join("\n")
        .replace(/^(export )?(declare )?/, "");
    });
    const renamed = symbol.name === target.name ? "" : `// as ${symbol.name}\n`;
    return renamed + texts.join("\n");
  };
  const byName = (a: ts.Symbol, b: ts.Symbol): number => (a.name < b.name ? -1 : 1);
  return `${[...checker.getExportsOfModule(module)].sort(byName).map(describe).join("\n\n")}\n`;
}

/** Packages that the declarations import: whoever uses our types needs these too. */
export function packagesImported({ files }: Declarations): readonly string[] {
  const specifiers = files.flatMap((file) =>
    ts.preProcessFile(file.text).importedFiles.map(({ fileName }) => fileName),
  );
  const packages = specifiers
    .filter((specifier) => !specifier.startsWith(".") && !specifier.startsWith("node:"))
    .map((specifier) =>
      specifier
        .split("/")
        .slice(0, specifier.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  return [...new Set(packages)].sort();
}
