// What the keyboard does beyond what browsers do; every page works without it.
"use strict";

const typing = (target) =>
  target.closest("input, textarea, select, [contenteditable]") !== null;

let going = 0;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (event.key === "/") {
    const search = document.querySelector("input[type=search]");
    if (search) {
      event.preventDefault();
      search.focus();
    }
  } else if (event.key === "?") {
    document.querySelector("[data-help]")?.click();
  } else if (event.key === "g") {
    going = Date.now();
  } else if (Date.now() - going < 2000) {
    going = 0;
    document.querySelector(`[data-go="${CSS.escape(event.key)}"]`)?.click();
  }
});

// A message about what went wrong is read first, wherever the form is sent from.
document.addEventListener("DOMContentLoaded", () => {
  const said = document.querySelector("[role=alert]");
  if (said) {
    said.tabIndex = -1;
    said.focus();
  }
});

// A menu closes when one clicks or tabs elsewhere, and with Escape.
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.person[open]")) {
    if (!open.contains(event.target)) open.open = false;
  }
});
document.addEventListener("keyup", (event) => {
  if (event.key !== "Escape") return;
  for (const open of document.querySelectorAll("details.person[open]")) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

// What takes seconds says that it goes on; who comes back finds the button as it was.
document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button?.dataset.busy) return;
  button.dataset.ready = button.textContent;
  button.textContent = button.dataset.busy;
  button.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[aria-busy]")) {
    button.textContent = button.dataset.ready;
    button.removeAttribute("aria-busy");
  }
});
