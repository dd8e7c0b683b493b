// ELY areas or their successors: keeps the choice of a page in its address and tells it. What is shown is up to the style sheet,
// so that the choice works without this file too. Whoever draws by area listens:
//   document.addEventListener("areas", event => event.detail)   // "ely-alueet" or "elinvoimakeskukset"
//   document.querySelector("[name=alueet]:checked").value         // the same at any time
// Which municipality belongs to which area is data/areas.json (hooks/tno/exports/areas.py).
(() => {
  "use strict";
  const NAME = "alueet", ROOMS = ["", "palvelut/", "kunnat/", "verkosto/", "kartta/", "katvealueet/"]; // pages that have the choice
  const root = new URL("../../", document.currentScript.src), box = document.querySelector(".t-switch"), status = box.querySelector("[role=status]");
  const inputs = [...box.querySelectorAll("input")], [usual] = inputs;
  const chosen = () => inputs.find(input => input.checked) || usual;

  const addressed = (url, way) => {
    const address = new URL(url);
    if (way === usual.value) address.searchParams.delete(NAME); else address.searchParams.set(NAME, way);
    return address;
  };
  const pages = new Set(["", "sv/", "en/"].flatMap(language => ROOMS.map(room => root.pathname + language + room)));
  const links = [...document.querySelectorAll('a[href]:not([href^="#"])')].filter(link => link.host === root.host && pages.has(link.pathname));
  const lead = () => links.forEach(link => { link.href = addressed(link.href, chosen().value); });
  const tell = () => document.dispatchEvent(new CustomEvent("areas", { detail: chosen().value }));

  const follow = () => {
    const asked = new URLSearchParams(location.search).get(NAME), before = chosen();
    (inputs.find(input => input.value === asked) || usual).checked = true;
    lead();
    if (chosen() !== before) tell();
  };
  box.addEventListener("change", () => {
    history.pushState(null, "", addressed(location.href, chosen().value));
    lead();
    status.textContent = chosen().dataset.said;
    tell();
  });
  addEventListener("popstate", follow);
  follow();
})();
