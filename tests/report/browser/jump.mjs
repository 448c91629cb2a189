// usage: jump.mjs FILE ID…  Goes to places of a page, by its address and by a link; prints how far below the top of the
// window, in pixels, each stands when nothing moves any more.
import { launch, open } from "./chromium.mjs";

const [file, ...places] = process.argv.slice(2);
const browser = await launch();
const seen = {};
for (const place of places) {
  for (const way of ["address", "link"]) {
    const { page, context } = await open(browser, file, { hash: way === "address" ? `#${place}` : "" });
    if (way === "link") {
      await page.evaluate((name) => {
        const link = Object.assign(document.createElement("a"), { href: `#${name}`, textContent: "go" });
        document.querySelector("main").prepend(link);
        link.click();
      }, place);
    }
    await page.waitForTimeout(1000);
    (seen[place] ||= []).push(await page.evaluate((name) => Math.round(document.getElementById(name).getBoundingClientRect().top), place));
    await context.close();
  }
}
await browser.close();
console.log(JSON.stringify(seen));
