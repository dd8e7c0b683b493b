/* The page "Kuka vastaa nyt": channels go under who answers now, opens today, later, and who knows; of each the first few
   until more are asked for. They can be sifted by language and topic; the choice is in the address. Without this file all
   stand in one list. opening.js says what holds this minute. */
(() => {
  "use strict";
  const board = document.querySelector("[data-now]");
  if (!board) return;
  const FEW = 6; // channels of a group shown at first
  const DAY = 1440;
  const words = JSON.parse(document.querySelector("script[data-opening]").textContent);
  const sift = board.querySelector("[data-sift]"), choices = [...sift.querySelectorAll("select")];
  const whole = new Set(); // groups of which all are shown
  const rows = [...board.querySelectorAll("[data-row]")].map((row, place) => {
    const badge = row.querySelector("[data-open]");
    return { row, place, code: badge ? badge.getAttribute("data-open") : "", has: choices.map(({ name }) => row.dataset[name].split(" ")) };
  });
  const fits = ({ has }) => choices.every(({ value }, number) => !value || has[number].includes(value));

  const group = (found, minute) => {
    if (found.is === "open" || found.is === "soon") return "now";
    if (found.is === "unknown") return "unknown";
    if (found.change === null) return "later";
    const dayOf = each => Math.floor(opening.wall(each, words.zone) / DAY);
    return dayOf(found.change) === dayOf(minute) ? "today" : "later";
  };

  // A row that has the focus stays where it is.
  const put = (list, found, most) => found.forEach(({ row }, place) => {
    const isHeld = row.contains(document.activeElement);
    if (list.children[place] !== row && !isHeld) list.insertBefore(row, list.children[place] || null);
    row.hidden = place >= most && !isHeld;
  });

  const show = () => {
    const minute = Math.floor(Date.now() / 60000), groups = { now: [], today: [], later: [], unknown: [] }, others = [];
    rows.forEach(each => {
      const found = opening.state(each.code, minute);
      (fits(each) ? groups[group(found, minute)] : others).push({ ...each, change: found.change || Infinity });
    });
    [groups.today, groups.later].forEach(found => found.sort((one, two) => one.change === two.change ? one.place - two.place : one.change - two.change));
    put(board.querySelector("[data-plain] ul"), others, others.length);
    Object.entries(groups).forEach(([name, found]) => {
      const section = board.querySelector(`[data-when="${name}"]`), isCut = !whole.has(name) && found.length > FEW;
      put(section.querySelector("ul"), found, isCut ? FEW : found.length);
      section.querySelector("[data-count]").textContent = found.length;
      section.querySelector("[data-more]").hidden = !isCut;
      section.hidden = !found.length;
    });
    board.querySelector("[data-nobody]").hidden = groups.now.length > 0;
    board.querySelector("[data-plain]").hidden = true;
    const isToday = Math.floor(opening.wall(minute, words.zone) / DAY) === Number(board.dataset.day); // or the site is older
    board.querySelectorAll("[data-today]").forEach(hours => { hours.hidden = !isToday; });
    return groups;
  };

  board.querySelectorAll("[data-more]").forEach(more => more.addEventListener("click", () => {
    const section = more.closest("[data-when]");
    whole.add(section.dataset.when);
    show();
    section.querySelectorAll("[data-row]")[FEW].querySelector("a").focus();
  }));

  const address = new URLSearchParams(location.search);
  choices.forEach(choice => {
    const asked = address.get(choice.name);
    if ([...choice.options].some(({ value }) => value === asked)) choice.value = asked;
    choice.addEventListener("change", () => {
      if (choice.value) address.set(choice.name, choice.value); else address.delete(choice.name);
      history.replaceState(null, "", location.pathname + (`${address}` && `?${address}`) + location.hash);
      whole.clear();
      const groups = show(), all = Object.values(groups).reduce((sum, found) => sum + found.length, 0);
      sift.querySelector("[role=status]").textContent = sift.dataset.said.replace("{now}", groups.now.length).replace("{all}", all);
    });
  });
  sift.addEventListener("submit", event => event.preventDefault());
  sift.hidden = false;
  show();
  setInterval(show, 20000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) show(); });
})();
