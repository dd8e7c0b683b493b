/* Whether someone answers now. The build has written when each channel is open; here that is only compared with the
   clock, again each minute. Without this file the hours in words stay.

   data-open: minutes in base 36: a beginning in UTC, then by turns how long it is closed and open, to the end of what
   is known (tno/views/opening.py). data-days: the same of a few days in a list, where the hours stand in words, without
   the beginning, which the words have. Words and the zone: the page's script[data-opening]. */
var opening = (function () {
  "use strict";
  const SOON = 30; // minutes
  const DAY = 1440;
  const read = new Map(); // codes that have been read: the same are asked about each minute

  /* The minutes at which a channel closes or opens: closed from the first, open from the second, and so on. */
  function edges(code) {
    if (read.has(code)) return read.get(code);
    let minute = 0;
    const found = code.split(" ").map(part => (minute += parseInt(part, 36)));
    read.set(code, found);
    return found;
  }

  /* What holds at a minute: is (open, soon, closed or unknown) and change, the minute it changes, where that is known. */
  function state(code, now) {
    const all = edges(code), last = all.length - 1;
    if (!code || !(now >= all[0]) || now >= all[last]) return {is: "unknown", change: null};
    let place = 0;
    while (all[place + 1] <= now) place++;
    const change = all[place + 1] < all[last] ? all[place + 1] : null;
    if (place % 2 === 0) return {is: "closed", change: change};
    return {is: change !== null && change - now <= SOON ? "soon" : "open", change: change};
  }

  function fill(pattern, values) { return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]); }

  /* Minutes as the clock on a wall in Finland shows them. zone: offset, and where it changes: the minute, new offset. */
  function wall(minute, zone) { return minute + (zone.length > 1 && minute >= zone[1] ? zone[2] : zone[0]); }

  function clock(minute, words, ends) {
    const ofDay = ((minute % DAY) + DAY) % DAY || (ends ? DAY : 0);
    const hours = Math.floor(ofDay / 60), minutes = ofDay % 60;
    const shown = minutes || words.clock[1] ? hours + words.clock[0] + ("0" + minutes).slice(-2) : String(hours);
    return fill(words.at, {clock: shown});
  }

  /* When something changes: "klo 16", "huomenna klo 9", "ma klo 9", "ma 30.11. klo 9". A night counts to its evening. */
  function when(change, now, words, ends) {
    const then = wall(change, words.zone), here = wall(now, words.zone), at = clock(then, words, ends);
    const days = Math.floor((ends ? then - 1 : then) / DAY) - Math.floor(here / DAY);
    if (days === 0 || (ends && change - now <= DAY / 2)) return at;
    if (days === 1) return fill(words.tomorrow, {at: at});
    const date = new Date((ends ? then - 1 : then) * 60000), day = words.days[(date.getUTCDay() + 6) % 7];
    if (days < 7) return day + " " + at;
    const month = date.getUTCMonth();
    const written = fill(words.date, {day: date.getUTCDate(), month: month + 1, name: (words.months || [])[month]});
    return day + " " + written + " " + at;
  }

  /* A state in words. */
  function say(found, now, words) {
    if (found.is === "unknown") return words.unknown;
    if (found.change === null) return words[found.is + "_long"];
    return fill(words[found.is], {when: when(found.change, now, words, found.is !== "closed")});
  }

  return {edges: edges, state: state, say: say, wall: wall};
})();

