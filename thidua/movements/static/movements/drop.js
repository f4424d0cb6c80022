// A file may be dropped on its field; its name is said, and a form that takes a while says so.
for (const place of document.querySelectorAll("[data-drop]")) {
  const input = place.querySelector("input[type=file]");
  const chosen = place.querySelector("[data-chosen]");
  const say = () => { chosen.textContent = [...input.files].map((file) => `${file.name} (${(file.size / 1048576).toFixed(1)} MB)`).join(", "); };
  input.addEventListener("change", say);
  place.addEventListener("dragover", (event) => { event.preventDefault(); place.classList.add("over"); });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => {
    event.preventDefault();
    place.classList.remove("over");
    if (event.dataTransfer.files.length) { input.files = event.dataTransfer.files; say(); }
  });
}
for (const form of document.querySelectorAll("form[data-waits]")) {
  form.addEventListener("submit", () => {
    form.classList.add("htmx-request");
    form.querySelector("button").setAttribute("aria-busy", "true");
  });
}
