// usage: serve.mjs ADDRESS  Saves a review on a page that is served, and prints what was seen, as JSON.
import { launch } from "./chromium.mjs";

const [address] = process.argv.slice(2);
const browser = await launch();
const page = await browser.newPage();
const noise = [];
page.on("console", (message) => noise.push(message.text()));
page.on("pageerror", (error) => noise.push(error.message));
const form = ".panel .review-form";
const seen = {};

await page.goto(address);
await page.keyboard.press("j");
seen.button = await page.textContent(`${form} [type=submit]`);
seen.before = await page.textContent(`${form} [role=status]`);
await page.selectOption(`${form} [name=verdict]`, "not_found");
await page.fill(`${form} [name=reason]`, "Not in the table.");
await page.fill(`${form} [name=initials]`, "AB");
await page.fill(`${form} [name=expires]`, "2099-05-21");
const answered = page.waitForResponse((answer) => answer.request().method() === "POST");
await page.click(`${form} [type=submit]`);
seen.status = (await answered).status();
await page.waitForFunction((one) => /aved/.test(document.querySelector(one).textContent) && !/until/.test(document.querySelector(one).textContent), `${form} [role=status]`);
seen.said = await page.textContent(`${form} [role=status]`);
await page.reload();
seen.decided = await page.textContent(".panel .decided");
seen.drafts = await page.isVisible(".drafts");

// Another page on this machine may not: neither read nor save.
const other = await browser.newPage();
await other.goto("data:text/html,<title>other</title>");
seen.other = await other.evaluate(async (url) => {
  const tried = [];
  for (const options of [{}, { method: "POST", headers: { "Content-Type": "text/plain" }, body: "{}" }, { mode: "no-cors", method: "POST", body: "{}" }]) {
    tried.push(await fetch(url, options).then((answer) => answer.type, () => "refused"));
  }
  return tried;
}, address.replace("report.html", "reviews"));
seen.noise = noise;
await browser.close();
console.log(JSON.stringify(seen));
