// A click on a fact lights its words, a click on words shows their facts; the whole page works by keys.
const page = document.querySelector("[data-confirm]");
const facts = document.getElementById("facts");
const paper = document.getElementById("paper");
const keysOn = document.getElementById("keys-on");
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;

const cards = () => [...facts.querySelectorAll("[data-fact]")];
const current = () => facts.querySelector("[data-fact].lit");

function light(key, behavior = calm ? "auto" : "smooth") {
  for (const mark of paper.querySelectorAll("mark.lit")) { mark.classList.remove("lit"); }
  const marks = [...paper.querySelectorAll("mark")].filter((mark) => mark.dataset.facts.split(" ").includes(key));
  for (const mark of marks) { mark.classList.add("lit"); }
  if (!marks.length) { return; }
  const first = marks[0].getBoundingClientRect();
  const frame = paper.getBoundingClientRect();
  if (paper.scrollHeight > paper.clientHeight + 1) {
    paper.scrollTo({ top: paper.scrollTop + first.top - frame.top - frame.height / 3, behavior });
  }
}

function choose(card, { focus = true, still = false } = {}) {
  if (!card) { return; }
  for (const other of cards()) { other.classList.toggle("lit", other === card); }
  light(card.dataset.fact, still || calm ? "instant" : "smooth");
  if (focus) { card.focus({ preventScroll: true }); }
  if (!still) { card.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" }); }
}

function step(by) {
  const all = cards();
  const at = all.indexOf(current());
  choose(all[Math.min(Math.max(at + by, 0), all.length - 1)] ?? all[0]);
}

facts.addEventListener("click", (event) => {
  const card = event.target.closest("[data-fact]");
  if (card && event.target.closest("[data-light]")) { event.preventDefault(); }
  if (card && !event.target.closest("button, input, select, textarea, summary, label, a:not([data-light])")) {
    choose(card, { focus: Boolean(event.target.closest("[data-light]")) });
    if (event.target.closest("[data-light]") && paper.scrollHeight <= paper.clientHeight + 1) {
      document.getElementById(`words-${card.dataset.fact}`)?.scrollIntoView({ block: "center" });
    }
  }
});

facts.addEventListener("click", (event) => {
  const group = event.target.closest(".groups a, .pager a");
  if (!group || event.ctrlKey || event.metaKey || !window.htmx) { return; }
  event.preventDefault();
  load(group.href);
}, true);

async function load(href) {
  await window.htmx.ajax("GET", href, { target: "#facts", swap: "innerHTML" });
  history.replaceState(null, "", href);
  choose(cards()[0], { focus: false, still: true });
}

paper.addEventListener("click", async (event) => {
  const link = event.target.closest("mark a");
  if (!link || !window.htmx || event.ctrlKey || event.metaKey) { return; }
  event.preventDefault();
  if (getSelection().toString()) { return; }
  const keys = link.closest("mark").dataset.facts.split(" ");
  const here = cards().find((card) => keys.includes(card.dataset.fact));
  if (here) { choose(here); return; }
  await load(link.href);
  facts.focus({ preventScroll: true });
});

// Offsets count characters of the text, not the pieces that JavaScript counts in.
function place(node, offset) {
  const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-at]");
  if (!piece) { return null; }
  const before = document.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, offset);
  return Number(piece.dataset.at) + [...before.toString()].length;
}

function add() {
  const link = facts.querySelector("[data-key=a]");
  if (!link) { return; }
  const selected = getSelection();
  const href = new URL(link.href);
  if (selected.rangeCount && !selected.isCollapsed && paper.contains(selected.anchorNode)) {
    const range = selected.getRangeAt(0);
    const [start, end] = [place(range.startContainer, range.startOffset), place(range.endContainer, range.endOffset)];
    href.searchParams.set("words", selected.toString().replace(/\s+/g, " ").trim());
    if (start !== null && end !== null) { href.searchParams.set("at_start", start); href.searchParams.set("at_end", end); }
    href.searchParams.delete("field");
  }
  location.assign(href);
}

const press = (key) => current()?.querySelector(`[data-key="${key}"]`)?.click();
const keys = { j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1), a: add,
  c: () => press("c"), e: () => press("e"), r: () => press("r"), u: () => press("u"),
  "?": () => { const help = document.getElementById("help"); help.open = !help.open; help.querySelector("summary").focus(); } };

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !keysOn?.checked || !keys[event.key]) { return; }
  if (event.target.closest("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]")) { return; }
  if (event.key.startsWith("Arrow") && !event.target.closest("[data-fact]")) { return; }
  event.preventDefault();
  keys[event.key]();
});

try {
  keysOn.checked = localStorage.getItem("keys") !== "off";
  keysOn.addEventListener("change", () => localStorage.setItem("keys", keysOn.checked ? "on" : "off"));
} catch { /* a browser that keeps nothing: the keys work */ }

// After an act the next waiting fact is chosen; after a form came in, its first field.
document.body.addEventListener("htmx:afterSettle", (event) => {
  const card = event.detail.elt?.closest?.("[data-fact]");
  if (!card || !facts.contains(card)) { return; }
  const field = card.querySelector("form[novalidate] :is(input:not([type=hidden]), select, textarea)");
  if (field) { field.focus(); light(card.dataset.fact); return; }
  const all = cards();
  const waiting = all.slice(all.indexOf(card) + 1).find((other) => !other.classList.contains("yes") && !other.classList.contains("no"));
  choose(card.classList.contains("yes") || card.classList.contains("no") ? waiting ?? card : card);
});

choose(facts.querySelector("[data-fact]:target") ?? current() ?? cards()[0], { focus: false, still: true });
