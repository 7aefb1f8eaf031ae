// A form that a passkey answers: the question stands in it, the answer is sent with it.
"use strict";

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const said = form.querySelector("[data-said]");
  const works = webauthnJSON.supported();
  form.querySelector("[data-works]").hidden = !works;
  form.querySelector("[data-missing]").hidden = works;
  form.addEventListener("submit", async (event) => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    said.hidden = true;
    try {
      const ask = form.dataset.passkey === "make" ? webauthnJSON.create : webauthnJSON.get;
      const answer = await ask(JSON.parse(form.dataset.question));
      form.elements.credential.value = JSON.stringify(answer);
      form.requestSubmit();
    } catch {
      // It was called off, it is not this person's, or it took too long.
      said.hidden = false;
      said.focus();
    }
  });
}
