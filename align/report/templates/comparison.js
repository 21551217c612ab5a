"use strict";
(() => {
  const findings = [...document.querySelectorAll(".finding")];
  const search = document.getElementById("search");
  const count = document.getElementById("count");
  const least = document.getElementById("least");
  const leastTold = document.getElementById("least-told");
  const together = document.getElementById("together");
  const filtered = document.getElementById("filtered");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;

  // Number of a finding or a pair -> its elements in the texts.
  const index = (attribute) => {
    const elements = new Map();
    for (const element of document.querySelectorAll(`.body [data-${attribute}]`)) {
      for (const number of element.dataset[attribute].split(" ")) {
        if (!elements.has(number)) elements.set(number, []);
        elements.get(number).push(element);
      }
    }
    return elements;
  };
  const mentions = index("f");
  const passages = index("p");
  const ticks = new Map(findings.map((finding) => [finding.dataset.f, []]));
  for (const tick of document.querySelectorAll(".tick")) ticks.get(tick.dataset.f).push(tick);
  let current = null;
  let lit = [];
  let pinned = [];
  let leader = null; // the text that the reader scrolls, which the other follows

  const columnOf = (element) => element.closest(".text");
  const scrolls = (pane) => getComputedStyle(pane).overflowY === "auto";

  // Scrolls within the element's own pane; the page itself moves only where it is asked to.
  const behavior = still ? "auto" : "smooth";
  const reveal = (element, mayMovePage, how = behavior) => {
    leader = null; // what we move ourselves must not pull the other text along
    const pane = element.closest(".text, .findings");
    if (scrolls(pane)) {
      const offset = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      // On a way through a long text its heights become known, and the aim would move; a leap lands.
      const pace = pane.classList.contains("long") ? "auto" : how;
      pane.scrollBy({ top: offset - pane.clientHeight / 3, behavior: pace });
    } else if (mayMovePage) {
      element.scrollIntoView({ block: "center", behavior: how });
    }
  };
  const firstIn = (elements, side) => elements.find((element) => columnOf(element).id === side);

  const light = (numbers) => {
    for (const element of lit) element.classList.remove("linked");
    lit = [...new Set([...pinned, ...numbers])].flatMap((number) => passages.get(number) || []);
    for (const element of lit) element.classList.add("linked");
  };

  const shownFor = (finding) =>
    [finding, ...(mentions.get(finding.dataset.f) || []), ...ticks.get(finding.dataset.f)];
  const select = (finding, from, how = behavior) => {
    if (current) {
      for (const element of shownFor(current)) element.classList.remove("current");
    }
    current = finding;
    for (const element of shownFor(finding)) element.classList.add("current");
    finding.focus({ preventScroll: true });
    const marked = mentions.get(finding.dataset.f) || [];
    pinned = finding.dataset.p ? [finding.dataset.p] : [];
    light([]);
    const places = [...marked, ...(passages.get(finding.dataset.p) || [])];
    for (const side of ["left", "right"]) {
      const place = firstIn(places, side);
      if (place && side !== from) reveal(place, false, how);
    }
  };

  // What the style sheet shows, told from the switches: asking for boxes would lay out every finding.
  const visible = () => {
    const on = (name) => !document.body.classList.contains(`no-${name}`);
    const shown = (finding) => !finding.hidden && on(finding.classList[1]) && on(finding.dataset.k);
    return findings.filter((finding) => shown(finding) || `#${finding.id}` === location.hash);
  };
  const step = (by) => {
    const shown = visible();
    if (!shown.length) return;
    const at = shown.indexOf(current);
    const next = at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by));
    select(shown[next]);
    reveal(shown[next], true);
  };

  const refresh = () => {
    const shown = visible().length;
    filtered.hidden = shown > 0 || !findings.length;
    const places = { shown: shown.toLocaleString("en"), all: findings.length.toLocaleString("en") };
    count.textContent = count.dataset.told.replace(/%\((\w+)\)s/g, (_, name) => places[name]);
  };

  // Letters only: no case, no vowel signs, no marks of direction, so that a search finds what a reader means.
  const folded = (text) => text.normalize("NFKD").replace(/[\p{M}\p{Cf}\u0640]/gu, "").toLowerCase();
  const texts = new Map();
  const filter = () => {
    const wanted = folded(search.value.trim());
    const sure = Number(least.value);
    for (const finding of findings) {
      if (wanted && !texts.has(finding)) texts.set(finding, folded(finding.textContent.replace(/\s+/g, " ")));
      const lacks = wanted !== "" && !texts.get(finding).includes(wanted);
      finding.hidden = lacks || Number(finding.dataset.c) < sure;
      for (const tick of ticks.get(finding.dataset.f)) tick.classList.toggle("hidden", finding.hidden);
    }
    leastTold.value = (sure / 100).toFixed(2);
    refresh();
  };
  least.addEventListener("input", filter);
  let waiting = 0;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 120);
  });
  document.addEventListener("change", (event) => {
    if (!event.target.dataset.shows) return;
    document.body.classList.toggle(`no-${event.target.dataset.shows}`, !event.target.checked);
    refresh();
  });

  document.getElementById("show-all").addEventListener("click", () => {
    for (const box of document.querySelectorAll("[data-shows]")) {
      box.checked = true;
      document.body.classList.remove(`no-${box.dataset.shows}`);
    }
    search.value = "";
    least.value = 0;
    filter();
    step(0);
  });

  const numbersOf = (event) => {
    const element = event.target.closest(".body [data-p]");
    return element ? element.dataset.p.split(" ") : [];
  };
  document.addEventListener("mouseover", (event) => light(numbersOf(event)));

  // A finding of the map or of the timeline, whether or not a filter hides it; or the place of a mere mention.
  const show = (event, drawn) => {
    const id = drawn.dataset.f ? `f${drawn.dataset.f}` : drawn.getAttribute("href").slice(1);
    const target = document.getElementById(id);
    if (!target) return;
    if (target.classList.contains("finding")) {
      if (drawn.tagName !== "a") location.hash = id;
      select(target);
      requestAnimationFrame(() => reveal(target, true));
    } else {
      event.preventDefault();
      reveal(target, true);
    }
  };
  document.addEventListener("click", (event) => {
    const place = event.target.closest("figcaption a[data-side]");
    const finding = event.target.closest(".finding");
    const mention = event.target.closest(".body a[data-f]");
    const drawn = event.target.closest(".tick, .tie, .dot");
    if (place) {
      event.preventDefault();
      select(finding);
      const there = document.getElementById(place.hash.slice(1));
      const passage = firstIn(passages.get(finding.dataset.p) || [], place.dataset.side);
      if (there || passage) reveal(there || passage, true);
    } else if (finding) {
      if (getSelection().isCollapsed) select(finding);
    } else if (drawn) {
      show(event, drawn);
    } else if (mention) {
      const card = document.getElementById(mention.hash.slice(1));
      select(card, columnOf(mention).id);
      // A card that a filter hides shows once it is the target of the address.
      requestAnimationFrame(() => reveal(card, true));
    } else if (numbersOf(event).length && getSelection().isCollapsed) {
      const from = columnOf(event.target).id;
      pinned = numbersOf(event);
      light([]);
      const partner = firstIn(lit, from === "left" ? "right" : "left");
      if (partner) reveal(partner, true);
    }
  });

  // The letter on the key where the layout has Latin letters, else the key where a Latin layout has that letter.
  const named = (event) => {
    if (/^[!-~]$/.test(event.key)) return event.key.toLowerCase();
    const place = /^(?:Key([A-Z])|(Slash))$/.exec(event.code);
    return place ? (place[1] || "/").toLowerCase() : "";
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === search) {
      if (event.key === "Escape") {
        search.value = "";
        filter();
        search.blur();
      }
      return;
    }
    const key = named(event);
    if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "s") together.checked = !together.checked;
    else if (key === "/") {
      event.preventDefault();
      search.focus();
    }
  });

  // Scrolling together: the passage at the reader's height has its counterpart at the same height. Between two
  // passages whose counterparts follow each other the way is shared out; where the texts differ in order, it jumps.
  const panes = { left: document.getElementById("left"), right: document.getElementById("right") };
  const lines = { left: [], right: [] };
  for (const element of document.querySelectorAll(".body [data-p]")) {
    const side = columnOf(element).id;
    const partner = firstIn(passages.get(element.dataset.p.split(" ")[0]), side === "left" ? "right" : "left");
    if (partner) lines[side].push([element, partner]);
  }
  const topOf = (element) => {
    const pane = columnOf(element);
    return element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;
  };
  const lastBefore = (entries, height) => {
    let low = 0;
    let high = entries.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (topOf(entries[middle][0]) <= height) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const follow = (pane) => {
    const entries = lines[pane.id];
    const other = pane.id === "left" ? panes.right : panes.left;
    if (!entries.length) return;
    const height = pane.scrollTop + pane.clientHeight / 3;
    const at = lastBefore(entries, height);
    const [top, there] = entries[at].map(topOf);
    let target = there + height - top;
    if (at + 1 < entries.length && height > top) {
      const [below, after] = entries[at + 1].map(topOf);
      const inOrder = after >= there && after - there < 2 * other.clientHeight;
      if (inOrder && below > top) target = there + ((height - top) / (below - top)) * (after - there);
    }
    other.scrollTop = target - other.clientHeight / 3;
  };
  const chart = (pane) => {
    const seen = document.querySelector(`.map[data-side="${pane.id}"] .seen`);
    const whole = pane.scrollHeight || 1;
    const length = seen.ownerSVGElement.viewBox.baseVal.height;
    seen.setAttribute("y", (length * pane.scrollTop) / whole);
    seen.setAttribute("height", scrolls(pane) ? (length * pane.clientHeight) / whole : 0);
  };
  for (const pane of Object.values(panes)) {
    for (const name of ["wheel", "touchstart", "pointerdown", "keydown"]) {
      pane.addEventListener(name, () => (leader = pane), { passive: true });
    }
    let due = false;
    pane.addEventListener("scroll", () => {
      if (due) return;
      due = true;
      requestAnimationFrame(() => {
        due = false;
        chart(pane);
        if (leader === pane && together.checked && scrolls(pane)) follow(pane);
      });
    });
    chart(pane);
  }
  addEventListener("resize", () => Object.values(panes).forEach(chart));

  const charts = document.getElementById("charts");
  if (charts && innerHeight < 960) charts.open = false; // the texts need the room
  addEventListener("beforeprint", () => {
    for (const closed of document.querySelectorAll("details")) closed.open = true;
  });

  refresh();
  const wanted = location.hash && document.getElementById(location.hash.slice(1));
  const first = wanted || visible()[0];
  if (first && first.classList.contains("finding")) select(first, null, "auto");
})();
