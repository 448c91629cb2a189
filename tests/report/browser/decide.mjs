// usage: decide.mjs FILE FOLDER  Writes a review into the page's form, comes back to its draft, and downloads it to FOLDER.
import path from "node:path";
import { launch, open } from "./chromium.mjs";

const [file, folder] = process.argv.slice(2);
const browser = await launch();
const seen = {};
const { page, noise } = await open(browser, file, { acceptDownloads: true });
const form = ".panel .review-form";
const said = () => page.textContent(`${form} [role=status]`);

await page.keyboard.press("j");
seen.empty = [await page.inputValue(`${form} [name=verdict]`), await said(), await page.isVisible(".drafts")];
await page.selectOption(`${form} [name=verdict]`, "not_found");
seen.half = await said();
await page.fill(`${form} [name=reason]`, 'The table is an image:\n"4.2" = <b>right</b> \\ \u{1f9ca}');
await page.fill(`${form} [name=initials]`, "AB");
await page.fill(`${form} [name=expires]`, "2099-05-21");
seen.full = [await said(), await page.textContent(".drafts")];
await page.focus(`${form} [name=verdict]`);
await page.keyboard.press("j");
seen.keysLeftAlone = await page.textContent(".panel .subject");
await page.focus("a.fig");
await page.keyboard.press("j");
seen.initialsKept = [await page.inputValue(`${form} [name=initials]`), await page.inputValue(`${form} [name=reason]`)];
await page.keyboard.press("k");
await page.reload();
seen.draftKept = [await page.textContent(".panel .subject"), await page.inputValue(`${form} [name=verdict]`)];
const [download] = await Promise.all([page.waitForEvent("download"), page.click(`${form} [type=submit]`)]);
seen.file = path.join(folder, download.suggestedFilename());
await download.saveAs(seen.file);
await page.click(`${form} [data-do=discard]`);
seen.discarded = [await page.inputValue(`${form} [name=reason]`), await page.isVisible(".drafts")];
seen.noise = noise;

const phone = await open(browser, file, { width: 390, height: 844 });
await phone.page.click("a.fig.v-mismatched");
seen.phone = [await phone.page.isVisible(".finding .review-form"), await phone.page.locator(".review-form").count()];
await browser.close();
console.log(JSON.stringify(seen));
