// usage: decided.mjs FILE…  Opens each page at its first finding and prints what a person decided about it, as JSON.
import { launch, open } from "./chromium.mjs";

const browser = await launch();
const seen = [];
for (const file of process.argv.slice(2)) {
  const { page, context } = await open(browser, file);
  await page.keyboard.press("j");
  const said = page.locator(".panel .decided");
  seen.push(await said.count() ? (await said.first().textContent()).replace(/\s+/g, " ") : null);
  await context.close();
}
await browser.close();
console.log(JSON.stringify(seen));
