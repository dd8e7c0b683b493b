/* Lists of events: what is past leaves them by the reader's clock, and the calendar is narrowed by what one chooses. First
   what can be known without a page (tests run it too), then the page. Without this file the whole list stays.

   data-leaves: the minute in UTC, base 36, at which a row is past; data-e: which event it is of those told in
   script[data-events-told] (tno/views/event_facets.py). */
var events = (function () {
  "use strict";
  const DAY = 1440;

  /* The day it is in Finland, and the one after. zone: offset in minutes, and where it changes: the minute, new offset. */
  function days(minute, zone) {
    const wall = minute + (zone.length > 1 && minute >= zone[1] ? zone[2] : zone[0]);
    return [0, DAY].map(more => new Date((wall + more) * 60000).toISOString().slice(0, 10));
  }

  /* Which rows fit, how many events they are of, and how many events would fit at each value: AND between facets, OR
     within one. rows: the event of each row; facets: name → of each event the places of its values; chosen: name → places. */
  function find(rows, facets, chosen) {
    const names = Object.keys(facets), counts = {}, fits = new Set();
    names.forEach(name => { counts[name] = {}; });
    new Set(rows).forEach(function (event) {
      const missed = names.filter(name => chosen[name].length && !facets[name][event].some(value => chosen[name].indexOf(value) >= 0));
      if (missed.length > 1) return;
      if (!missed.length) fits.add(event);
      (missed.length ? missed : names).forEach(name => facets[name][event].forEach(function (value) {
        counts[name][value] = (counts[name][value] || 0) + 1;
      }));
    });
    return {found: Object.keys(rows).map(Number).filter(row => fits.has(rows[row])), events: fits.size, counts: counts};
  }

  /* "?osa=ita-lappi&laji=koulutus,webinaari", "" for nothing. values: name → its values in order. */
  function write(chosen, values) {
    const parts = Object.keys(values).filter(name => chosen[name].length);
    return parts.length ? "?" + parts.map(name => name + "=" + chosen[name].map(place => values[name][place]).join(",")).join("&") : "";
  }

  /* What an address chooses; what is unknown is left out. */
  function read(query, values) {
    const chosen = {}, told = new URLSearchParams(query);
    Object.keys(values).forEach(function (name) {
      const asked = (told.get(name) || "").split(",");
      chosen[name] = values[name].map((_, place) => place).filter(place => asked.indexOf(values[name][place]) >= 0);
    });
    return chosen;
  }

  /* How many kilometres each event is away, "far" for what one may join from anywhere, null for what is neither near nor so.
     where: of each event the numbers of its towns, -1 from afar; kmTo: number of a town → kilometres; near: the farthest. */
  function away(where, kmTo, near) {
    return where.map(function (towns) {
      const km = Math.min(...towns.filter(town => town >= 0).map(kmTo));
      return km <= near ? km : towns.indexOf(-1) >= 0 ? "far" : null;
    });
  }

  return {days: days, find: find, write: write, read: read, away: away};
})();

