(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const data = JSON.parse(byId("data").textContent);
  const claims = all("li.claim");
  const answers = all("li.answer");
  const segments = all(".s[id]");
  const panel = byId("claims");
  const wide = matchMedia("(min-width: 64rem)");
  const numbers = new Map(data.claims.map((claim, number) => [claim.id, number]));
  const statusLine = byId("status");
  const fields = { query: byId("query"), tag: byId("tag"), speaker: byId("speaker"), verdict: byId("verdict") };
  let chosen = null; // {claims, from}: the claims of the words that were clicked, and the element to go back to
  let current = null; // the number of the claim whose words are marked

  // What a claim or a statement says, folded: read from the page when it is first searched.
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[’‘ʼ]/g, "'").replace(/[“”„]/g, '"').replace(/\s+/g, " ");
  const texts = new Map();
  const said = (item) => {
    if (!texts.has(item)) texts.set(item, fold(item.textContent));
    return texts.get(item);
  };

  const value = (name) => (fields[name] ? fields[name].value : "");
  const words = () => fold(value("query").trim()).split(" ").filter(Boolean);

  // What is asked for now, as a test of an item, of what the data says of it, and of its labels.
  function filter() {
    const [tag, speaker, verdict, wanted] = [value("tag"), value("speaker"), value("verdict"), words()];
    return (item, facts, labels) => (!tag || facts.tags.includes(tag))
      && (!speaker || facts.speakers.includes(speaker))
      && (!verdict || (verdict === "none" ? labels.length === 0 : labels.includes(verdict)))
      && wanted.every((word) => said(item).includes(word));
  }

  const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

  function apply() {
    const passes = filter();
    const kept = new Set();
    let listed = 0;
    claims.forEach((item, number) => {
      const facts = data.claims[number];
      if (passes(item, facts, facts.labels)) kept.add(number);
      item.hidden = chosen ? !chosen.claims.includes(number) : !kept.has(number);
      listed += item.hidden ? 0 : 1;
    });
    let answered = 0;
    answers.forEach((item, number) => {
      item.hidden = !passes(item, data.answers[number], [data.answers[number].label]);
      answered += item.hidden ? 0 : 1;
    });
    const filtered = kept.size < claims.length;
    for (const segment of segments) {
      const own = data.segments[segment.id.slice(1)];
      segment.classList.toggle("off", filtered && own !== undefined && !own.some((number) => kept.has(number)));
    }
    byId("nothing").hidden = listed > 0 || chosen !== null;
    if (byId("nothing-answered")) byId("nothing-answered").hidden = answered > 0;
    const places = highlight();
    const filtering = ["query", "tag", "speaker", "verdict"].some((name) => value(name));
    const parts = [`${kept.size.toLocaleString("en")} of ${plural(claims.length, "claim")}`];
    if (answers.length) parts.push(`${answered.toLocaleString("en")} of ${plural(answers.length, "statement")}`);
    if (value("query").trim()) parts.push(`${plural(places, "place")} in the text`);
    statusLine.textContent = filtering ? parts.join(" · ") : "";
  }

  let paragraphs = null;

  // A paragraph's text nodes, the numbers of claims left out, and its text in small letters, as long as it is.
  function pieced(block) {
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => (node.parentElement.closest(".ns") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
    });
    const nodes = [];
    let lower = "";
    while (walker.nextNode()) {
      nodes.push({ node: walker.currentNode, start: lower.length });
      lower += [...walker.currentNode.data].map((char) => (char.toLowerCase().length === char.length ? char.toLowerCase() : char)).join("");
    }
    return { nodes, lower };
  }

  // Where the query stands in the text, without touching the text: CSS marks the ranges.
  function highlight() {
    const query = value("query").trim().toLowerCase();
    if (!window.CSS || !CSS.highlights) return 0;
    CSS.highlights.delete("found");
    if (query.length < 2) return 0;
    const ranges = [];
    for (const { nodes, lower } of (paragraphs ||= all(".block > p, .block > h4").map(pieced))) {
      const at = (offset) => {
        const found = nodes.findLast((entry) => entry.start <= offset);
        return [found.node, offset - found.start];
      };
      for (let from = lower.indexOf(query); from !== -1 && ranges.length < 5000; from = lower.indexOf(query, from + query.length)) {
        const range = new Range();
        range.setStart(...at(from));
        const [node, offset] = at(from + query.length - 1);
        range.setEnd(node, offset + 1);
        ranges.push(range);
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
    return ranges.length;
  }

  function view(name) {
    for (const part of all(".view")) part.hidden = part.id !== name;
    for (const link of all(".views a")) {
      if (link.dataset.view === name) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  // The stretches that each claim cites, and whether they speak against it.
  const cited = claims.map(() => []);
  for (const [key, list] of Object.entries(data.segments)) {
    for (const number of list) cited[number].push([byId(`s${key}`), (data.against[key] || []).includes(number)]);
  }

  function mark(places, kind = "on") {
    for (const segment of all(`.s.${kind}`)) segment.classList.remove(kind, "against");
    for (const [segment, against] of places) {
      segment.classList.add(kind);
      segment.classList.toggle("against", against);
    }
  }

  function setCurrent(number) {
    if (current !== null) claims[current].classList.remove("on");
    current = number;
    if (number !== null) claims[number].classList.add("on");
  }

  const address = (fragment) => history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);

  // A claim was chosen: mark its words; `toText` takes the reader there.
  function showClaim(number, { toText = false, segment = null } = {}) {
    view("reading");
    if (chosen && !chosen.claims.includes(number)) release();
    if (claims[number].hidden) clear();
    setCurrent(number);
    mark(cited[number]);
    const target = byId(`s${segment || data.claims[number].segments[0]}`);
    if (target) target.scrollIntoView({ block: wide.matches || toText ? "center" : "start" });
    if (toText && target) {
      if (!wide.matches) sheet(false);
      target.focus({ preventScroll: true });
    } else {
      if (!wide.matches) choose([number], target, null);
      claims[number].scrollIntoView({ block: "nearest" });
      const link = claims[number].querySelector("h3 a");
      if (link) link.focus({ preventScroll: true });
    }
    address(`claim=${data.claims[number].id}`);
  }

  const sheet = (open) => panel.classList.toggle("sheet", open && !wide.matches);

  // Words were chosen: show what they back, and how to cite them.
  function showSegment(segment) {
    const own = data.segments[segment.id.slice(1)] || [];
    const sentence = data.sentences[segment.dataset.s];
    view("reading");
    setCurrent(null);
    choose(own.length ? own : sentence.claims, segment, sentence, own.length > 0);
    byId("claims-title").focus({ preventScroll: true });
    panel.scrollTop = 0;
    address(segment.id);
  }

  function choose(list, from, sentence, exact) {
    chosen = { claims: list, from };
    const box = byId("selection");
    box.hidden = false;
    box.classList.toggle("bare", !sentence);
    const pieces = sentence ? segments.filter((other) => other.dataset.s === from.dataset.s) : from ? [from] : [];
    if (sentence && from) mark((exact ? [from] : pieces).map((piece) => [piece, false]));
    byId("claims-title").textContent = sentence ? `${plural(list.length, "claim")} of ${exact ? "these words" : "this sentence"}` : `${list.length} of ${plural(claims.length, "claim")}`;
    byId("selection-kind").textContent = sentence ? `${sentence.speaker ? `${sentence.speaker} · ` : ""}${sentence.place}` : "";
    byId("selection-words").textContent = sentence ? pieces.map((piece) => piece.textContent).join("").trim() : "";
    byId("selection-citation").textContent = sentence ? data.citations[sentence.cite] : "";
    byId("selection-citation").parentElement.hidden = !sentence;
    byId("selection-note").textContent = !sentence || list.length ? "" : sentence.status === "excepted" ? `Backs no claim: excepted. ${sentence.reason}` : "Backs no claim: nothing cites this sentence.";
    const more = sentence && exact ? sentence.claims.filter((number) => !list.includes(number)).length : 0;
    const whole = byId("whole");
    whole.hidden = more === 0;
    whole.textContent = `The whole sentence: ${plural(more, "more claim")}`;
    whole.onclick = () => {
      choose(sentence.claims, from, sentence, false);
      byId("claims-title").focus({ preventScroll: true });
    };
    sheet(true);
    apply();
  }

  function release() {
    const from = chosen && chosen.from;
    chosen = null;
    byId("selection").hidden = true;
    byId("claims-title").textContent = "Claims";
    sheet(false);
    apply();
    return from;
  }

  function close() {
    if (!chosen) return;
    const from = release();
    setCurrent(null);
    mark([]);
    address("");
    if (from && from.focus) from.focus({ preventScroll: true });
  }

  function clear() {
    for (const field of Object.values(fields)) if (field) field.value = "";
    if (chosen) release();
    apply();
  }

  async function copy(button) {
    const text = button.parentElement.querySelector(".citation").textContent;
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(button.parentElement.querySelector(".citation"));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      done = document.execCommand("copy");
    }
    button.textContent = done ? "Copied" : "Press Ctrl+C";
    statusLine.textContent = done ? "Citation copied" : "The citation is selected: copy it with Ctrl+C";
    setTimeout(() => { button.textContent = "Copy"; }, 2000);
  }

  // Where an address leads: a claim, a statement, a stretch of the text, a part of the report.
  function route(fragment) {
    const [kind, name] = fragment.includes("=") ? fragment.split(/=(.*)/s) : [fragment, ""];
    if (kind === "claim" && numbers.has(name)) return showClaim(numbers.get(name));
    if (/^s\d+$/.test(fragment) && byId(fragment)) {
      byId(fragment).scrollIntoView({ block: "center" });
      return showSegment(byId(fragment));
    }
    const target = byId(fragment);
    const part = target && target.closest(".view");
    if (!part) return view("reading");
    view(part.id);
    if (kind === "statement" && target.hidden) clear();
    target.scrollIntoView({ block: kind === "statement" || kind === "sentence" ? "center" : "start" });
    const focus = target.matches("[tabindex]") ? target : target.querySelector("h2[tabindex]");
    if (focus) focus.focus({ preventScroll: true });
  }

  const decoded = (hash) => {
    try {
      return decodeURIComponent(hash.slice(1));
    } catch {
      return "";
    }
  };
  const fragmentOf = (link) => decoded(link.hash);

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (target.closest(".copy")) return void copy(target.closest(".copy"));
    if (target.closest("#close")) return close();
    const segment = target.closest(".s[id]");
    if (segment && getSelection().isCollapsed) {
      event.preventDefault();
      return showSegment(segment);
    }
    const link = target.closest("a[href^='#']");
    const claim = target.closest("li.claim");
    if (claim && (!link || link.matches(".go, .at"))) {
      if (target.closest("summary, button, input") || !getSelection().isCollapsed) return;
      event.preventDefault();
      const at = link && link.matches(".at") ? fragmentOf(link).slice(1) : null;
      return showClaim(Number(claim.dataset.c), { toText: true, segment: at });
    }
    if (link) {
      event.preventDefault();
      const fragment = fragmentOf(link);
      if (!fragment.startsWith("claim=")) history.pushState(null, "", link.hash);
      if (chosen && !link.closest(".claims")) release();
      route(fragment);
    }
  });
  const underPointer = (target) => {
    const number = target.closest("a.n");
    if (number) return numbers.get(fragmentOf(number).slice("claim=".length));
    const claim = target.closest("li.claim");
    return claim ? Number(claim.dataset.c) : undefined;
  };
  let peeked;
  document.addEventListener("pointerover", (event) => {
    const number = underPointer(event.target);
    if (number === peeked) return;
    peeked = number;
    mark(number === undefined ? [] : cited[number], "peek");
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen) close();
  });
  addEventListener("popstate", () => route(decoded(location.hash)));
  addEventListener("beforeprint", () => { if (chosen) release(); });
  const toolbar = document.querySelector(".toolbar");
  new ResizeObserver(() => {
    panel.style.setProperty("--bar", `${toolbar.offsetHeight}px`);
    document.documentElement.style.scrollPaddingTop = wide.matches ? `${toolbar.offsetHeight + 16}px` : "";
  }).observe(toolbar);
  wide.addEventListener("change", () => sheet(chosen !== null));
  const form = byId("filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(clear));
  let waiting = 0;
  form.addEventListener("input", () => {
    if (chosen) release();
    clearTimeout(waiting);
    waiting = setTimeout(apply, 80);
  });

  view("reading");
  if (location.hash) route(decoded(location.hash));
  document.documentElement.dataset.ready = "true";
})();