if (typeof document !== "undefined") (function () {
  "use strict";
  const told = document.querySelector("script[data-opening]");
  if (!told) return;
  const words = JSON.parse(told.textContent);
  const badges = Array.from(document.querySelectorAll("[data-open],[data-days]"));

  function now() { return Math.floor(Date.now() / 60000); }

  function show(badge, minute) {
    const days = badge.dataset.days, found = opening.state(days ? `${words.from} ${days}` : badge.dataset.open, minute);
    if (days && (found.is === "unknown" || found.is === "closed" && found.change === null)) return found; // its hours say more
    const text = opening.say(found, minute, words);
    if (badge.textContent !== text) badge.textContent = text;
    badge.className = "t-open is-" + found.is;
    return found;
  }

  function look() {
    const minute = now();
    return badges.map(badge => show(badge, minute));
  }

  /* Of what is equally far the first is who answers now, then who opens next; who is not known stays where it was. */
  function openFirst(list) {
    const minute = now(), after = item => {
      const badge = item.querySelector("[data-open]"), found = badge && opening.state(badge.getAttribute("data-open"), minute);
      return !found || found.is === "unknown" ? Infinity : found.is === "closed" ? (found.change === null ? Infinity : found.change) : 0;
    };
    const far = item => item.querySelector(".t-meta").textContent, items = Array.from(list.children);
    const order = items.map((item, place) => ({item: item, group: items.findIndex(each => far(each) === far(item)), after: after(item), place: place}));
    order.sort((a, b) => a.group - b.group || (a.after === b.after ? 0 : a.after - b.after) || a.place - b.place);
    order.forEach(each => list.append(each.item));
  }

  /* Where none of the rows that are seen is answered now, the first of the folded ones that is takes the place of the last. */
  function lift(list) {
    const seen = list.parentElement.previousElementSibling;
    const answers = item => item.querySelector(".t-way a[href^='tel:'] ~ .is-open,.t-way a[href^='tel:'] ~ .is-soon");
    if (Array.from(seen.children).some(answers)) return;
    const found = list.dataset.lifts.split(" ").map(place => list.children[place]).find(answers);
    if (!found) return;
    list.prepend(seen.lastElementChild);
    seen.prepend(found);
  }

  const TOGETHER = 180; // minutes: who opens within these opens as good as together, and stands in the list's own order

  /* Of those who may answer a few are shown: whom anybody may ask, always; then who answers now, else who opens next. */
  function showFew(list) {
    const minute = now(), most = Number(list.dataset.openFew), items = Array.from(list.children);
    if (list.contains(document.activeElement)) return;
    const found = items.map((item, place) => {
      const state = opening.state(item.querySelector("[data-open]").dataset.open, minute), isOpen = state.is === "open" || state.is === "soon";
      return {item: item, place: place, isOpen: isOpen, after: isOpen ? 0 : state.change || Infinity};
    });
    const count = found.filter(each => each.isOpen).length;
    const next = Math.min(...found.map(each => each.after || Infinity));
    found.forEach(each => { if (each.after) each.after = 1 + Math.floor((each.after - next) / TOGETHER); });
    const rank = each => (each.item.dataset.always === undefined ? each.after : -1);
    const shown = found.slice().sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)) || a.place - b.place);
    found.forEach(each => { each.item.hidden = true; });
    const resting = found.length && !shown[0].isOpen ? 1 : 0; // whom anybody may ask, who is told when not open too
    shown.slice(0, count ? Math.min(most, Math.max(count + resting, 2)) : most).forEach(each => { each.item.hidden = false; list.append(each.item); });
    list.previousElementSibling.hidden = count > 0;
  }

  const first = look();
  document.querySelectorAll("[data-open-first]").forEach(openFirst);
  document.querySelectorAll("[data-lifts]").forEach(lift);
  document.querySelectorAll("[data-open-few]").forEach(list => {
    showFew(list);
    setInterval(showFew, 60000, list);
  });
  setInterval(look, 20000);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) look(); });

  /* A page that was made over a week ago may fold a day that has come near: it is shown. */
  const later = document.querySelector(".t-later");
  if (later && now() - parseInt(words.from, 36) > 7 * 1440) later.open = true;

  /* Times are Finland's: whoever's clock differs is told so. */
  if (first.some(found => found.change !== null) && opening.wall(now(), words.zone) - now() !== -new Date().getTimezoneOffset())
    document.querySelectorAll("[data-finnish-time]").forEach(note => { note.hidden = false; });
})();
