// usage: review.mjs FILE  Does what a reviewer does and prints what was seen, as JSON.
import { launch, open } from "./chromium.mjs";

const file = process.argv[2];
const browser = await launch();
const seen = {};
const { page, noise } = await open(browser, file, { permissions: ["clipboard-read", "clipboard-write"] });
const state = () => decodeURIComponent(new URL(page.url()).hash);
const panel = () => page.evaluate(() => document.querySelector(".panel .subject")?.textContent ?? null);
const shown = () => page.textContent("#shown");

await page.keyboard.press("j");
seen.first = [await panel(), await page.evaluate(() => document.activeElement.textContent), state()];
await page.keyboard.press("j");
seen.second = await panel();
await page.keyboard.press("k");
seen.back = await panel();
await page.keyboard.press("Escape");
seen.closed = [await panel(), state()];

await page.keyboard.press("/");
await page.keyboard.type("verdict:mismatched");
seen.filtered = [await shown(), state()];
await page.keyboard.press("Escape");
await page.keyboard.press("j");
seen.firstFiltered = await panel();
await page.keyboard.press("c");
seen.markdown = await page.evaluate(() => navigator.clipboard.readText());
await page.reload();
seen.reloaded = [await page.inputValue("#query"), await shown(), await panel()];

const filter = async (text) => { await page.fill("#query", text); return shown(); };
seen.not = await filter("-verdict:supported -verdict:uncited");
seen.host = await filter("host:energy.example");
seen.word = await filter("pipes");
seen.none = await filter("no-such-word-anywhere");
await filter("");
await page.click('li[data-token="status:dead"] button');
seen.tally = [await page.inputValue("#query"), await shown()];
await filter("");
await page.keyboard.press("Escape");
await page.keyboard.press("?");
seen.help = await page.evaluate(() => document.querySelector("#help").open);
await page.keyboard.press("Escape");
await page.keyboard.press("Escape");
await page.click(".first li a");
seen.worst = await panel();
seen.noise = noise;

const phone = await open(browser, file, { width: 390, height: 844 });
await phone.page.click("a.fig.v-mismatched");
seen.phone = await phone.page.evaluate(() => {
  const open = document.querySelector("details.evidence[open]");
  return open ? open.querySelector(".subject").textContent : null;
});
const still = await open(browser, file, { width: 390, height: 844, javaScriptEnabled: false });
await still.page.click("a.fig.v-mismatched");
const target = still.page.locator(".finding:target");
seen.withoutScript = [await target.isVisible(), await target.locator(".subject").textContent()];
await browser.close();
console.log(JSON.stringify(seen));
