// Style, forbidden globals of the pure rooms, and no silencing of these rules. Layers are checked by .dependency-cruiser.cjs.
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const NOT_PURE = ["window", "document", "navigator", "process", "console", "fetch", "setTimeout", "setInterval", "performance", "localStorage", "globalThis"]
  .map((name) => ({ name, message: "src/shared is pure: pass it in from outside." }));

/** Functions whose last bits differ between machines, or that need a clock or a locale. */
const NOT_DETERMINISTIC = [
  ...["exp", "expm1", "log", "log2", "log10", "log1p", "pow", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "cbrt", "hypot", "random"]
    .map((property) => ({ object: "Math", property, message: "The engine is the same to the byte on every machine: + − × ÷, square root, comparisons and integers only." })),
  { object: "Date", property: "now", message: "No clock in src/shared." },
];

export default tseslint.config(
  { ignores: ["out/", "dist/", "node_modules/", "coverage/", "test-results/", "playwright-report/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        project: [
          "./src/shared/tsconfig.test.json",
          "./src/main/tsconfig.json",
          "./src/main/loopback/tsconfig.page.json",
          "./src/renderer/tsconfig.json",
          "./tests/tsconfig.json",
          "./bench/tsconfig.json",
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-restricted-syntax": ["error",
        { selector: "TSEnumDeclaration", message: "Use a union of strings." },
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
      ],
      "@typescript-eslint/consistent-type-definitions": ["error", "type"],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/explicit-module-boundary-types": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["src/shared/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-globals": ["error", ...NOT_PURE],
      "no-restricted-properties": ["error", ...NOT_DETERMINISTIC],
      "no-restricted-syntax": ["error",
        { selector: "TSEnumDeclaration", message: "Use a union of strings." },
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "No clock in src/shared." },
        { selector: "CallExpression[callee.property.name=/^toLocale/]", message: "Locale is explicit: use report/format.ts." },
      ],
    },
  },
  {
    files: ["src/shared/engine/**/*.ts", "src/shared/units/**/*.ts"],
    ignores: ["**/*.test.ts"],
    rules: {
      "no-restricted-syntax": ["error",
        { selector: "TSEnumDeclaration", message: "Use a union of strings." },
        { selector: "ExportDefaultDeclaration", message: "Named exports only." },
        { selector: "BinaryExpression[operator='**']", message: "The engine multiplies; it does not raise to powers." },
        { selector: "AssignmentExpression[operator='**=']", message: "The engine multiplies; it does not raise to powers." },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "No clock in src/shared." },
        { selector: "Identifier[name='Intl']", message: "The engine knows no locale." },
      ],
    },
  },
  {
    files: ["src/renderer/**/*.ts", "src/renderer/**/*.tsx"],
    plugins: { "react-hooks": reactHooks },
    rules: { ...reactHooks.configs["recommended-latest"].rules },
  },
  {
    files: ["*.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["**/*.test.ts", "**/*.test.tsx", "tests/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/explicit-module-boundary-types": "off",
      "@typescript-eslint/require-await": "off",
      // A file under test may hold anything.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
);
