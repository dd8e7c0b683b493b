/* A service given in several places: where it is known where the reader lives, the nearest of them stands first, and each
   says how far it is. Without this file the places stay in the editor's order. municipality.js is loaded before. */
(() => {
  "use strict";
  const placed = [...document.querySelectorAll(".t-contact > [data-town]")];
  let home = new URLSearchParams(location.search).get("kunta");
  try { home = home || localStorage.getItem("municipality"); } catch (error) { /* closed: nobody knows */ }
  if (!home || placed.length < 2) return;
  loadData("municipalities").then(Municipalities.open).then(known => {
    const from = known.numberOf(home);
    if (from < 0) return;
    const found = placed.map((item, place) => ({ item, place, km: known.kilometres(from, known.numberOf(item.dataset.town)) }));
    const slots = placed.map(item => item.parentNode.insertBefore(document.createComment(""), item));
    found.sort((one, two) => one.km - two.km || one.place - two.place).forEach(({ item, km }, place) => {
      slots[place].replaceWith(item);
      if (km >= 1) item.querySelector("h3").append(` (${Math.round(km)}\u00a0km)`);
    });
  }).catch(() => {}); // the order stays
})();
