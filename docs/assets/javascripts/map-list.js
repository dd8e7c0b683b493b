/* The page of a map: its list narrowed by what one chooses, and network-map.js told to draw the same. The list is in the
   HTML; without this file it is all there is, and it is whole. Choices stand in the address, with the finder's names. */
(() => {
  "use strict";
  const page = document.querySelector("[data-map]"), island = document.querySelector("script[data-map-told]");
  if (!page || !island) return;
  const told = JSON.parse(island.textContent), w = told.words, isCountry = !told.services;
  const form = page.querySelector("form"), status = page.querySelector(".t-status"), box = page.querySelector("[data-map-box]");
  const frame = box.closest("section"), keys = page.querySelector("[data-map-keys]"), views = page.querySelector(".t-views");
  const legend = frame.querySelector("ul.t-keys");
  const serving = form.querySelector("[name=palvelee]"), streets = page.querySelector("[data-streets]");
  const fold = form.closest("details"), number = fold.querySelector(".t-count"), phone = matchMedia("(max-width:56em)");
  const FACETS = ["kohderyhma", "aihe", "kanava"], FIELDS = ["kunta", ...FACETS, "palvelee"];
  const FEW = 3, MOST_NAMES = 12; // points in a popup, municipalities in a sentence
  const root = new URL("../../", document.querySelector("script[src$='map-list.js']").src).href, prefix = told.language === "fi" ? "" : told.language + "/";
  const collator = new Intl.Collator(told.language);
  let chosen = {}, begun = null, found = null, parts = new Map(), areas = null, wasChosen = false;

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const counted = (name, count) => fill(w[name + (count === 1 ? "_one" : "_many")], {count});
  const make = (tag, text, look) => {
    const element = document.createElement(tag);
    if (text) element.textContent = text;
    if (look) element.className = look;
    return element;
  };
  const listed = names => names.join(", ").replace(/, ([^,]*)$/, " " + w.and + " $1");

  /* --- the list as it stands in the page ---------------------------------------------------------------------------- */

  const items = part => Array.from(part.querySelectorAll("[data-service]"), node => ({node, number: Number(node.dataset.service)}));
  const sections = Array.from(page.querySelectorAll("[data-town]"), node => ({
    node, code: node.dataset.town, count: node.querySelector("h2 .t-n"),
    points: node.dataset.town ? Array.from(node.querySelectorAll(".t-points>li"), point => ({node: point, at: point.dataset.at && point.dataset.at.split(",").map(Number), items: items(point)})) : [],
    items: node.dataset.town ? [] : items(node)
  }));
  const towns = new Map(sections.filter(each => each.code).map(each => [each.code, each]));
  const bySlug = new Map(isCountry ? [] : Object.entries(told.towns).map(([code, [slug]]) => [slug, code]));

  /* --- choices ---------------------------------------------------------------------------------------------------------- */

  const links = new Map(sections.flatMap(each => [...each.points.flatMap(point => point.items), ...each.items]).map(({node, number}) => [number, node.firstChild]));
  const ids = isCountry ? [] : told.services.by.map((_, number) => links.get(number).getAttribute("href").split("/").slice(-2)[0]);

  /* Whom one may follow: hundreds of names, put in when they are needed. */
  function addServing() {
    if (!serving || serving.options.length > 1) return;
    const group = (label, options) => {
      const element = document.createElement("optgroup");
      element.label = label;
      options.sort((one, other) => collator.compare(one[1], other[1])).forEach(([value, text]) => element.append(new Option(text, value)));
      serving.append(element);
    };
    group(w.organisations, told.organisations.map(([key, name]) => ["toimija:" + key, name]));
    group(w.services_here, ids.map((id, number) => ["palvelu:" + id, links.get(number).textContent]));
  }

  /* What an address says; a choice that is not on the page is none. */
  function read() {
    const query = new URLSearchParams(location.search);
    if (query.has("palvelee")) addServing();
    FIELDS.forEach(name => {
      const field = form.elements[name], value = query.get(name) || "";
      chosen[name] = field && Array.from(field.options, option => option.value).includes(value) ? value : "";
      if (field) field.value = chosen[name];
    });
  }

  function query(fields = FIELDS) {
    const wanted = fields.filter(name => chosen[name]);
    return wanted.length ? "?" + wanted.map(name => name + "=" + encodeURIComponent(chosen[name]).replace(/%3A/g, ":").replace(/%2F/g, "/")).join("&") : "";
  }

  function choose(values) {
    chosen = {...chosen, ...values};
    FIELDS.forEach(name => { if (form.elements[name]) form.elements[name].value = chosen[name] || ""; });
    const address = new URL(location.pathname + query() + location.hash, location.href), way = new URLSearchParams(location.search).get("alueet");
    if (way) address.searchParams.append("alueet", way); // areas.js keeps it
    history.pushState(null, "", address);
    show();
  }

  /* How areas are grouped, "" where they are not. The address knows before areas.js has come. */
  function way() {
    const ways = Array.from(document.querySelectorAll("[name=alueet]"), input => input.value), asked = new URLSearchParams(location.search).get("alueet");
    return ways.includes(asked) ? asked : ways[0] || "";
  }
  const isByCentre = () => way() === "elinvoimakeskukset";

  /* --- what is found ---------------------------------------------------------------------------------------------------- */

  function fits(number) {
    const {services, values} = told;
    if (chosen.palvelee) {
      const [kind, value] = [chosen.palvelee.slice(0, chosen.palvelee.indexOf(":")), chosen.palvelee.slice(chosen.palvelee.indexOf(":") + 1)];
      if (kind === "palvelu" ? ids[number] !== value : told.organisations[services.by[number]][0] !== value) return false;
    }
    return FACETS.every(facet => !chosen[facet] || services[facet][number].some(each => values[facet][each] === chosen[facet]));
  }

  function narrow() {
    const passing = ids.map((_, number) => fits(number)), town = bySlug.get(chosen.kunta) || "";
    const counts = {}, serves = number => !town || told.areas[told.services.area[number]].includes(town);
    let covered = null, shownPoints = 0, shownServices = 0;
    if (chosen.palvelee) covered = new Set(passing.flatMap((isIn, number) => isIn ? told.areas[told.services.area[number]] : []));
    sections.forEach(section => {
      let count = 0;
      section.points.forEach(point => {
        let some = 0;
        point.items.forEach(item => { const isIn = passing[item.number]; item.node.hidden = !isIn; some += isIn; });
        point.node.hidden = !some;
        count += some > 0;
      });
      section.items.forEach(item => { const isIn = passing[item.number] && serves(item.number); item.node.hidden = !isIn; count += isIn; });
      const isShown = count > 0 && (!section.code || !town || section.code === town);
      section.node.hidden = !isShown;
      const text = counted(section.code ? "points" : "services", count);
      if (section.count.textContent !== text) section.count.textContent = text;
      if (section.code) counts[section.code] = count;
      if (isShown) { if (section.code) shownPoints += count; else shownServices = count; }
    });
    return {counts, chosen: town, covered, shownPoints, shownServices};
  }

  function say() {
    const isNothing = !query();
    let text = "";
    if (!isNothing) {
      const told = found.shownPoints || isCountry ? [counted("found", found.shownPoints)] : [];
      if (found.shownServices) told.push(counted("found_services", found.shownServices));
      text = found.shownPoints + found.shownServices ? listed(told) + "." : w.nothing;
      if (found.covered) text += " " + servedWords();
    } else if (wasChosen) text = w.cleared;
    wasChosen = wasChosen || !isNothing;
    if (status.textContent !== text) status.textContent = text; // nothing is said twice
  }

  function servedWords() {
    const own = [], name = serving.selectedOptions[0].textContent;
    found.covered.forEach(code => { if (told.towns[code]) own.push(told.towns[code][1]); });
    own.sort(collator.compare);
    const named = own.slice(0, MOST_NAMES), others = found.covered.size - named.length;
    if (others) named.push(counted("others", others));
    return named.length ? fill(w.serves, {name, places: listed(named)}) : fill(w.serves_not, {name});
  }

  function show(isFirst) {
    found = isCountry ? narrowCountry() : narrow();
    keys.hidden = !found.covered;
    if (legend) legend.hidden = !!found.covered;
    form.querySelector("[type=reset]").disabled = !query();
    number.textContent = FIELDS.filter(name => chosen[name]).length;
    number.hidden = !query();
    say();
    networkMap.show({...found, way: way(), isNew: !isFirst});
  }

  /* --- the whole country: counts of regions ------------------------------------------------------------------------------ */

  const rows = new Map(Array.from(page.querySelectorAll("[data-region-row]"), row => [row.dataset.regionRow, {
    row, cells: row.querySelectorAll("td"), link: row.querySelector("a"), name: row.querySelector("a").textContent, all: Array.from(row.querySelectorAll("td"), cell => Number(cell.textContent)), to: row.querySelector("a").href}]));

  const centres = new Map(Array.from(page.querySelectorAll("[data-centre-row]"), row => [row.dataset.centreRow, {
    row, cells: row.querySelectorAll("td"), name: row.querySelector("th").firstChild.textContent,
    all: Array.from(row.querySelectorAll("td"), cell => Number(cell.textContent)), to: Array.from(row.querySelectorAll(".t-sub a"), link => [link, link.href])}]));

  /* The elinvoimakeskus that a municipality belongs to; "" for none. */
  function centreOf(code) {
    const known = areas.municipalities[code];
    return known ? areas.elinvoimakeskukset[known[2]][0] : "";
  }

  /* A point is counted where its municipality belongs, whoever's section tells of it. */
  function countCentres() {
    const towns = new Map(Array.from(centres.keys(), key => [key, []])), counts = {}, isNothing = !query();
    if (areas && !isNothing) parts.forEach(part => {
      const passing = fitting(part);
      part.points.sets.forEach((sets, place) => {
        const found = towns.get(centreOf(part.points.in[place]));
        if (found && sets.some(set => passing[set])) found.push(part.points.in[place]);
      });
    });
    centres.forEach(({cells, all, to}, key) => {
      const found = towns.get(key), isKnown = areas && !rows.has(key); // the points of the national section are in no file
      const shown = isNothing ? all : isKnown ? [found.length, new Set(found).size] : ["–", "–"];
      shown.forEach((value, number) => { cells[number].textContent = value; });
      to.forEach(([link, address]) => { link.href = address + query(); });
      counts[key] = Number(shown[0]) || 0;
    });
    return counts;
  }

  function fitting(part) {
    const wanted = FACETS.map((facet, number) => chosen[facet] ? part.values[number].indexOf(chosen[facet]) : null);
    return part.sets.map(set => wanted.every((value, number) => value === null || set[number].includes(value)));
  }

  function narrowCountry() {
    const counts = {}, isNothing = !query();
    let shownPoints = 0, shownServices = 0;
    rows.forEach(({row, cells, link, all, to}, region) => {
      const part = parts.get(region);
      let [points, without, services] = all;
      if (!isNothing && part) {
        const passing = fitting(part);
        points = part.points.sets.filter(sets => sets.some(set => passing[set])).length;
        without = part.without.filter(set => passing[set]).length;
        services = "";
      } else if (!isNothing) points = without = services = "";
      [points, without, services].forEach((value, number) => { cells[number].textContent = value === "" ? "–" : value; });
      link.href = to + query();
      counts[region] = points || 0;
      shownPoints += points || 0;
      shownServices += without || 0;
    });
    page.querySelectorAll(".t-map a").forEach(tile => { tile.href.baseVal = rows.get(tile.dataset.region).to + query(); });
    const byCentre = countCentres();
    return {counts: isByCentre() ? byCentre : counts, chosen: "", covered: null, shownPoints, shownServices};
  }

  /* --- what the map asks --------------------------------------------------------------------------------------------------- */

  const forMap = {
    words: w,
    failed,
    bubble(key, count, isServed, covered) {
      const name = isCountry ? areaName(key) : told.towns[key] && told.towns[key][1];
      const hidden = text => '<i class="t-vh"> ' + text + "</i>";
      const reach = covered ? hidden(isServed ? w.serves_here : w.serves_not_here) : "";
      const label = document.createElement("span");
      label.textContent = name || key;
      return label.outerHTML + (count ? "<b>" + count + "</b>" + hidden(w.bubble) : hidden(w.no_points)) + reach;
    },
    content(key) { return centres.has(key) && !rows.has(key) ? centreContent(key) : isCountry ? regionContent(key) : townContent(key); },
    points() { return isCountry ? countryPoints() : pagePoints(); }
  };

  const shown = part => !part.node.hidden;

  function linksOf(point, most) {
    const list = make("ul"), own = point.items.filter(item => !item.node.hidden);
    own.slice(0, most).forEach(item => { const line = make("li"); line.append(item.node.querySelector("a").cloneNode(true)); list.append(line); });
    if (own.length > most) list.append(make("li", counted("more", own.length - most), "t-n"));
    return list;
  }

  function townContent(key) {
    const content = make("div", "", "t-popup__in"), town = towns.get(key), [slug, name, isElsewhere] = told.towns[key], count = found.counts[key] || 0;
    content.append(make("h2", name), make("p", count ? counted("points", count) : w.no_points, "t-meta"));
    if (found.covered) content.append(make("p", found.covered.has(key) ? w.serves_here : w.serves_not_here));
    const own = town ? town.points.filter(shown) : [], list = make("ul", "", "t-popup__points");
    own.slice(0, FEW).forEach(point => {
      const line = make("li");
      line.append(make("b", point.node.querySelector("h3").textContent), linksOf(point, 1));
      list.append(line);
    });
    if (own.length) content.append(list);
    if (own.length > FEW) content.append(make("p", counted("more_points", own.length - FEW), "t-meta"));
    const ways = make("p", "", "t-btns"), only = make("button", chosen.kunta === slug ? w.all : fill(w.only, {name}), "t-btn");
    only.type = "button";
    only.addEventListener("click", () => { networkMap.leave(); choose({kunta: chosen.kunta === slug ? "" : slug}); see("list"); status.focus(); });
    if (town) ways.append(only);
    const more = make("a", w.municipality);
    more.href = root + (isElsewhere ? "" : prefix) + "kunnat/" + slug + "/";
    ways.append(more);
    content.append(ways);
    return content;
  }

  function regionContent(key) {
    const content = make("div", "", "t-popup__in"), row = rows.get(key), [points, without] = Array.from(row.cells, cell => Number(cell.textContent) || 0);
    content.append(make("h2", row.link.textContent), make("p", listed([counted("found", points), counted("found_services", without)]), "t-meta"));
    const ways = make("p"), link = make("a", w.open_region);
    link.href = row.link.href;
    ways.append(link);
    content.append(ways);
    return content;
  }

  function centreContent(key) {
    const content = make("div", "", "t-popup__in"), {name, cells, row} = centres.get(key), [points, many] = Array.from(cells, cell => Number(cell.textContent) || 0);
    const list = make("ul", "", "t-popup__points");
    row.querySelectorAll(".t-sub a").forEach(link => { const line = make("li"); line.append(link.cloneNode(true)); list.append(line); });
    content.append(make("h2", name), make("p", counted("points", points) + (many ? " " + counted("towns", many) : ""), "t-meta"), make("p", w.centre_sections), list);
    return content;
  }

  function pagePoints() {
    return sections.filter(shown).flatMap(section => section.points.filter(point => shown(point) && point.at).map(point => ({
      at: point.at, name: point.node.querySelector("h3").textContent,
      content() {
        const content = make("div", "", "t-popup__in"), address = point.node.querySelector("p");
        content.append(make("h2", point.node.querySelector("h3").textContent));
        if (address) content.append(make("p", address.textContent, "t-meta"));
        content.append(linksOf(point, 6));
        return content;
      }
    })));
  }

  function countryPoints() {
    return Array.from(parts).flatMap(([region, part]) => {
      const passing = fitting(part);
      return part.points.at.flatMap((at, place) => at && part.points.sets[place].some(set => passing[set])
        ? [areaPoint(at, isByCentre() && areas && centreOf(part.points.in[place]) || region)] : []);
    });
  }

  const areaName = key => (rows.get(key) || centres.get(key) || {}).name;
  const areaPoint = (at, key) => ({at: [at[0] / 10000, at[1] / 10000], name: areaName(key), content: () => forMap.content(key)});

  /* --- list and map ---------------------------------------------------------------------------------------------------------- */

  /* On a phone one of the two is seen. */
  function see(view) {
    page.dataset.seen = view;
    views.querySelectorAll("button").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.view === view)));
    if (view === "map") begin().then(() => networkMap.resized());
  }

  function begin() {
    if (!begun) begun = networkMap.start(told.name, box, forMap).then(() => { page.dataset.drawn = ""; }).catch(failed);
    return begun;
  }

  function failed(error) {
    box.textContent = w.failed;
    if (window.console) console.warn(error);
  }

  form.addEventListener("change", event => choose({[event.target.name]: event.target.value}));
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", event => { event.preventDefault(); choose(Object.fromEntries(FIELDS.map(name => [name, ""]))); status.focus(); });
  addEventListener("popstate", () => { read(); show(); });
  document.addEventListener("areas", () => show());
  views.addEventListener("click", event => {
    const {view} = event.target.dataset;
    if (!view) return;
    see(view);
    if (view === "map" && phone.matches) views.scrollIntoView({block: "start"}); // the whole map is on the screen
  });
  matchMedia("(orientation:portrait)").addEventListener("change", () => { if (begun) begun.then(() => networkMap.resized()); }); // a phone is turned
  page.querySelectorAll("[data-show]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => {
      const key = button.closest("[data-town]").dataset.town;
      see("map");
      begin().then(() => { frame.scrollIntoView({block: "nearest"}); networkMap.open(key, button); });
    });
  });
  if (streets) streets.addEventListener("click", () => begin().then(() => { streets.textContent = networkMap.switchStreets() ? w.street_off : w.street_on; }));
  fold.hidden = frame.hidden = views.hidden = false;
  const unfold = () => { fold.open = !phone.matches; };
  phone.addEventListener("change", unfold);
  unfold();
  page.dataset.seen = "list";
  if (serving) ["focus", "pointerdown"].forEach(name => serving.addEventListener(name, addServing, {once: true}));
  if (serving) (window.requestIdleCallback || setTimeout)(addServing);
  read();
  show(true);
  if (isCountry) Promise.all([loadData("areas").then(data => { areas = data; }), ...told.parts.map(region => loadData("kartta/" + region).then(part => parts.set(region, part)))])
    .then(() => show(true)).catch(failed);
  new IntersectionObserver((seen, observer) => {
    if (!seen.some(each => each.isIntersecting)) return;
    observer.disconnect();
    begin();
  }, {rootMargin: "300px"}).observe(box);
  page.dataset.ready = "";
})();
