// Opens report pages in the system's Chromium and notes everything that a quiet page must not do.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

export const load = createRequire(pathToFileURL(process.env.FACTCHECK_BROWSER_MODULES + "/"));
const { chromium } = load("playwright-core");
const FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

export const launch = () => chromium.launch({
  executablePath: process.env.FACTCHECK_CHROMIUM || "/usr/bin/chromium",
  args: FLAGS,
});

/** A page of `browser` and the list of what it said, threw, asked for or opened besides the file itself. */
export const open = async (browser, file, { width = 1280, height = 900, hash = "", ...options } = {}) => {
  const context = await browser.newContext({ viewport: { width, height }, ...options });
  const page = await context.newPage();
  const noise = [];
  page.on("console", (message) => noise.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => noise.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { noise.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("popup", () => noise.push("popup"));
  page.on("request", (request) => {
    if (!/^(file|data):/.test(request.url())) noise.push(`request: ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href + hash);
  return { page, context, noise };
};
