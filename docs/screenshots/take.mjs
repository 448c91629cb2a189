// Takes the pictures of the report in this folder.
//
//   (cd tests/report/browser && npm install)          once; chromium is the system's
//   factcheck run --offline                            audits the bundled example
//   node docs/screenshots/take.mjs reports/latest/report.html
//   pngquant --ext .png --force --quality 60-90 docs/screenshots/*.png
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
process.env.FACTCHECK_BROWSER_MODULES ||= path.join(here, "../../tests/report/browser");
const { launch, open } = await import("../../tests/report/browser/chromium.mjs");

// Of several briefs the report is a list: it is the first picture, and the others are of the brief that stands first.
const list = path.resolve(process.argv[2] || "reports/latest/report.html");
const first = fs.readFileSync(list, "utf8").match(/href="(briefs\/[^"#]+)"/);
const file = first ? path.join(path.dirname(list), first[1]) : list;
const desk = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };
const worst = (page) => page.click(".first li a");
const review = async (page) => {
  await worst(page);
  await page.selectOption('.review-form [name="verdict"]', "supported");
  await page.fill('.review-form [name="reason"]', "The ministry's revised table of May has 4.2.");
  await page.fill('.review-form [name="initials"]', "AB");
  await page.locator(".review-form").scrollIntoViewIfNeeded();
};
const to = (selector) => (page) => page.evaluate((one) => document.querySelector(one)?.scrollIntoView(), selector);

const VIEWS = [
  ...(first ? [["list", desk, () => {}, list], ["phone-list", phone, () => {}, list]] : []),
  ["overview", desk, () => {}],
  ["evidence", desk, worst],
  ["notes", desk, to('[id$="-notes"]')],
  ["filtered", desk, (page) => page.click('.filter [data-token="verdict:not_found"]')],
  ["review", desk, review],
  ["keys", desk, (page) => page.keyboard.press("?")],
  ["phone", phone, () => {}],
  ["phone-evidence", phone, worst],
];

const browser = await launch();
for (const [name, size, act, shown = file] of VIEWS) {
  for (const colorScheme of ["light", "dark"]) {
    const { page, context, noise } = await open(browser, shown, { ...size, colorScheme });
    await act(page);
    await page.waitForTimeout(200);
    await page.screenshot({ path: path.join(here, `${name}-${colorScheme}.png`) });
    noise.forEach((line) => console.error(`${name} ${colorScheme}: ${line}`));
    await context.close();
  }
}
await browser.close();
