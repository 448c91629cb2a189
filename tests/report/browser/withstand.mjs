// usage: withstand.mjs FILE…  Opens pages full of hostile text, handles them, and prints what broke out, as JSON.
import { pathToFileURL } from "node:url";
import { launch, open } from "./chromium.mjs";

const browser = await launch();
const broken = [];
for (const file of process.argv.slice(2)) {
  const { page, context, noise } = await open(browser, file);
  await page.evaluate(() => {
    ["beforeprint", "afterprint"].forEach((name) => dispatchEvent(new Event(name))); // unfolds all that is put off
    document.querySelectorAll("details").forEach((node) => { node.open = true; });
  });
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("j");
  await page.fill("#query", "<img src=x onerror=alert(1)>");
  await page.waitForTimeout(30);
  if (!page.url().startsWith(pathToFileURL(file).href)) broken.push(`${file}: went to ${page.url()}`);
  broken.push(...noise.map((line) => `${file}: ${line}`));
  await context.close();
}
await browser.close();
console.log(JSON.stringify(broken));
