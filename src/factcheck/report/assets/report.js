/* The report reads without this script; it adds the evidence beside the text, the filter, the keys, and copying.
   When the page opens it does next to nothing: what it must know of the findings it gathers when it is first asked. */
"use strict";
document.documentElement.classList.add("js");
document.addEventListener("DOMContentLoaded", () => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const wide = matchMedia("(min-width: 68rem)");
  const query = $("#query");
  const shown = $("#shown");
  const help = $("#help");
  let selected = null;

  if (!wide.matches) $$(".contents details").forEach((node) => { node.open = false; });
  document.documentElement.classList.add("ready");

  /* --- what is put off: evidence and lists stand in <noscript> until they are wanted -------------------------- */
  const trusted = globalThis.trustedTypes?.createPolicy("report", { createHTML: (text) => text });
  const parse = (text) => new DOMParser().parseFromString(trusted ? trusted.createHTML(text) : text, "text/html").body;
  const unfold = (root) => {
    const waiting = $$("noscript", root);
    waiting.forEach((node) => node.replaceWith(...parse(node.textContent).childNodes));
    if (waiting.length) settle(root);
  };
  const unfoldFor = (id) => {
    if (/^b\d+-[nc]/.test(id) && !document.getElementById(id)) $$(".lists").forEach(unfold);
  };
  /* What unfolds on the way to a place moves it: it is kept in view until nothing moves, or the reader does. */
  const settled = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const goTo = async (id) => {
    unfoldFor(id);
    const node = document.getElementById(id);
    let theirs = !node;
    const HANDS = ["wheel", "keydown", "pointerdown", "touchstart"];
    const stop = () => { theirs = true; };
    HANDS.forEach((name) => addEventListener(name, stop, { passive: true }));
    for (let still = 0, tries = 0; !theirs && still < 4 && tries < 40; tries += 1) {
      const top = node.getBoundingClientRect().top;
      node.scrollIntoView();
      still = Math.abs(node.getBoundingClientRect().top - top) < 2 ? still + 1 : 0;
      await settled();
    }
    HANDS.forEach((name) => removeEventListener(name, stop));
  };
  const nearing = new IntersectionObserver((seen) => seen.forEach(({ isIntersecting, target }) => {
    if (isIntersecting) { nearing.unobserve(target); unfold(target); }
  }), { rootMargin: "800px" });
  $$(".lists > section").forEach((node) => nearing.observe(node));

  /* --- on paper the brief reads through, and its findings stand behind it, by number ------------------------- */
  let moved = [];
  const gather = () => {
    unfold(document);
    $$(".brief").forEach((brief) => {
      const end = document.createElement("section");
      const title = document.createElement($(".lists > section > *", brief).tagName);
      end.className = "end-matter";
      title.textContent = WORDS.findings;
      end.append(title);
      $$('.evidence .finding:not([data-verdict="uncited"])', brief).forEach((node) => {
        const finding = byId().get(node.id);
        const place = document.createComment("");
        const number = node.id.slice(node.id.indexOf("-f") + 2);
        [node, ...finding.marks.slice(0, 1)].forEach(({ dataset }) => { dataset.number = number; });
        node.hidden = false;
        node.replaceWith(place);
        moved.push(() => place.replaceWith(node));
        end.append(node);
      });
      if (end.children.length > 1) $(".lists", brief).before(end);
      moved.push(() => end.remove());
    });
  };
  addEventListener("beforeprint", gather);
  addEventListener("afterprint", () => {
    moved.forEach((back) => back());
    moved = [];
    settle(document);
  });

  /* --- what the page has, gathered once: read from the text of what is put off ------------------------------- */
  const once = (make) => {
    let made = null;
    return () => (made ||= make());
  };
  const NAMED = { amp: "&", lt: "<", gt: ">", "#34": '"', "#39": "'" };
  const decoded = (text) => text.replace(/&(amp|lt|gt|#34|#39);/g, (_, name) => NAMED[name]);
  const attributes = (text) => Object.fromEntries([...text.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name.replace("data-", ""), decoded(value)]));
  const words = (html) => decoded(html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ")).toLowerCase();
  const citations = once(() => {
    const tags = $$(".lists").flatMap((lists) => [...lists.innerHTML.matchAll(/<div class="citation"([^>]*)>/g)]);
    return new Map(tags.map(([, tag]) => attributes(tag)).map(({ id, status, host }) => [id, { status, host }]));
  });
  const byId = once(() => {
    const found = new Map();
    $$(".evidence").forEach((details) => {
      const block = details.closest(".block");
      const brief = details.closest(".brief");
      const waiting = $("noscript", details);
      (waiting ? waiting.textContent : details.innerHTML).split(/<article class=.finding./).slice(1).forEach((html) => {
        const cited = html.match(/ href="#(b\d+-c\d+)"/);
        const data = { kind: "figure", ...(cited && citations().get(cited[1])), ...attributes(html.slice(0, html.indexOf(">"))) };
        found.set(data.id, { id: data.id, data, html: html.slice(html.indexOf(">") + 1), block, brief, marks: [] });
      });
    });
    $$("a.fig").forEach((mark) => found.get(mark.getAttribute("href").slice(1))?.marks.push(mark));
    return found;
  });
  const findings = once(() => [...byId().values()]);
  const isFinding = (id) => /^b\d+-f\d+$/.test(id) && byId().has(id);
  const nodeOf = (finding) => {
    unfold(finding.block);
    return document.getElementById(finding.id);
  };

  /* --- the state in the address: #?q=filter&f=finding ------------------------------------------------------- */
  const readState = () => new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
  const writeState = () => {
    const state = new URLSearchParams();
    if (query && query.value.trim()) state.set("q", query.value.trim());
    if (selected) state.set("f", selected.id);
    const text = state.toString();
    const hash = text ? "#?" + text : "";
    if (location.hash !== hash) history.replaceState(null, "", hash || location.pathname + location.search);
  };

  /* --- selecting a finding ---------------------------------------------------------------------------------- */
  const button = (text, action) => {
    const node = document.createElement("button");
    node.type = "button";
    node.textContent = text;
    node.addEventListener("click", action);
    return node;
  };
  /* How the source was fetched stands with its note; it is told beside the passage too. */
  const trailOf = (node) => {
    const id = $$(".pane figcaption a, .follow a", node).map((link) => link.hash.slice(1)).find((name) => /^b\d+-c\d+$/.test(name));
    if (!id) return null;
    const there = document.getElementById(id);
    if (there) return $(".trail", there)?.cloneNode(true);
    const found = $$(".lists noscript").map(({ textContent: html }) => [html, html.indexOf(`<div class="citation" id="${id}"`)]).find(([, at]) => at >= 0);
    if (!found) return null;
    const [html, at] = found;
    return $(".trail", parse(html.slice(at, html.indexOf("</div>", at) + 6)));
  };
  const showTrail = (node) => {
    const trail = $(".trail", node) ? null : trailOf(node);
    if (trail) { trail.open = false; $(".rule", node).before(trail); }
  };
  const showInPanel = (finding) => {
    const panel = $(".panel", finding.brief);
    const copy = nodeOf(finding).cloneNode(true);
    copy.removeAttribute("id");
    $$("button, form", copy).forEach((node) => node.remove());
    showTrail(copy);
    const row = document.createElement("p");
    row.className = "bar-row";
    row.append(button(WORDS.back, () => select(null)), copyButton(finding));
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
      const node = nodeOf(finding);
      if (!wide.matches) {
        showTrail(node);
        node.closest("details").open = true;
        node.scrollIntoView({ block: "start" });
      }
      if (mark && focus) mark.focus({ preventScroll: true });
      const place = wide.matches ? $(".panel", finding.brief) : node;
      document.dispatchEvent(new CustomEvent("finding", { detail: { node, brief: finding.brief, place } }));
    }
    writeState();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const id = link.getAttribute("href").slice(1);
    if (isFinding(id) && !event.metaKey && !event.ctrlKey) {
      event.preventDefault();
      select(byId().get(id), { scroll: !link.classList.contains("fig") || !wide.matches, focus: true });
    }
    else if (id) goTo(id);
  });

  /* --- copying as one Markdown line ------------------------------------------------------------------------- */
  const plain = (text) => text.replace(/\s+/g, " ").trim().replace(/[\\`*_[\]<>]/g, "\\$&");
  const markdown = (finding) => {
    const { brief } = finding;
    const node = nodeOf(finding);
    const title = brief.dataset.brief;
    const links = $$(".follow a[href^=http]", node).map((a) => `[${plain(a.textContent)}](<${a.href}>)`);
    const notes = node.dataset.note ? fill(WORDS.note, { note: node.dataset.note }) : "";
    const claim = $(".pane blockquote", node);
    const words = [fill(WORDS.finding, { word: plain($(".word", node).textContent), text: plain($(".subject", node).textContent) }),
      `(${plain(title)}${plain(notes)}).`, plain($(".why", node).textContent), claim ? fill(WORDS.claim, { text: plain(claim.textContent) }) : "", links.join(", ")];
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
    const node = button(WORDS.copy, async () => {
      await toClipboard(markdown(finding));
      node.textContent = WORDS.copied;
      setTimeout(() => { node.textContent = WORDS.copy; }, 1500);
    });
    return node;
  };
  const offerCopy = (node) => {
    if (!$(".rule button", node)) $(".rule", node).append(copyButton(byId().get(node.id)));
  };
  document.addEventListener("toggle", ({ target }) => {
    if (!target.open || !target.matches(".evidence")) return;
    unfold(target);
    $$(".finding", target).forEach(offerCopy);
  }, true);

  /* --- the filter ------------------------------------------------------------------------------------------- */
  const terms = (text) => (text.match(/\S+/g) || []).map((word) => {
    const not = word.length > 1 && word.startsWith("-");
    const bare = (not ? word.slice(1) : word).toLowerCase();
    const [, key, value] = bare.match(/^(verdict|status|host|kind|note|brief):(.+)$/) || [];
    return { not, key: key || "text", value: value || bare };
  });
  const has = (item, { key, value }) => {
    const { data } = item;
    if (key === "text") return textOf(item).includes(value);
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
  const lower = (node) => (node ? node.textContent.toLowerCase() : "");
  const textOf = (item) => (item.text ??= item.html === undefined ? lower(item.node)
    : words(item.html) + " " + lower(item.marks[0]?.closest(".line, .heading")));
  const set = (node, name, on) => { if (node.classList.contains(name) !== on) node.classList.toggle(name, on); };
  let filtered = "";
  let sources = null;
  const apply = () => {
    const list = terms(query.value);
    const wanted = list.length ? query.value.trim() : "";
    if (wanted !== filtered) {
      filtered = wanted;
      show(list);
    }
    writeState();
  };
  const show = (list) => {
    const matches = matcher(list);
    const all = findings();
    const any = list.length > 0;
    const kept = new Set();
    let count = 0;
    all.forEach((finding) => {
      finding.match = matches(finding);
      if (finding.match) { count += 1; kept.add(finding.block); }
      finding.marks.forEach((mark) => set(mark, "off", !finding.match));
    });
    set(document.documentElement, "filtered", any);
    $$(".first li[data-for]").forEach((node) => set(node, "hide", !byId().get(node.dataset.for).match));
    $$(".block").forEach((block) => set(block, "hide", any && !kept.has(block)));
    const parts = new Set([...kept].map((block) => block.closest(".part")));
    $$(".part").forEach((part) => set(part, "hide", any && !parts.has(part)));
    sources = any && !list.some((term) => ["verdict", "kind", "note"].includes(term.key)) ? matches : null;
    settle(document);
    const tokens = query.value.toLowerCase().split(/\s+/);
    $$("button[data-token]").forEach((node) => node.setAttribute("aria-pressed", String(tokens.includes(node.dataset.token))));
    shown.textContent = any ? fill(WORDS.findingsShown, { count, all: all.length }) : "";
  };
  /* What has been unfolded obeys the filter too. */
  const settle = (root) => {
    if (!query) return;
    $$(".evidence .finding", root).forEach((node) => {
      const hide = byId().get(node.id).match === false;
      if (node.hidden !== hide) node.hidden = hide;
    });
    const left = new Set();
    $$(".citation", root).forEach((node) => {
      const hide = Boolean(sources) && !sources({ node, data: node.dataset, brief: node.closest(".brief") });
      set(node, "hide", hide);
      if (!hide) left.add(node.closest(".notes > li"));
    });
    $$(".notes > li", root).forEach((node) => set(node, "hide", Boolean(sources) && !left.has(node)));
  };
  const toggle = (token) => {
    const words = query.value.split(/\s+/).filter(Boolean);
    query.value = words.includes(token) ? words.filter((word) => word !== token).join(" ") : [...words, token].join(" ");
    apply();
  };
  if (query) {
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
    document.addEventListener("click", (event) => {
      const node = event.target.closest("button[data-token]");
      if (node) toggle(node.dataset.token);
    });
    query.addEventListener("input", apply);
  }

  /* --- keys ------------------------------------------------------------------------------------------------- */
  const step = (by) => {
    const open = findings().filter((finding) => finding.match !== false && finding.marks.length);
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
    if (!location.hash) return;
    const state = readState();
    const wanted = state.get("f") || location.hash.slice(1);
    if (query && location.hash.startsWith("#?")) {
      query.value = state.get("q") || "";
      const keep = location.hash;
      apply();
      history.replaceState(null, "", keep);
    }
    if (!location.hash.startsWith("#?") && !isFinding(wanted)) goTo(wanted);
    if (isFinding(wanted)) select(byId().get(wanted), { scroll: true });
    else if (selected && location.hash.startsWith("#?")) select(null);
  };
  addEventListener("hashchange", () => { if (location.hash.startsWith("#?") || isFinding(location.hash.slice(1))) restore(); });
  restore();
});
