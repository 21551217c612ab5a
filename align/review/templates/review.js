// Keys press the buttons and links that are on the page; without this script everything can be clicked.
(() => {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const keysOn = byId("keys-on");
  let leaving = false; // one decision a page: a key that repeats must not judge what was not seen

  const press = (element) => {
    if (!element || element.disabled || leaving) return;
    leaving = true;
    element.click();
  };
  const show = (details, field) => {
    if (!details) return;
    details.open = true;
    details.querySelector(field).focus();
  };
  const choices = [...document.querySelectorAll("#judge .choice")];
  const actions = {
    n: () => press(byId("next-open")),
    j: () => press(byId("after")),
    k: () => press(byId("before")),
    z: () => press(document.querySelector("#undo button")),
    e: () => byId("note") && byId("note").focus(),
    b: () => show(byId("bulk"), "select"),
    "/": () => byId("search").focus(),
    "?": () => show(byId("keys"), "input"),
  };
  choices.forEach((choice, at) => { actions[String(at + 1)] = () => press(choice); });

  // The letter on the key where the layout has Latin letters, else the key where a Latin layout has that letter.
  const named = (event) => {
    if (/^[!-~]$/.test(event.key)) return event.key.toLowerCase();
    const place = /^(?:Key([A-Z])|Digit([0-9])|Numpad([0-9])|(Slash))$/.exec(event.code);
    return place ? (place[1] || place[2] || place[3] || "/").toLowerCase() : "";
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    const field = event.target.closest("input:not([type=checkbox]), textarea, select");
    if (event.key === "Escape") {
      for (const open of document.querySelectorAll("details[open]")) open.open = false;
      if (field) field.blur();
      return;
    }
    if (field || (keysOn && !keysOn.checked)) return;
    const action = actions[named(event)];
    if (action) {
      event.preventDefault();
      action();
    }
  });
  for (const form of document.querySelectorAll("form")) {
    form.addEventListener("submit", (event) => {
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
      leaving = true;
    });
  }
  addEventListener("pageshow", () => { // also when the browser brings the page back as it was left
    leaving = false;
    for (const form of document.querySelectorAll("form")) delete form.dataset.sent;
  });

  const filters = byId("filters");
  if (filters) filters.addEventListener("change", (event) => {
    if (event.target.type !== "search") filters.requestSubmit();
  });
  if (keysOn) {
    try { // a browser may forbid pages to remember
      keysOn.checked = localStorage.getItem("align-keys") !== "off";
      keysOn.addEventListener("change", () => localStorage.setItem("align-keys", keysOn.checked ? "on" : "off"));
    } catch { /* the switch then holds for this page */ }
  }
  const current = document.querySelector('.item[aria-current="true"]');
  if (current) current.scrollIntoView({ block: "nearest" });
  for (const mark of document.querySelectorAll(".excerpt .body mark")) {
    const pane = mark.closest(".body");
    pane.scrollTop += mark.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  }
})();
