// usage: speed.mjs ROUNDS FILE…  Main-thread milliseconds (CPU) by the browser's own trace, as JSON: {file: {what: [ms…]}}.
//
// What a page's renderer spends in its tasks, from the first byte until 700 ms after it was loaded or handled.  The file
// "blank" is an empty page in the same rounds: the loads of a machine come and go, the ratio to it stays.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { launch } from "./chromium.mjs";

const [rounds, ...files] = process.argv.slice(2);
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "factcheck-"));
const blank = path.join(folder, "blank.html");
fs.writeFileSync(blank, "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>blank</title><p>blank</p></html>");
const browser = await launch();

let renderer = null;
const mainThread = (trace) => {
  const { traceEvents } = JSON.parse(trace.toString());
  const mains = new Set(traceEvents.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain").map(({ pid, tid }) => `${pid}:${tid}`));
  const parsed = traceEvents.find(({ name, args }) => name === "ParseHTML" && args?.beginData?.url?.startsWith("file:"));
  if (parsed) renderer = parsed.pid;
  return traceEvents.filter(({ name, ph, pid, tid }) => name === "RunTask" && ph === "X" && pid === renderer && mains.has(`${pid}:${tid}`))
    .reduce((sum, { tdur, dur }) => sum + (tdur ?? dur) / 1000, 0);
};
const traced = async (page, act) => {
  await browser.startTracing(page, { categories: ["-*", "devtools.timeline", "disabled-by-default-devtools.timeline"] });
  await act();
  await page.waitForTimeout(700);
  return mainThread(await browser.stopTracing());
};
const filter = (text) => (page) => page.evaluate((value) => {
  const field = document.querySelector("#query");
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}, text);
const ACTS = [
  ["filter by verdict", filter("verdict:mismatched")],
  ["all again", filter("")],
  ["filter by a word", filter("ministry")],
  ["filter by host and not", filter("-verdict:supported host:org")],
  ["next finding", async (page) => { await filter("")(page); await page.keyboard.press("j"); }],
];

const spent = Object.fromEntries(["blank", ...files].map((file) => [file, {}]));
for (let round = 0; round < Number(rounds); round += 1) {
  for (const file of ["blank", ...files]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const note = async (what, act) => { (spent[file][what] ||= []).push(await traced(page, act)); };
    await note("open", () => page.goto(pathToFileURL(file === "blank" ? blank : file).href));
    if (await page.$("#query")) for (const [what, act] of ACTS) await note(what, () => act(page));
    await context.close();
  }
}
await browser.close();
fs.rmSync(folder, { recursive: true });
console.log(JSON.stringify(spent));
