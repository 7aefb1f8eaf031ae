// A draft that is being written: files can be dropped, and nothing unsaved is left.
"use strict";

const draft = document.getElementById("draft");
let unsaved = false;

const mark = (is) => {
  unsaved = is;
  document.querySelector("#save-state .unsaved").hidden = !is;
};

draft.addEventListener("input", () => mark(true));
draft.addEventListener("submit", () => mark(false));
document.body.addEventListener("htmx:configRequest", (event) => {
  if (event.detail.elt === draft) unsaved = false;
});
document.body.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.elt === draft) mark(unsaved || !event.detail.successful);
});
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
