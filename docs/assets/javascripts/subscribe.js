/* What one subscribes to: one choice in place of the list of parts. Button, file and address are those of what is chosen,
   and the choice follows the list's filter when a calendar has just that. Without this file the plain list stays. */
(function () {
  "use strict";
  const list = document.querySelector("[data-subscribe]"), ways = document.querySelector("[data-ways]"), page = document.querySelector("[data-events]"), hint = ways.querySelector("[data-foreign]");
  const control = document.createElement("p"), label = document.createElement("label"), select = document.createElement("select"), feeds = [];

  /* Where the links of a calendar lead, the address to copy, and whether it is in Finnish and the page is not; told of the whole as of each part. */
  function add(place, text, query, group) {
    const option = document.createElement("option"), code = place.querySelector("code"), foreign = place.matches("[data-foreign]") || Boolean(place.querySelector("[data-foreign]"));
    option.textContent = text;
    group.append(option);
    feeds.push({query: query, foreign: foreign, links: Array.from(place.querySelectorAll("a"), link => link.getAttribute("href")), address: code ? code.textContent : ""});
  }

  function show() {
    const feed = feeds[select.selectedIndex], code = ways.querySelector("code");
    ways.querySelectorAll("a").forEach((link, place) => link.setAttribute("href", feed.links[place]));
    if (code) code.textContent = feed.address;
    if (hint) hint.hidden = !feed.foreign;
  }

  add(ways, list.dataset.all, null, select);
  let group = null;
  Array.from(list.querySelector("dl").children).forEach(function (each) {
    if (each.tagName === "DD") { add(each, each.querySelector("b").textContent, each.dataset.q, group); return; }
    group = document.createElement("optgroup");
    group.label = each.textContent;
    select.append(group);
  });
  control.className = "t-control";
  label.htmlFor = select.id = "tilattava";
  label.textContent = list.dataset.subscribe;
  control.append(label, select);
  ways.before(control);
  list.hidden = true;
  select.addEventListener("change", show);
  if (page) page.addEventListener("narrowed", function (event) {
    select.selectedIndex = Math.max(0, feeds.findIndex(feed => feed.query === event.detail));
    show();
  });
})();
