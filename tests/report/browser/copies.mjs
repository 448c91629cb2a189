// usage: copies.mjs FILE scripts|none  Follows links of a report to passages in kept copies, as a reader does; prints
// for each what kind of document it led to, whether the passage stands on the screen, and what went on besides.
import fs from "node:fs";
import { launch, open } from "./chromium.mjs";

const [file, scripts] = process.argv.slice(2);
const running = scripts === "scripts";
const browser = await launch();
const { page, noise } = await open(browser, file, { javaScriptEnabled: running });
const links = fs.readFileSync(file, "utf8").split('<article class="finding" id="').slice(1).flatMap((html) => {
  const found = [...html.split("</article>")[0].matchAll(/href="(captures\/[^"]*text=[^"]*)"/g)];
  return found.map(([, href]) => [html.split('"')[0], href.replaceAll("&amp;", "&").replaceAll("&#39;", "'")]);
});
const seen = [];
for (const [id, href] of links.slice(0, 6)) {
  if (running) await page.click(`a.fig[href="#${id}"]`);
  else await page.evaluate((name) => { document.getElementById(name).closest("details").open = true; }, id);
  await page.click(running ? `.panel a[href="${href}"]` : `#${id} a[href="${href}"]`);
  await page.waitForURL(/captures/);
  await page.waitForTimeout(running ? 400 : 800);
  const words = decodeURIComponent(href.split("text=")[1].split(",").find((part) => !/^-|-$/.test(part)));
  seen.push([words, await page.evaluate((sought) => {
    const pre = document.querySelector("pre");
    const range = document.createRange();
    const text = pre.firstChild.data;
    const onScreen = (at) => {
      range.setStart(pre.firstChild, at);
      range.setEnd(pre.firstChild, at + sought.length);
      const box = range.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    };
    let shown = false;
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) shown ||= onScreen(at);
    return [document.contentType, scrollY > 0, shown, pre.children.length];
  }, words)]);
  await page.goBack();
}
await browser.close();
console.log(JSON.stringify({ seen, noise }));
