/* Reviews: a form for the selected finding, drafts in this browser, and the file that factcheck review apply takes in. */
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const template = document.querySelector("#review-form");
  if (!template) return;
  const saveTo = document.querySelector('meta[name="factcheck-save"]')?.content;
  const STORE = "factcheck-reviews";
  const HELD_DAYS = 180;
  const FIELDS = ["verdict", "reason", "initials", "expires"];
  let memory = {};
  /* A browser may refuse storage to files: then drafts last as long as the page. */
  const load = () => { try { return JSON.parse(localStorage.getItem(STORE)) || memory; } catch { return memory; } };
  const save = (all) => { memory = all; try { localStorage.setItem(STORE, JSON.stringify(all)); } catch { /* kept in memory */ } };
  const day = (ahead) => {
    const when = new Date();
    when.setDate(when.getDate() + ahead);
    return [when.getFullYear(), when.getMonth() + 1, when.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };
  const complete = (draft) => FIELDS.every((name) => String(draft[name] || "").trim()) && /^\d{4}-\d\d-\d\d$/.test(draft.expires);
  const draftsOf = (path) => Object.values(load().drafts || {}).filter((draft) => draft.brief === path);

  /* --- the file: TOML basic strings are JSON strings, but for DEL ------------------------------------------- */
  const quoted = (text) => JSON.stringify(text.replace(/\p{Cs}/gu, "\ufffd")).replace(/\x7f/g, "\\u007f");
  const entry = (draft) => ["", "[[review]]", ...["brief", "finding", "subject", "verdict", "reason", "initials"]
    .map((name) => `${name} = ${quoted(draft[name].trim() || draft[name])}`),
  `reviewed = ${draft.reviewed}`, `expires = ${draft.expires}`, `evidence = ${quoted(draft.evidence)}`].join("\n");
  const download = (path) => {
    const text = "format = 1\n" + draftsOf(path).filter(complete).map((draft) => entry(draft) + "\n").join("");
    const slug = path.split("/").pop().replace(/\.\w+$/, "").replace(/[^\w.-]+/g, "-").slice(0, 80) || "brief";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "application/toml" }));
    link.download = `reviews-${slug}-${day(0)}.toml`;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  /* --- where the page is served, a review is saved at once -------------------------------------------------- */
  const forget = (key) => {
    const now = load();
    delete (now.drafts || {})[key];
    save(now);
  };
  const send = async (draft, status) => {
    if (!draft || !complete(draft)) return;
    const sent = Object.fromEntries(["brief", "finding", "subject", "verdict", "reason", "initials", "reviewed", "expires", "evidence"]
      .map((name) => [name, draft[name]]));
    try {
      const answer = await fetch(saveTo, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(sent) });
      const said = await answer.text();
      if (answer.ok) forget(draft.finding);
      status.textContent = answer.ok ? said : fill(WORDS.refused, { reason: said });
    } catch {
      status.textContent = WORDS.unanswered;
    }
  };

  /* --- what is said of drafts ------------------------------------------------------------------------------- */
  const say = (brief, form) => {
    const drafts = draftsOf(brief.dataset.brief);
    const ready = drafts.filter(complete).length;
    const words = drafts.length ? fill(drafts.length === 1 ? WORDS.draft : WORDS.drafts, { count: drafts.length, complete: ready }) : "";
    const plain = words + (saveTo ? WORDS.unsaved : WORDS.undownloaded);
    const line = brief.querySelector(".drafts");
    line.hidden = !drafts.length;
    line.textContent = plain;
    if (form && form.querySelector("[role=status]").textContent !== plain) form.querySelector("[role=status]").textContent = plain;
  };

  document.addEventListener("finding", ({ detail: { node, brief, place } }) => {
    document.querySelectorAll("form.review-form").forEach((old) => old.remove());
    if (!node.dataset.key) return;
    const form = template.content.firstElementChild.cloneNode(true);
    const { key, evidence = brief.dataset.evidence } = node.dataset;
    const all = load();
    const draft = (all.drafts || {})[key];
    form.elements.initials.value = all.initials || "";
    form.elements.expires.value = day(HELD_DAYS);
    if (draft) FIELDS.forEach((name) => { form.elements[name].value = draft[name]; });
    form.addEventListener("input", () => {
      const now = load();
      const written = Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value]));
      now.initials = written.initials.trim();
      now.drafts = { ...now.drafts, [key]: { ...written, brief: brief.dataset.brief, finding: key, evidence, reviewed: day(0),
        subject: node.querySelector(".subject").textContent.slice(0, 4000) } };
      save(now);
      say(brief, form);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (saveTo) send((load().drafts || {})[key], form.querySelector("[role=status]"));
      else download(brief.dataset.brief);
    });
    form.querySelector("[data-do=discard]").addEventListener("click", () => {
      forget(key);
      ["verdict", "reason"].forEach((name) => { form.elements[name].value = ""; });
      say(brief, form);
    });
    place.append(form);
    say(brief, form);
  });
  if (Object.keys(load().drafts || {}).length) document.querySelectorAll(".brief").forEach((brief) => say(brief));
});
