// Lint: the rules of the house (ARCHITECTURE.md, "Rules held by lint") as errors.
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import { builtinModules } from "node:module";
import tseslint from "typescript-eslint";

/** What everything may speak of: the contract, the options, the version. */
const VALUES = ["extraction.ts", "options.ts", "version.ts"];

/** Parts that run anywhere: no Node, no VS Code, no input or output, no clock, no state. */
const CORE = [
  ...VALUES,
  "text",
  "recognise",
  "statistics",
  "check",
  "analyse.ts",
  "import",
  "review",
  "export",
  "plot",
];

/**
 * What each part of server/src may import from the other parts. Arrows only go down this table;
 * a part that is not named here may be imported by nobody and must be added first.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const MAY_IMPORT = {
  "extraction.ts": [],
  "version.ts": [],
  "options.ts": ["extraction.ts"],
  text: VALUES,
  statistics: ["extraction.ts", "text"],
  recognise: [...VALUES, "text"],
  check: [...VALUES, "text", "recognise", "statistics"],
  import: [...VALUES, "text"],
  "analyse.ts": [...VALUES, "text", "recognise", "check", "import"],
  review: [...VALUES, "text", "statistics", "check", "analyse.ts"],
  export: [...VALUES, "text", "statistics", "analyse.ts", "review"],
  plot: ["statistics", "review", "export"],
  service: CORE,
  host: CORE,
  lsp: [...CORE, "service"],
  cli: [...CORE, "service", "host"],
  "main.node.ts": [...VALUES, "lsp", "host"],
  "main.browser.ts": [...VALUES, "lsp"],
  "cli.ts": [...VALUES, "cli", "host"],
};

const partFiles = (/** @type {string} */ part) =>
  `server/src/${part}${part.endsWith(".ts") ? "" : "/**/*.ts"}`;

const ZOD_MINI = 'Write `import * as z from "zod/mini"`: the bundle is 70 kB smaller.';

const zodPaths = [{ name: "zod", message: ZOD_MINI }];
const zodPatterns = [{ regex: "^zod/(?!mini$)", message: ZOD_MINI }];
const nodePattern = {
  regex: `^(node:|(${builtinModules.filter((name) => !name.startsWith("_")).join("|")})$)`,
  message: "This part runs in browsers too: no Node.",
};

const zodSyntax = {
  selector: 'ImportDeclaration[source.value="zod/mini"] > :matches(ImportSpecifier, ImportDefaultSpecifier)',
  message: ZOD_MINI,
};

const coreSyntax = [
  zodSyntax,
  {
    selector:
      "Program > VariableDeclaration[kind='let'], Program > ExportNamedDeclaration > VariableDeclaration[kind='let']",
    message: "The core holds no state: pass it in and hand it on.",
  },
  {
    selector:
      "MemberExpression[object.name='Date'][property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
    message: "The core reads no clock: take the time as an argument.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "The core is deterministic: no random numbers.",
  },
];

const noInputOutput = [
  "process",
  "Buffer",
  "console",
  "performance",
  "fetch",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
  "require",
  "__dirname",
  "__filename",
].map((name) => ({ name, message: "The core does no input or output and keeps no time." }));

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "test-results/", "test/unit/lint/fixtures/"] },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    plugins: { "import-x": importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    settings: {
      "import-x/resolver-next": [
        createNodeResolver({
          extensions: [".ts", ".js", ".json"],
          extensionAlias: { ".js": [".ts", ".js"] },
          conditionNames: ["types", "import", "node", "default"],
        }),
      ],
      "import-x/extensions": [".ts", ".js"],
      "import-x/parsers": { "@typescript-eslint/parser": [".ts"] },
      "import-x/internal-regex": "^\\.",
    },
    rules: {
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "import-x/no-restricted-paths": [
        "error",
        {
          basePath: import.meta.dirname,
          zones: [
            ...Object.entries(MAY_IMPORT).map(([part, below]) => ({
              target: partFiles(part),
              from: "./server/src",
              except: [part, ...below].map((name) => `./${name}`),
              message: `server/src/${part} may import only from: ${[part, ...below].join(", ")} (MAY_IMPORT in eslint.config.js).`,
            })),
            {
              target: "./client/src",
              from: "./server/src",
              except: ["./lsp/messages.ts", "./text/gate.ts", "./export/columns.ts", "./export/csv.ts"],
              message:
                "The client knows of the server only the types of lsp/messages.ts, text/gate.ts to tell whether it is needed at all, and the writer of what the review table copies.",
            },
            { target: "./server/src", from: "./client", message: "The server does not know its client." },
            {
              target: ["./server/src", "./client/src"],
              from: "./test",
              message: "Sources do not import tests.",
            },
          ],
        },
      ],
      "no-restricted-imports": ["error", { paths: zodPaths, patterns: zodPatterns }],
      "no-restricted-syntax": ["error", zodSyntax],

      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      "@typescript-eslint/restrict-template-expressions": [
        "error",
        { allowNumber: true, allowBoolean: true },
      ],
      // `tokens[i]!` inside a bounded loop is the plain way to say it under noUncheckedIndexedAccess.
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: ["error", "always", { null: "ignore" }],

      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 70, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 40],
      "max-depth": ["error", 4],
      "max-params": ["error", 6],
    },
  },
  {
    files: CORE.map(partFiles),
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: zodPaths,
          patterns: [
            ...zodPatterns,
            nodePattern,
            { regex: "^vscode", message: "The core knows no editor: LSP types belong to service/." },
          ],
        },
      ],
      "no-restricted-syntax": ["error", ...coreSyntax],
      "no-restricted-globals": ["error", ...noInputOutput],
    },
  },
  {
    files: ["server/src/service/**/*.ts", "server/src/lsp/**/*.ts", "server/src/main.browser.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: zodPaths,
          patterns: [
            ...zodPatterns,
            nodePattern,
            { regex: "^vscode-languageserver/node", message: "Transports are chosen in main.node.ts." },
          ],
        },
      ],
    },
  },
  {
    // Tests import anything; a client test that reads server code is not the client.
    files: ["test/**/*.ts"],
    rules: {
      "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": "off",
    },
  },
  {
    // Data and schemas, not code: their length says nothing.
    files: ["server/src/extraction.ts", "server/src/recognise/lexicon/**/*.ts"],
    rules: { "max-lines": "off" },
  },
);
