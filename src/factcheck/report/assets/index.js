/* The list of briefs reads without this script; it adds the filter and the keys. */
"use strict";
document.documentElement.classList.add("js", "ready");
document.addEventListener("DOMContentLoaded", () => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const query = $("#query");
  const shown = $("#shown");
  const help = $("#help");
  const rows = $$(".briefs > li");

  /* --- the filter: words of title and path, status:, verdict:, host:, each with a minus sign to turn it round -- */
  const terms = (text) => (text.toLowerCase().match(/\S+/g) || []).map((word) => {
    const not = word.length > 1 && word.startsWith("-");
    const bare = not ? word.slice(1) : word;
    const [, key, value] = bare.match(/^(verdict|status|host|brief):(.+)$/) || [];
    return { not, key: key || "text", value: value || bare };
  });
  const citing = (value) => new Set($$("tr[data-host]")
    .filter(({ dataset: { host } }) => host === value || host.endsWith("." + value))
    .flatMap((row) => row.dataset.in.split(" ")).map((number) => "b" + number));
  const has = (row, { key, value, briefs }) => {
    if (key === "text" || key === "brief") return (row.words ??= $$("a, .path", row).map((node) => node.textContent).join(" ").toLowerCase()).includes(value);
    return key === "host" ? briefs.has(row.id) : row.dataset[key].split(" ").includes(value);
  };
  const apply = () => {
    const list = terms(query.value);
    list.filter(({ key }) => key === "host").forEach((term) => { term.briefs = citing(term.value); });
    let count = 0;
    rows.forEach((row) => {
      const hide = !list.every((term) => has(row, term) !== term.not);
      if (!hide) count += 1;
      if (row.classList.contains("hide") !== hide) row.classList.toggle("hide", hide);
    });
    const tokens = query.value.toLowerCase().split(/\s+/);
    $$("button[data-token]").forEach((node) => node.setAttribute("aria-pressed", String(tokens.includes(node.dataset.token))));
    shown.textContent = list.length ? fill(WORDS.briefsShown, { count, all: rows.length }) : "";
    const state = query.value.trim() ? "#?" + new URLSearchParams({ q: query.value.trim() }) : "";
    if (location.hash !== state) history.replaceState(null, "", state || location.pathname + location.search);
  };
  const toggle = (token) => {
    const words = query.value.split(/\s+/).filter(Boolean);
    query.value = words.includes(token) ? words.filter((word) => word !== token).join(" ") : [...words, token].join(" ");
    apply();
  };
  $$("li[data-token]").forEach((item) => {
    const node = document.createElement("button");
    node.type = "button";
    node.dataset.token = item.dataset.token;
    node.title = item.title;
    node.setAttribute("aria-pressed", "false");
    item.removeAttribute("title");
    node.append(...item.childNodes);
    item.append(node);
  });
  document.addEventListener("click", ({ target }) => {
    const node = target.closest("button[data-token]");
    if (node) toggle(node.dataset.token);
  });
  query.addEventListener("input", apply);

  /* --- keys ------------------------------------------------------------------------------------------------- */
  const step = (by) => {
    const open = rows.filter((row) => !row.classList.contains("hide"));
    const at = open.indexOf(document.activeElement.closest(".briefs > li"));
    const next = open[at < 0 ? (by > 0 ? 0 : open.length - 1) : Math.min(Math.max(at + by, 0), open.length - 1)];
    if (next) $("a", next).focus();
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => query.focus(),
    "?": () => help.showModal(),
    Escape: () => query.value && ((query.value = ""), apply()),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target.closest("input");
    if (typing && event.key !== "Escape") return;
    if (typing) { event.preventDefault(); typing.blur(); return; }
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  $('[data-do="help"]').addEventListener("click", () => help.showModal());
  $('[data-do="print"]').addEventListener("click", () => print());

  const restore = () => {
    query.value = location.hash.startsWith("#?") ? new URLSearchParams(location.hash.slice(2)).get("q") || "" : "";
    if (query.value || shown.textContent) apply();
  };
  addEventListener("hashchange", restore);
  restore();
});
