"use strict";
// The page works without this: every cite is a plain link. Here: light up all pieces of a cited passage, lead the
// reader back, show a cite's words where the pointer or the focus is, say where in the contents the reader is, filter
// the statements, unfold what a link or a printer needs.
(() => {
  const back = document.getElementById("back");
  let from = null;

  const unfold = (node) => {
    for (let fold = node.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };

  const show = (id) => {
    document.querySelectorAll("mark.lit").forEach((mark) => mark.classList.remove("lit"));
    const target = id && document.getElementById(id);
    if (!target) return;
    unfold(target);
    if (target.tagName !== "MARK") return;
    target.classList.add("lit");
    document.querySelectorAll(`mark[data-of="${CSS.escape(id)}"]`).forEach((mark) => mark.classList.add("lit"));
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
  };

  const hash = () => decodeURIComponent(location.hash.slice(1));

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.cite, a.source");
    if (!link) return;
    from = link;
    back.hidden = false;
    // The same passage twice in a row changes no address, so no event would follow.
    if (link.hash === location.hash) show(hash());
  });

  back.addEventListener("click", () => {
    back.hidden = true;
    if (!from) return;
    from.scrollIntoView({ block: "center" });
    from.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (!peek.hidden) hide();
    else if (!back.hidden) back.click();
  });

  // The passage beside its cite. It stays while the pointer is on it, and goes with Escape (WCAG 2.2, 1.4.13).
  const peek = document.getElementById("main").appendChild(document.createElement("div"));
  peek.id = "peek";
  peek.role = "tooltip";
  peek.hidden = true;
  const words = peek.appendChild(document.createElement("p"));
  const whence = peek.appendChild(document.createElement("p"));
  let shown = null;
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    peek.hidden = true;
    if (shown) {
      shown.removeAttribute("aria-describedby");
      shown.title = whence.textContent;
    }
    shown = null;
  };

  const reveal = (link) => {
    hide();
    const id = link.hash.slice(1);
    const pieces = [document.getElementById(id), ...document.querySelectorAll(`mark[data-of="${CSS.escape(id)}"]`)];
    const blocks = new Set(pieces.map((mark) => mark.closest("p, li")));
    words.textContent = pieces.map((mark) => mark.textContent).join(blocks.size > 1 ? " " : "").replace(/\s+/g, " ");
    whence.textContent = link.title;
    link.removeAttribute("title");
    link.setAttribute("aria-describedby", "peek");
    shown = link;
    peek.hidden = false;
    const at = link.getBoundingClientRect();
    const box = peek.getBoundingClientRect();
    const below = at.bottom + box.height + 12 < innerHeight;
    const left = Math.min(at.left, document.documentElement.clientWidth - box.width - 8);
    peek.style.left = `${Math.max(8, left) + scrollX}px`;
    peek.style.top = `${(below ? at.bottom + 4 : at.top - box.height - 4) + scrollY}px`;
  };

  const soon = (work, delay) => {
    clearTimeout(timer);
    timer = setTimeout(work, delay);
  };
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const link = event.target.closest("a.cite");
    if (link && link !== shown) soon(() => reveal(link), 250);
    else if (link || peek.contains(event.target)) clearTimeout(timer);
    else soon(hide, 250);
  });
  document.addEventListener("focusin", (event) => {
    const link = event.target.closest("a.cite");
    if (link && link.matches(":focus-visible")) reveal(link);
    else hide();
  });
  document.addEventListener("click", hide);

  addEventListener("hashchange", () => show(hash()));
  show(hash());

  const entries = new Map([...document.querySelectorAll(".toc a")].map((a) => [a.hash.slice(1), a]));
  const seen = new Set();
  const watch = new IntersectionObserver((changes) => {
    for (const change of changes) change.isIntersecting ? seen.add(change.target.id) : seen.delete(change.target.id);
    const current = [...entries.keys()].find((id) => seen.has(id));
    for (const [id, a] of entries) id === current ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current");
  }, { rootMargin: "-10% 0px -60% 0px" });
  entries.forEach((_, id) => watch.observe(document.getElementById(id)));

  const filter = document.getElementById("claim-filter");
  if (filter) {
    const rows = [...document.querySelectorAll("#claims .claim")];
    const texts = rows.map((row) => row.textContent.toLowerCase());
    const found = document.getElementById("claim-found");
    filter.parentElement.hidden = false;
    filter.addEventListener("input", () => {
      const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      rows.forEach((row, i) => {
        row.hidden = !words.every((word) => texts[i].includes(word));
        if (!row.hidden) shown += 1;
      });
      document.querySelectorAll("#claims .own").forEach((fold) => {
        fold.hidden = !fold.querySelector(".claim:not([hidden])");
        fold.open = words.length > 0 && !fold.hidden;
      });
      found.textContent = words.length ? `${shown} of ${rows.length}` : "";
    });
  }

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((fold) => { fold.open = false; }));
})();