if (typeof document !== "undefined") (function () {
  "use strict";
  const data = document.querySelector("script[data-events-told]"), told = data ? JSON.parse(data.textContent) : {};
  const rows = Array.from(document.querySelectorAll("li[data-leaves]"), row =>
    ({row: row, leaves: parseInt(row.getAttribute("data-leaves"), 36), event: Number(row.getAttribute("data-e")), fits: true}));
  const lists = Array.from(document.querySelectorAll(".t-day, .t-agenda"));
  const month = document.querySelector("[data-month]"), page = document.querySelector("[data-events]"), form = page && page.querySelector("form.t-facets");

  function now() { return Math.floor(Date.now() / 60000); }
  function isShown(list) { return !!list.querySelector("li[data-leaves]:not([hidden])"); }

  /* --- what is past ------------------------------------------------------------------------------------------------ */

  /* A row that has the focus stays where it is. */
  function hideRows() {
    const minute = now();
    rows.forEach(function (each) {
      const isHidden = !each.fits || (minute >= each.leaves && !each.row.contains(document.activeElement));
      if (each.row.hidden !== isHidden) each.row.hidden = isHidden;
    });
    lists.forEach(list => { if (list.hidden === isShown(list)) list.hidden = !list.hidden; });
    document.querySelectorAll(".t-jumps a[href^='#']").forEach(function (link) {
      const heading = document.getElementById(link.getAttribute("href").slice(1)), item = link.parentNode;
      const count = heading ? heading.parentNode.querySelectorAll("li[data-leaves]:not([hidden])").length : 0;
      item.hidden = !count;
      item.querySelector(".t-n").textContent = say(/^#\d/.test(link.getAttribute("href")) ? "times" : "found", count);
    });
    document.querySelectorAll("[data-dates]").forEach(dates => { dates.querySelector("[data-none]").hidden = isShown(dates); });
    if (told.zone) {
      const days = events.days(minute, told.zone);
      nameDays(days);
      if (month) markDay(days[0]);
    }
  }

  /* In the table of a month. */
  function markDay(day) {
    const before = month.querySelector("td.is-today");
    const cell = day.slice(0, 7) === month.dataset.month ? month.querySelectorAll("td:not(.is-out)")[Number(day.slice(8)) - 1] : null;
    if (before === cell) return;
    if (before) { before.classList.remove("is-today"); before.querySelector("b .t-vh").remove(); }
    if (!cell) return;
    const word = document.createElement("span");
    word.className = "t-vh";
    word.textContent = " " + told.today;
    cell.classList.add("is-today");
    cell.querySelector("b").append(word);
  }

  function nameDays(days) {
    document.querySelectorAll(".t-day").forEach(function (day) {
      const word = [told.today, told.tomorrow][days.indexOf(day.id)] || "", place = day.querySelector("h3 > span");
      let note = place.querySelector("em");
      if (!word && note) note.remove();
      if (!word || (note && note.textContent.trim() === word)) return;
      if (!note) place.append(note = document.createElement("em"));
      note.textContent = " " + word;
    });
  }

  /* --- what is chosen ---------------------------------------------------------------------------------------------- */

  const values = {}, boxes = form ? Array.from(form.elements).filter(each => each.type === "checkbox") : [];
  boxes.forEach(box => { (values[box.name] = values[box.name] || []).push(box.value); });
  const status = page && page.querySelector(".t-status"), bar = page && page.querySelector(".t-find__bar");
  let chosen = {}, hadChoice = false, dialog = null, town = null;

  function fill(pattern, count) { return pattern.replace("{count}", count); }
  function say(name, count) { return fill(told.words[name + (count === 1 ? "_one" : "_many")], count); }
  function labelOf(box) { return box.nextElementSibling.textContent; }

  function show() {
    const minute = now(), ahead = rows.filter(each => minute < each.leaves);
    const result = events.find(ahead.map(each => each.event), told.facets, chosen), fits = new Set(result.found.map(place => ahead[place]));
    rows.forEach(each => { each.fits = fits.has(each); });
    hideRows();
    const picked = boxes.filter(box => chosen[box.name].indexOf(values[box.name].indexOf(box.value)) >= 0);
    boxes.forEach(function (box) {
      const count = result.counts[box.name][values[box.name].indexOf(box.value)] || 0, cell = box.parentNode.lastElementChild;
      box.checked = picked.indexOf(box) >= 0;
      box.disabled = !count && !box.checked && box !== document.activeElement;
      box.parentNode.classList.toggle("is-none", box.disabled);
      cell.textContent = count;
      const unit = document.createElement("span");
      unit.className = "t-vh";
      unit.textContent = " " + told.words[count === 1 ? "unit_one" : "unit_many"];
      cell.append(unit);
    });
    if (town && !chosen[WHERE].length) leaveTown();
    showAway();
    showChoices(picked);
    const number = result.events, times = result.found.length;
    form.querySelector("[type=submit]").textContent = say("show", number);
    form.querySelector("[type=reset]").disabled = !picked.length && !town;
    if (town && number) {
      const found = Array.from(new Set(result.found.map(place => ahead[place].event))), far = found.filter(event => town.away[event] === "far").length;
      const near = number > far ? told.words.near.replace("{found}", say("found", number - far)) : told.words.near_none;
      status.textContent = near.replace("{town}", town.name) + (far ? " " + told.words.far.replace("{found}", say("found", far)) : "");
    } else if (picked.length || town) status.textContent = number ? say("found", number) + (times > number ? ", " + say("times", times) : "") : told.words.none;
    else status.textContent = hadChoice ? told.words.cleared : "";
    hadChoice = hadChoice || picked.length > 0 || town !== null;
    page.dispatchEvent(new CustomEvent("narrowed", {detail: events.write(chosen, values).slice(1)}));
  }

  function showChoices(picked) {
    const chips = bar.querySelector(".t-chips"), number = bar.querySelector(".t-count"), hadFocus = chips.contains(document.activeElement);
    chips.replaceChildren(...(town ? [chip(town.name, () => go(Object.assign({}, chosen, {[WHERE]: []})))] : []), ...picked.map(box => chip(labelOf(box), () => choose(box, false))));
    if (hadFocus) (chips.querySelector("button") || status).focus();
    number.hidden = !picked.length;
    number.textContent = picked.length;
  }

  function chip(label, leave) {
    const item = document.createElement("li"), button = document.createElement("button"), cross = document.createElement("i");
    button.type = "button";
    button.className = "is-on";
    button.textContent = label + " ";
    button.setAttribute("aria-label", label + ", " + told.words.remove);
    cross.className = "t-i t-i-close";
    button.append(cross);
    button.addEventListener("click", leave);
    item.append(button);
    return item;
  }

  /* --- where one lives: municipality.js understands what is typed --------------------------------------------------------- */

  const WHERE = "kunta", field = bar && bar.querySelector("form[data-municipality] input");
  let municipalities = null; // known when one has been chosen

  function setTown(number) {
    const km = municipalities.rows.map((_, other) => municipalities.kilometres(number, other));
    town = {name: municipalities.nameOf(number, document.documentElement.lang), away: events.away(told.where, each => km[each], told.near)};
    told.facets[WHERE] = town.away.map(each => each === null ? [] : [0]);
    values[WHERE] = [municipalities.rows[number].slug];
    field.value = town.name;
    bar.querySelector(".t-choose__last").hidden = true;
  }

  function leaveTown() {
    town = null;
    delete told.facets[WHERE];
    delete values[WHERE];
    field.value = "";
  }

  /* How far each row is, after its place. */
  function showAway() {
    rows.forEach(function (each) {
      const old = each.row.querySelector("[data-away]"), away = town && town.away[each.event];
      if (old) old.remove();
      if (!away || (away !== "far" && away < 1)) return;
      const note = document.createElement("p"), text = document.createElement("span");
      note.setAttribute("data-away", "");
      text.className = "t-tag";
      text.textContent = away === "far" ? told.words.far_short : Math.round(away) + "\u00a0km";
      note.append(text);
      each.row.querySelector("div").append(note);
    });
  }

  /* What an address chooses; the town only when municipalities are known. */
  function readAll() {
    const asked = new URLSearchParams(location.search).get(WHERE), number = municipalities && asked ? municipalities.numberOf(asked) : -1;
    if (number >= 0) setTown(number);
    return Object.assign({[WHERE]: []}, events.read(location.search, values));
  }

  /* Choices are put in the address, so that Back gives up the last one. */
  function go(next) {
    chosen = next;
    history.pushState(null, "", location.pathname + events.write(chosen, values) + location.hash);
    show();
  }

  function choose(box, isOn) {
    const place = values[box.name].indexOf(box.value), others = chosen[box.name].filter(each => each !== place);
    go(Object.assign({}, chosen, {[box.name]: isOn ? others.concat(place).sort((one, other) => one - other) : others}));
  }

  /* On a phone the form comes up as a sheet, and goes back when it is closed. */
  function openSheet(button) {
    const side = form.parentNode, head = document.createElement("form"), title = document.createElement("h2"), close = document.createElement("button");
    dialog = document.createElement("dialog");
    dialog.className = "t-dialog is-sheet";
    dialog.setAttribute("aria-label", side.getAttribute("aria-label"));
    head.method = "dialog";
    title.textContent = told.words.filter;
    close.className = "t-btn";
    close.textContent = told.words.close;
    head.append(title, close);
    dialog.append(head, form);
    dialog.addEventListener("close", function () { side.append(form); dialog.remove(); dialog = null; button.focus(); });
    button.after(dialog);
    dialog.showModal();
  }

  if (form) {
    status.tabIndex = -1;
    boxes.forEach(box => box.addEventListener("change", () => choose(box, box.checked)));
    form.addEventListener("submit", function (event) { event.preventDefault(); if (dialog) dialog.close(); });
    form.addEventListener("reset", function (event) { event.preventDefault(); go(Object.assign({[WHERE]: []}, events.read("", values))); });
    bar.querySelector("[data-filter]").addEventListener("click", event => openSheet(event.currentTarget));
    addEventListener("popstate", function () { chosen = readAll(); show(); });
    bar.addEventListener("municipality", function (event) {
      event.preventDefault();
      municipalities = event.detail.known;
      setTown(event.detail.number);
      const next = Object.assign({}, chosen, {[WHERE]: [0]});
      if (new URLSearchParams(location.search).get(WHERE) === values[WHERE][0]) { chosen = next; show(); }
      else go(next);
    });
    chosen = readAll();
    show();
    page.setAttribute("data-events", "ready");
  } else hideRows();
  setInterval(function () { if (!document.hidden) hideRows(); }, 30000);
  document.addEventListener("visibilitychange", function () { if (!document.hidden) hideRows(); });
})();
