"use strict";
// The page works without this: every cite is a plain link. Here: light up all pieces of a cited passage, lead the
// reader back, say where in the contents they are, filter the statements, unfold what a link or a printer needs.
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
    if (event.key === "Escape" && !back.hidden) back.click();
  });

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
