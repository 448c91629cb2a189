// usage: passages.mjs FILE  Follows links that name a passage (a JSON list of [URL, words]); prints, for each, whether
// the page was scrolled, and whether the words stand on the screen.
import fs from "node:fs";
import { launch } from "./chromium.mjs";

const onScreen = (text) => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const squeezed = (value) => value.replace(/\s+/g, " ");
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!squeezed(node.data).includes(text)) continue;
    const box = node.parentElement.getBoundingClientRect();
    if (box.top >= 0 && box.bottom <= innerHeight) return true;
  }
  return false;
};
const browser = await launch();
const seen = [];
for (const [url, words] of JSON.parse(fs.readFileSync(process.argv[2], "utf8"))) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.waitForFunction(() => scrollY > 0, null, { timeout: 3000 }).catch(() => {});
  seen.push([await page.evaluate(() => scrollY > 0), await page.evaluate(onScreen, words)]);
  await context.close();
}
await browser.close();
console.log(JSON.stringify(seen));
