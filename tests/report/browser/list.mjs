// usage: list.mjs FILE  Filters the list of briefs, steps through it and opens one; prints what was seen, as JSON.
import { launch, open } from "./chromium.mjs";

const browser = await launch();
const seen = {};
const { page, noise } = await open(browser, process.argv[2]);
const filter = async (text) => { await page.fill("#query", text); return page.textContent("#shown"); };

seen.word = [await filter("calm"), decodeURIComponent(new URL(page.url()).hash)];
await page.reload();
seen.reloaded = await page.textContent("#shown");
seen.status = await filter("status:dead");
seen.not = await filter("-status:dead");
seen.host = await filter("host:energy.example heat");
seen.all = await filter("");
await page.click('.filter [data-token="verdict:mismatched"]');
seen.button = [await page.inputValue("#query"), await page.textContent("#shown")];
await page.keyboard.press("Escape");
await page.keyboard.press("j");
await page.keyboard.press("j");
await page.keyboard.press("k");
seen.stepped = await page.evaluate(() => document.activeElement.textContent);
await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
seen.opened = await page.title();
await Promise.all([page.waitForNavigation(), page.click("a.home")]);
seen.home = await page.title();
await page.keyboard.press("?");
seen.help = await page.evaluate(() => document.querySelector("#help").open);
seen.noise = noise;
await browser.close();
console.log(JSON.stringify(seen));
