// A draft that is being written: files can be dropped, and nothing unsaved is left.
"use strict";

const draft = document.getElementById("draft");
// How many changes were made, how many of them were sent, and how many came to be saved:
// what is on its way is not saved yet, its page can be closed before it arrives.
let changes = 0;
let sent = 0;
let saved = 0;
// Where to go when what was written is saved, and whether it is being saved for that.
let goal = "";
let goes = false;

const unsaved = () => saved < changes;
const show = () => {
  document.querySelector("#save-state .unsaved").hidden = !unsaved();
};

draft.addEventListener("input", () => {
  changes += 1;
  show();
});
document.body.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.elt !== draft) return;
  sent = changes;
  goes = goal !== "";
});
document.body.addEventListener("htmx:beforeOnLoad", (event) => {
  const { elt, xhr } = event.detail;
  if (elt !== draft) return;
  // Who is sent to sign in again finds what was sent kept for them.
  if (xhr.status < 400 || xhr.getResponseHeader("HX-Redirect")) saved = sent;
});
document.body.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.elt !== draft) return;
  show();
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
  if (unsaved()) event.preventDefault();
});
// A lost connection comes back: what waited is sent then.
addEventListener("online", () => {
  if (unsaved()) draft.dispatchEvent(new Event("change"));
});
addEventListener("pagehide", () => {
  if (unsaved()) navigator.sendBeacon(draft.action || location.href, new FormData(draft));
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
