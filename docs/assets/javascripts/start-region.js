// The guided start for somebody who comes from a region's pages (?alue=satakunta): the header says the region, and it goes
// along from step to step. first-steps.js answers for it. Without this file the pages are those of the whole country.
(() => {
  "use strict";
  const region = new URLSearchParams(location.search).get("alue");
  const known = [...document.querySelectorAll(".t-panel li[data-region] a")].find(link => link.parentElement.dataset.region === region);
  if (!known || region === "kansallinen") return;
  document.querySelectorAll(".t-header, .t-page, .t-footer").forEach(part => { part.dataset.region = region; });
  document.querySelector("a.t-logo").href = known.href;
  document.querySelectorAll(".t-logo i").forEach(name => { name.textContent = known.textContent.replace(/\u00ad/g, ""); });
  document.querySelectorAll("a[href]").forEach(link => {
    if (/\/mista-aloitan\//.test(link.pathname) && link.origin === location.origin) link.search = `?alue=${region}`;
  });
})();
