// Topics and life situations for somebody who comes from a region's pages (?alue=lappi): what serves the region stands
// first, what serves others is folded, and a region without a service of its own says so. From the list of them all, and
// to what comes up together, the region goes along.
(() => {
  "use strict";
  const box = document.querySelector("[data-regions]"), words = box.dataset, names = JSON.parse(words.regions);
  const region = new URLSearchParams(location.search).get("alue");
  if (!Object.hasOwn(names, region)) return;
  document.querySelectorAll(".t-main a[href*='/elamantilanteet/'], .t-main a[href*='/aiheet/'], .t-main a[href^='../']").forEach(link => {
    if (/\/(elamantilanteet|aiheet)\/[^/]+\/$/.test(link.pathname)) link.search = `?alue=${region}`;
  });
  const sections = [...document.querySelectorAll("[data-part]")];
  if (!sections.length) return; // the list of situations
  const own = sections.find(each => each.dataset.part === region), country = sections.find(each => each.dataset.part === "kansallinen");
  const others = sections.filter(each => each !== own && each !== country), jumps = document.querySelector(".t-jumps");
  if (jumps) jumps.hidden = true;
  const note = document.createElement("p");
  box.parentElement.prepend(note);
  if (own) {
    const link = note.appendChild(document.createElement("a"));
    link.href = `#${region}`;
    link.textContent = own.querySelector("h2").textContent;
    sections[0].before(own);
  } else note.textContent = words.none.replace("{region}", names[region]);
  if (!others.length) return;
  const folded = document.createElement("details"), summary = folded.appendChild(document.createElement("summary"));
  folded.className = "t-more-hours";
  summary.textContent = words.elsewhere;
  others[others.length - 1].after(folded);
  folded.append(...others);
})();
