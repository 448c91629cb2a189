// usage: look.mjs FILE…  Prints a JSON list of problems: axe-core (WCAG 2.2 AA and best practice), sideways scroll, noise.
import fs from "node:fs";
import { launch, load, open } from "./chromium.mjs";

const axe = fs.readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const browser = await launch();
const problems = [];
for (const file of process.argv.slice(2)) {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [1280, 390, 320]) {
      for (const unfolded of width === 1280 ? [false, true] : [true]) {
        const { page, context, noise } = await open(browser, file, { width, colorScheme });
        const where = `${file} ${colorScheme} ${width}${unfolded ? " unfolded" : ""}`;
        if (unfolded) {
          await page.evaluate(() => {
            ["beforeprint", "afterprint"].forEach((name) => dispatchEvent(new Event(name))); // unfolds all that is put off
            document.styleSheets[0].insertRule("* { content-visibility: visible !important }", document.styleSheets[0].cssRules.length);
            document.querySelectorAll("details").forEach((node) => { node.open = true; });
          });
          await page.keyboard.press("j");
        }
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) problems.push(`${where}: scrolls sideways by ${over} px`);
        await page.evaluate(axe);
        const found = await page.evaluate((values) => globalThis.axe.run(document, {
          preload: false, runOnly: { type: "tag", values },
        }), RULES);
        for (const broken of found.violations) {
          problems.push(`${where}: ${broken.id}: ${broken.nodes[0].html.slice(0, 120)}`);
        }
        problems.push(...noise.map((line) => `${where}: ${line}`));
        await context.close();
      }
    }
  }
}
await browser.close();
console.log(JSON.stringify(problems));
