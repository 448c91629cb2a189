// usage: validate.mjs FILE…  Prints a JSON list of what html-validate (its recommended rules) holds against pages.
import { load } from "./chromium.mjs";

const { FileSystemConfigLoader, HtmlValidate } = load("html-validate");
const checker = new HtmlValidate(new FileSystemConfigLoader({ extends: ["html-validate:recommended"] }));
const report = await checker.validateMultipleFiles(process.argv.slice(2));
console.log(JSON.stringify(report.results.flatMap(({ filePath, messages }) =>
  messages.map(({ ruleId, line, message }) => `${filePath}:${line}: ${ruleId}: ${message}`))));
