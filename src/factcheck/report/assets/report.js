/* The report reads without this script; it adds the evidence beside the text, the filter, the keys, and copying. */
"use strict";
(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 68rem)");
  const query = $("#query");
  const shown = $("#shown");
  const help = $("#help");
  const findings = $$(".finding").map((node) => ({ node, marks: [], brief: node.closest(".brief") }));
  const byId = new Map(findings.map((finding) => [finding.node.id, finding]));
  const citations = $$(".citation");
  let selected = null;

  document.documentElement.classList.add("js");
  $$("[hidden]").forEach((node) => { if (node.matches(".tools, .filter")) node.hidden = false; });
  $$("a.fig").forEach((mark) => {
    const finding = byId.get(mark.hash.slice(1));
    if (finding) finding.marks.push(mark);
  });
  if (!wide.matches) $$(".contents details").forEach((node) => { node.open = false; });

  /* --- the state in the address: #?q=filter&f=finding ------------------------------------------------------- */
  const readState = () => new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
  const writeState = () => {
    const state = new URLSearchParams();
    if (query && query.value.trim()) state.set("q", query.value.trim());
    if (selected) state.set("f", selected.node.id);
    const text = state.toString();
    history.replaceState(null, "", text ? "#?" + text : location.pathname + location.search);
  };

  /* --- selecting a finding ---------------------------------------------------------------------------------- */
  const button = (text, action) => {
    const node = document.createElement("button");
    node.type = "button";
    node.textContent = text;
    node.addEventListener("click", action);
    return node;
  };
  const showInPanel = (finding) => {
    const panel = $(".panel", finding.brief);
    const copy = finding.node.cloneNode(true);
    copy.removeAttribute("id");
    $(".rule button", copy).remove();
    const row = document.createElement("p");
    row.className = "bar-row";
    row.append(button("← Look at these first", () => select(null)), copyButton(finding));
    panel.replaceChildren(row, copy);
    panel.parentElement.scrollTop = 0;
  };
  const clear = () => {
    if (!selected) return;
    selected.marks.forEach((mark) => { mark.classList.remove("on"); mark.removeAttribute("aria-current"); });
    $(".panel", selected.brief).replaceChildren();
    selected = null;
  };
  const select = (finding, { focus = false, scroll = false } = {}) => {
    clear();
    selected = finding;
    if (finding) {
      finding.marks.forEach((mark) => { mark.classList.add("on"); mark.setAttribute("aria-current", "true"); });
      showInPanel(finding);
      const mark = finding.marks[0];
      if (mark && scroll) mark.scrollIntoView({ block: "center" });
      if (!wide.matches) {
        const details = finding.node.closest("details");
        if (details) details.open = true;
        finding.node.scrollIntoView({ block: "nearest" });
      }
      if (mark && focus) mark.focus({ preventScroll: true });
      const place = wide.matches ? $(".panel", finding.brief) : finding.node;
      document.dispatchEvent(new CustomEvent("finding", { detail: { ...finding, place } }));
    }
    writeState();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const finding = byId.get(link.hash.slice(1));
    if (finding && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      select(finding, { scroll: !link.classList.contains("fig") || !wide.matches, focus: true });
    }
  });

  /* --- copying as one Markdown line ------------------------------------------------------------------------- */
  const plain = (text) => text.replace(/\s+/g, " ").trim().replace(/[\\`*_[\]<>]/g, "\\$&");
  const markdown = ({ node, brief }) => {
    const title = brief.dataset.brief;
    const links = $$(".follow a", node).map((a) => `[${plain(a.textContent)}](<${a.href}>)`);
    const notes = node.dataset.note ? `, note ${node.dataset.note}` : "";
    const claim = $(".pane blockquote", node);
    const words = [`**${plain($(".word", node).textContent)}**: “${plain($(".subject", node).textContent)}”`,
      `(${plain(title)}${plain(notes)}).`, plain($(".why", node).textContent), claim ? `Claim: “${plain(claim.textContent)}”` : "", links.join(", ")];
    return words.filter(Boolean).join(" ");
  };
  const toClipboard = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
  };
  const copyButton = (finding) => {
    const node = button("Copy as Markdown", async () => {
      await toClipboard(markdown(finding));
      node.textContent = "Copied";
      setTimeout(() => { node.textContent = "Copy as Markdown"; }, 1500);
    });
    return node;
  };
  findings.forEach((finding) => $(".rule", finding.node).append(copyButton(finding)));

  /* --- the filter ------------------------------------------------------------------------------------------- */
  const terms = (text) => (text.match(/\S+/g) || []).map((word) => {
    const not = word.length > 1 && word.startsWith("-");
    const bare = (not ? word.slice(1) : word).toLowerCase();
    const [, key, value] = bare.match(/^(verdict|status|host|kind|note|brief):(.+)$/) || [];
    return { not, key: key || "text", value: value || bare };
  });
  const has = (item, { key, value }) => {
    const data = item.node.dataset;
    if (key === "text") return item.text.includes(value);
    if (key === "brief") return item.brief.dataset.brief.toLowerCase().includes(value);
    if (key === "host") return (data.host || "") === value || (data.host || "").endsWith("." + value);
    return (data[key] || "").split(" ").includes(value);
  };
  const matcher = (list) => {
    const wanted = new Map();
    list.filter((term) => !term.not && term.key !== "text").forEach((term) => {
      wanted.set(term.key, [...(wanted.get(term.key) || []), term]);
    });
    return (item) => [...wanted.values()].every((some) => some.some((term) => has(item, term)))
      && list.every((term) => (term.not ? !has(item, term) : term.key !== "text" || has(item, term)));
  };
  const textOf = (node) => node.textContent.toLowerCase();
  findings.forEach((finding) => {
    const line = finding.marks.length ? finding.marks[0].closest(".line, .heading") : null;
    finding.text = textOf(finding.node) + (line ? " " + textOf(line) : "");
  });
  const cited = citations.map((node) => ({ node, brief: node.closest(".brief"), text: textOf(node) }));
  const apply = () => {
    const list = terms(query.value);
    const matches = matcher(list);
    const aboutFindings = list.some((term) => ["verdict", "kind", "note"].includes(term.key));
    let count = 0;
    findings.forEach((finding) => {
      finding.match = matches(finding);
      if (finding.match) count += 1;
      finding.node.hidden = !finding.match;
      finding.marks.forEach((mark) => mark.classList.toggle("off", !finding.match));
    });
    $$(".first li[data-for]").forEach((node) => node.classList.toggle("hide", !byId.get(node.dataset.for).match));
    $$(".block").forEach((block) => {
      const inside = $$(".finding", block);
      block.classList.toggle("hide", list.length > 0 && !inside.some((node) => !node.hidden));
    });
    cited.forEach((item) => item.node.classList.toggle("hide", list.length > 0 && !aboutFindings && !matches(item)));
    $$(".notes > li").forEach((node) => {
      const inside = $$(".citation", node);
      node.classList.toggle("hide", list.length > 0 && !aboutFindings && !inside.some((one) => !one.classList.contains("hide")));
    });
    $$("[data-token] button, button[data-token]").forEach((node) => {
      const token = node.dataset.token;
      node.setAttribute("aria-pressed", String(query.value.toLowerCase().split(/\s+/).includes(token)));
    });
    shown.textContent = list.length ? `${count} of ${findings.length} findings shown` : "";
    writeState();
  };
  const toggle = (token) => {
    const words = query.value.split(/\s+/).filter(Boolean);
    query.value = words.includes(token) ? words.filter((word) => word !== token).join(" ") : [...words, token].join(" ");
    apply();
  };
  if (query) {
    $$("li[data-token]").forEach((item) => {
      const node = button("", () => toggle(item.dataset.token));
      node.dataset.token = item.dataset.token;
      node.title = item.title;
      item.removeAttribute("title");
      node.append(...item.childNodes);
      item.append(node);
    });
    $$("button[data-token]", $(".filter")).forEach((node) => {
      node.addEventListener("click", () => toggle(node.dataset.token));
    });
    query.addEventListener("input", apply);
  }

  /* --- keys ------------------------------------------------------------------------------------------------- */
  const step = (by) => {
    const open = findings.filter((finding) => finding.match !== false && finding.marks.length);
    if (!open.length) return;
    const at = open.indexOf(selected);
    const next = at < 0 ? (by > 0 ? 0 : open.length - 1) : Math.min(Math.max(at + by, 0), open.length - 1);
    select(open[next], { focus: true, scroll: true });
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => query && query.focus(),
    "?": () => help.showModal(),
    c: () => selected && toClipboard(markdown(selected)),
    Escape: () => (selected ? select(null) : query && query.value && ((query.value = ""), apply())),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const typing = event.target.closest("input, textarea, select");
    if (typing && event.key !== "Escape") return;
    if (typing) { event.preventDefault(); typing.blur(); return; }
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });
  $('[data-do="help"]').addEventListener("click", () => help.showModal());
  $('[data-do="print"]').addEventListener("click", () => print());

  /* --- begin with what the address says --------------------------------------------------------------------- */
  const restore = () => {
    const state = readState();
    if (query && (state.get("q") || "") !== query.value) {
      query.value = state.get("q") || "";
    }
    const wanted = byId.get(state.get("f") || location.hash.slice(1));
    if (query) {
      const keep = location.hash;
      apply();
      if (keep && !keep.startsWith("#?")) history.replaceState(null, "", keep);
    }
    if (wanted) select(wanted, { scroll: true });
  };
  addEventListener("hashchange", () => { if (location.hash.startsWith("#?") || byId.has(location.hash.slice(1))) restore(); });
  restore();
})();
