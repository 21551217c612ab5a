"use strict";
(() => {
  const findings = [...document.querySelectorAll(".finding")];
  const search = document.getElementById("search");
  const count = document.getElementById("count");
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
  let current = null;
  let lit = [];
  let pinned = [];

  const columnOf = (element) => element.closest(".text");
  const scrolls = (pane) => getComputedStyle(pane).overflowY === "auto";

  // Scrolls within the element's own pane; the page itself moves only where it is asked to.
  const behavior = still ? "auto" : "smooth";
  const reveal = (element, mayMovePage, how = behavior) => {
    const pane = element.closest(".text, .findings");
    if (scrolls(pane)) {
      const offset = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
      pane.scrollBy({ top: offset - pane.clientHeight / 3, behavior: how });
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

  const select = (finding, from, how = behavior) => {
    if (current) {
      current.classList.remove("current");
      for (const element of mentions.get(current.dataset.f) || []) element.classList.remove("current");
    }
    current = finding;
    finding.classList.add("current");
    finding.focus({ preventScroll: true });
    const marked = mentions.get(finding.dataset.f) || [];
    for (const element of marked) element.classList.add("current");
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
    count.textContent = `${shown.toLocaleString("en")} of ${findings.length.toLocaleString("en")} shown`;
  };

  // Letters only: no case, no vowel signs, so that a search finds what a reader means.
  const folded = (text) => text.normalize("NFKD").replace(/[\p{M}\u0640]/gu, "").toLowerCase();
  const texts = new Map();
  const filter = () => {
    const wanted = folded(search.value.trim());
    for (const finding of findings) {
      if (wanted && !texts.has(finding)) texts.set(finding, folded(finding.textContent.replace(/\s+/g, " ")));
      finding.hidden = wanted !== "" && !texts.get(finding).includes(wanted);
    }
    refresh();
  };
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

  const numbersOf = (event) => {
    const element = event.target.closest(".body [data-p]");
    return element ? element.dataset.p.split(" ") : [];
  };
  document.addEventListener("mouseover", (event) => light(numbersOf(event)));

  document.addEventListener("click", (event) => {
    const place = event.target.closest("figcaption a");
    const finding = event.target.closest(".finding");
    const mention = event.target.closest(".body a[data-f]");
    if (place) {
      event.preventDefault();
      select(finding);
      const there = document.getElementById(place.hash.slice(1));
      const passage = firstIn(passages.get(finding.dataset.p) || [], place.dataset.side);
      if (there || passage) reveal(there || passage, true);
    } else if (finding) {
      if (getSelection().isCollapsed) select(finding);
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
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/") {
      event.preventDefault();
      search.focus();
    }
  });

  refresh();
  const wanted = location.hash && document.getElementById(location.hash.slice(1));
  const first = wanted || visible()[0];
  if (first && first.classList.contains("finding")) select(first, null, "auto");
})();
