// A draft that is being written: files can be dropped, and nothing unsaved is left.
"use strict";

const draft = document.getElementById("draft");
let unsaved = false;
// Where to go when what was written is saved, and whether it is being saved for that.
let goal = "";
let goes = false;

const mark = (is) => {
  unsaved = is;
  document.querySelector("#save-state .unsaved").hidden = !is;
};

draft.addEventListener("input", () => mark(true));
draft.addEventListener("submit", () => mark(false));
document.body.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.elt !== draft) return;
  unsaved = false;
  goes = goal !== "";
});
document.body.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.elt !== draft) return;
  mark(unsaved || !event.detail.successful);
  if (goes && event.detail.successful) location.assign(goal);
  else if (goes) goal = "";
});
// Going on to filing saves first: what is filed has the last letters, too.
document.addEventListener("submit", (event) => {
  if (event.submitter?.name !== "then") return;
  event.preventDefault();
  event.stopPropagation();
  goal = event.submitter.dataset.goal;
  draft.dispatchEvent(new Event("change"));
}, true);
addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
// A lost connection comes back: what waited is sent then.
addEventListener("online", () => {
  if (unsaved) draft.dispatchEvent(new Event("change"));
});
addEventListener("pagehide", () => {
  if (unsaved) navigator.sendBeacon(draft.action || location.href, new FormData(draft));
});

for (const kind of ["dragover", "dragleave", "drop"]) {
  document.addEventListener(kind, (event) => {
    const place = event.target.closest?.("[data-drop]");
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    place?.classList.toggle("over", kind === "dragover");
    if (kind === "drop" && place) {
      const input = place.querySelector("input[type=file]");
      input.files = event.dataTransfer.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
}
