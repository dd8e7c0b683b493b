/* Draws a map of the network with Leaflet. Scripts in assets/maps/ (written by folium, tno/exports/maps.py) make the map and
   call boundaries, bubbles and streets below; map-list.js says what is shown. A bubble is a button: name, then number. In
   tab order they go from north to south. Nothing is asked of another host unless a visitor presses the button of streets. */
var networkMap = (() => {
  "use strict";
  const root = new URL("../../", document.currentScript.src).href;
  const drawn = new Map(); // name → [HTML of the map's box, function that draws]
  const calm = matchMedia("(prefers-reduced-motion:reduce)").matches;
  const SMALLEST = 24, LEAST = 28, LARGEST = 50, GAP = 4, LABEL_GAP = 3; // pixels
  const PAD = [24, 24];
  const CLOSEST = 17; // zoom with streets
  const POINTS_FROM = 10.5;
  const MOST_POINTS = 80; // in sight at once
  let map = null, page = null, bubbles = new Map(), bounds, homes = {}, grouped = "", lands = null, areas = null, streets = null, points = null, opener = null, state = null, isSpreading = false;

  function define(name, box, draw) { drawn.set(name, [box, draw]); }

  function script(address) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = root + address;
      element.onload = done;
      element.onerror = () => failed(new Error(address));
      document.head.append(element);
    });
  }

  function style(address) {
    return new Promise((done, failed) => {
      const element = document.createElement("link");
      element.rel = "stylesheet";
      element.href = root + address;
      element.onload = done;
      element.onerror = () => failed(new Error(address));
      document.head.prepend(element); // the portal's own rules come after
    });
  }

  /* Bring Leaflet and the map's own script, and draw. told: what map-list.js knows of towns, words and points. */
  async function start(name, box, told) {
    page = told;
    await Promise.all([style("assets/leaflet/leaflet.css"), script("assets/leaflet/leaflet.js").then(() => script("assets/maps/" + name + ".js"))]);
    if (calm) L.Map.mergeOptions({zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false});
    const [html, draw] = drawn.get(name);
    box.innerHTML = html;
    draw();
    box.querySelector(".leaflet-container").setAttribute("aria-label", page.words.label);
    if (state) show(state);
  }

  /* --- what folium's script calls ------------------------------------------------------------------------------------ */

  function boundaries(target, {file, own, areas: regions, municipalities}) {
    const isOwn = new Set(own);
    const look = code => ({className: "t-land" + (isOwn.has(code) ? " is-own" : ""), weight: 1, smoothFactor: 0.5, interactive: false});
    loadData(file).then(data => {
      L.geoJson(data, {style: feature => look(feature.id), interactive: false}).addTo(target).bringToBack();
      if (!regions) return;
      lands = way => drawLands(target, data, regions[way]);
      lands.shown = lands(grouped);
    }).catch(failed);
    if (municipalities) loadData(municipalities).then(data => {
      areas = L.geoJson(data, {style: () => ({className: "t-area", weight: 1}), onEachFeature: (feature, layer) => layer.on("click", () => open(feature.id))}).addTo(target);
      patterns(target);
      target.getContainer().classList.add("has-areas");
      paint();
      spreadSoon();
    }).catch(failed);
  }

  /* Areas are whole maakunnat, drawn as one shape each: a press anywhere on it is one on the area's bubble. */
  function drawLands(target, data, codesOf) {
    const shapes = new Map(data.features.map(feature => [feature.id, feature.geometry.coordinates]));
    const features = Object.keys(codesOf).map(id => ({type: "Feature", id, properties: {},
      geometry: {type: "MultiPolygon", coordinates: codesOf[id].flatMap(code => shapes.get(code) || [])}}));
    return L.geoJson(features, {style: feature => ({className: "t-land is-region is-" + feature.id, weight: 2, smoothFactor: 0}),
      onEachFeature: (feature, layer) => layer.on("click", () => open(feature.id))}).addTo(target);
  }

  function placeBubbles(target, options) {
    map = target;
    bounds = L.latLngBounds(options.bounds);
    map.setMaxBounds(bounds.pad(1.5));
    L.control.zoom({position: "bottomleft", zoomInTitle: page.words.zoom_in, zoomOutTitle: page.words.zoom_out}).addTo(map);
    L.control.attribution({prefix: '<a href="https://leafletjs.com">Leaflet</a>'}).addTo(map);
    homes = {...options.ways, "": options.at};
    map.on("zoomend resize", spreadSoon);
    map.on("moveend", showPoints);
    map.on("popupclose", () => { if (opener) { const back = opener; opener = null; back.focus({preventScroll: true}); } });
    if (state) grouped = state.way;
    addBubbles();
    paint();
    fit();
  }

  /* The bubbles of the way in which areas are grouped, from north to south. */
  function addBubbles() {
    const all = homes[grouped] || homes[""], isOther = all !== homes[""];
    bubbles.forEach(bubble => bubble.marker.remove());
    bubbles = new Map();
    Object.keys(all).sort((one, other) => all[other][0] - all[one][0]).forEach(key => {
      const [latitude, longitude, look, line] = all[key], at = L.latLng(latitude, longitude);
      const marker = L.marker(at, {icon: L.divIcon({className: "t-bubble" + (isOther ? " has-long-name" : ""), html: "", iconSize: null}), riseOnHover: true}).addTo(map);
      const bubble = {key, at, marker, node: marker.getElement(), look: look ? " is-c" + look + " is-" + line : ""};
      bubbles.set(key, bubble);
      marker.on("click", () => open(key));
      bubble.node.addEventListener("keydown", event => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        open(key);
      });
      bubble.node.addEventListener("focus", () => { // a stop that cannot be seen is none
        if (!map.getBounds().contains(at)) map.panInside(at, {padding: PAD, animate: false});
        map.getContainer().scrollTop = map.getContainer().scrollLeft = 0;
      });
    });
  }

  function regroup(way) {
    grouped = way;
    addBubbles();
    if (lands) { lands.shown.remove(); lands.shown = lands(way); }
  }

  /* Where streets come from; nothing is asked before `switchStreets`. */
  function setStreets(target, options) {
    const text = document.createElement("span");
    text.textContent = options.attribution;
    const named = options.attributionUrl ? '<a href="' + encodeURI(options.attributionUrl) + '">' + text.innerHTML + "</a>" : text.innerHTML;
    streets = L.tileLayer(options.url, {maxNativeZoom: options.maxNativeZoom, maxZoom: CLOSEST, attribution: named});
    streets.farthest = target.getMaxZoom();
  }

  function switchStreets() {
    const isOn = !map.hasLayer(streets);
    if (isOn) {
      streets.addTo(map);
      map.setMaxZoom(CLOSEST);
      if (state.chosen) map.setView(bubbles.get(state.chosen).at, POINTS_FROM + 1, {animate: false});
    }
    else { streets.remove(); map.setMaxZoom(streets.farthest); }
    map.getContainer().classList.toggle("has-streets", isOn);
    showPoints();
    return isOn;
  }

  /* --- what is shown -------------------------------------------------------------------------------------------------- */

  /* next: counts (key → number), chosen (key or ""), covered (set of keys, or null when nobody is followed), way (how areas
     are grouped, "" where they are not). */
  function show(next) {
    state = next;
    if (!map) return;
    if (next.way !== grouped) regroup(next.way);
    paint();
    spreadSoon();
    showPoints();
    const back = opener; // what the popup told may be so no more
    opener = null;
    if (next.isNew) map.closePopup(); else opener = back;
  }

  function paint() {
    if (!state) return;
    const most = Math.max(1, ...Object.values(state.counts)), isSmall = map.getSize().x < 480;
    bubbles.forEach(bubble => {
      const count = state.counts[bubble.key] || 0, {covered} = state, isServed = covered && covered.has(bubble.key);
      const grown = LEAST + (LARGEST - LEAST) * Math.sqrt(count / most) * (most > 1 ? 1 : 0.3);
      bubble.size = Math.max(SMALLEST, Math.round((count ? grown : isServed ? LEAST : SMALLEST) * (isSmall ? 0.75 : 1)));
      const look = covered ? (isServed ? " is-served" : " is-unserved") : bubble.look;
      ["is-c1", "is-c2", "is-c3", "is-c4", "is-c5", "is-solid", "is-dashed", "is-dotted", "is-double", "is-served", "is-unserved", "is-zero", "is-chosen"].forEach(name => bubble.node.classList.remove(name));
      (look + (count ? "" : " is-zero") + (state.chosen === bubble.key ? " is-chosen" : "")).split(" ").filter(Boolean).forEach(name => bubble.node.classList.add(name));
      bubble.node.style.setProperty("--d", bubble.size + "px");
      bubble.node.innerHTML = page.bubble(bubble.key, count, isServed, covered);
    });
    if (areas) areas.eachLayer(layer => {
      const bubble = bubbles.get(layer.feature.id), element = layer.getElement();
      if (!bubble || !element) return;
      const looks = Array.from(bubble.node.classList).filter(name => name.startsWith("is-") && name !== "is-bare");
      const [, look, line] = looks.join(" ").match(/is-(c\d) is-(dashed|dotted|double)/) || [];
      element.setAttribute("class", "leaflet-interactive t-area " + looks.join(" "));
      element.style.fill = look ? "url(#kuvio-" + look + "-" + line + ")" : "";
    });
  }

  function fit() { map.fitBounds(bounds, {padding: PAD, animate: false}); }

  /* The box has another size, or is to be seen for the first time. */
  function resized() { if (map) { map.invalidateSize({animate: false}); fit(); spreadSoon(); } }

  /* Once a frame is enough; until then the map says that it is busy. */
  function spreadSoon() {
    if (!isSpreading) requestAnimationFrame(() => { isSpreading = false; spread(); map.getContainer().setAttribute("aria-busy", "false"); });
    isSpreading = true;
    map.getContainer().setAttribute("aria-busy", "true");
  }

  /* Bubbles are pushed apart until none covers another; names go below, beside or above, or not at all: then a bubble keeps
     its name for those who hear it, and shows it when it is pointed at. */
  function spread() {
    if (!map || !bubbles.size || !state) return;
    const every = Array.from(bubbles.values()), size = map.getSize();
    every.forEach(each => {
      const home = map.latLngToLayerPoint(each.at);
      each.x = home.x;
      each.y = home.y;
      each.node.classList.remove("is-bare"); // its name is measured
    });
    for (let round = 0; round < 400; round++) {
      let isStill = true;
      for (let one = 0; one < every.length; one++) for (let other = one + 1; other < every.length; other++) {
        const a = every[one], b = every[other], touching = (a.size + b.size) / 2, least = touching + GAP;
        let dx = b.x - a.x, dy = b.y - a.y, apart = Math.hypot(dx, dy);
        if (apart < 0.01) { dx = apart = 1; dy = 0; }
        let by = (least - apart) / 2 / apart;
        if (by <= 0.001) { // circles apart; so must their boxes be, which is what a finger and a checker meet
          const along = Math.max(Math.abs(dx), Math.abs(dy));
          if (along >= touching) continue;
          if (Math.abs(dx) > Math.abs(dy)) dy = 0; else dx = 0;
          by = (touching + 0.5 - along) / 2 / along;
        }
        isStill = false;
        a.x -= dx * by; a.y -= dy * by; b.x += dx * by; b.y += dy * by;
      }
      if (isStill) break;
    }
    const sizes = every.map(each => { const label = each.node.querySelector("span"); return [label, label.offsetWidth, label.offsetHeight]; });
    every.forEach(each => each.marker.setLatLng(map.layerPointToLatLng([each.x, each.y])));
    const offset = map.containerPointToLayerPoint([0, 0]);
    const taken = every.map(each => ({left: each.x - each.size / 2, right: each.x + each.size / 2, top: each.y - each.size / 2, bottom: each.y + each.size / 2}));
    const frame = {left: offset.x + 2, right: offset.x + size.x - 2, top: offset.y + 2, bottom: offset.y + size.y - 2};
    const control = map.getContainer().querySelector(".leaflet-control-zoom");
    if (control) taken.push({left: frame.left, right: frame.left + control.offsetWidth + 12, top: frame.bottom - control.offsetHeight - 12, bottom: frame.bottom});
    const overlaps = (box, other) => box.right > other.left && box.left < other.right && box.bottom > other.top && box.top < other.bottom;
    every.forEach((each, number) => { // where its name would fit if it were alone; those with least room come first
      const own = taken[number], half = each.size / 2, [label, width, height] = sizes[number];
      const beside = half + LABEL_GAP + width / 2, slant = half * 0.7 + LABEL_GAP;
      const below = half + 1 + height / 2, tries = [[0, below], [beside, 0], [-beside, 0], [0, -below], [slant + width / 2, slant], [-slant - width / 2, slant],
        [slant + width / 2, -slant], [-slant - width / 2, -slant]].map(([x, y]) => ({x, y,
        left: each.x + x - width / 2, right: each.x + x + width / 2, top: each.y + y - height / 2, bottom: each.y + y + height / 2}));
      const isSeen = box => box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
      const isOff = each.x < frame.left || each.x > frame.right || each.y < frame.top || each.y > frame.bottom;
      each.label = label;
      each.first = tries[0];
      each.tries = tries.filter(box => (isOff || isSeen(box)) && taken.every(other => other === own || !overlaps(box, other)));
    });
    const circles = taken.length;
    every.slice().sort((one, other) => one.tries.length - other.tries.length || other.size - one.size).forEach(each => {
      const found = each.tries.find(box => taken.slice(circles).every(other => !overlaps(box, other)));
      each.node.classList.toggle("is-bare", !found);
      each.label.style.translate = (found || each.first).x + "px " + (found || each.first).y + "px";
      if (found) taken.push(found);
    });
  }

  /* Single places, where streets show what is around them. */
  function showPoints() {
    if (points) { points.remove(); points = null; }
    if (!streets) return;
    const isClose = map.hasLayer(streets) && map.getZoom() >= POINTS_FROM;
    map.getContainer().classList.toggle("is-close", isClose);
    if (!isClose) return;
    const inSight = map.getBounds(), found = page.points().filter(point => inSight.contains(point.at)).slice(0, MOST_POINTS);
    points = L.layerGroup(found.map(point => {
      const marker = L.marker(point.at, {icon: L.divIcon({className: "t-point", html: '<span class="t-vh"></span>', iconSize: null})});
      marker.on("add", () => {
        const node = marker.getElement();
        node.firstChild.textContent = point.name;
        node.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); openAt(point.at, point.content(), node); } });
      });
      marker.on("click", () => openAt(point.at, point.content(), marker.getElement()));
      return marker;
    })).addTo(map);
  }

  /* --- the popup ------------------------------------------------------------------------------------------------------- */

  /* from: what gets the focus back when the popup closes; the bubble when nothing else opened it. */
  function open(key, from) {
    const bubble = bubbles.get(key);
    if (bubble) openAt(bubble.marker.getLatLng(), page.content(key), from || bubble.node, bubble.size / 2);
  }

  function openAt(at, content, from, offset = 0) {
    opener = null;
    map.closePopup();
    const popup = L.popup({content, offset: [0, 4 - offset], maxWidth: 290, minWidth: 190, autoPanPadding: [12, 12], closeButton: true, className: "t-popup"}).setLatLng(at);
    popup.openOn(map);
    opener = from;
    const box = popup.getElement(), close = box.querySelector(".leaflet-popup-close-button");
    close.setAttribute("aria-label", page.words.close);
    close.removeAttribute("role");
    close.setAttribute("role", "button");
    close.addEventListener("keydown", event => { if (event.key === " ") { event.preventDefault(); map.closePopup(); } });
    box.setAttribute("role", "dialog");
    box.setAttribute("aria-labelledby", "kartan-ikkuna");
    content.querySelector("h2").id = "kartan-ikkuna";
    content.tabIndex = -1;
    content.focus({preventScroll: true});
    box.addEventListener("keydown", event => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      map.closePopup();
    });
  }

  /* Close the popup and give the focus to something else than what opened it. */
  function leave(to) { opener = to || null; if (map) map.closePopup(); }

  /* Lines over the colours of areas, so that no sub-area is told by its colour alone. */
  function patterns(target) {
    const svg = target.getPane("overlayPane").querySelector("svg");
    if (!svg || svg.querySelector("defs")) return;
    const lines = {dashed: "M0 10L10 0", dotted: "M5 5h.1", double: "M0 5h10M5 0v10"};
    const defs = document.createElementNS("http://www.w3.org/2000/svg", "defs");
    defs.innerHTML = [1, 2, 3, 4, 5].map(look => Object.keys(lines).map(line =>
      '<pattern id="kuvio-c' + look + "-" + line + '" width="10" height="10" patternUnits="userSpaceOnUse"><rect class="t-pattern__ground is-c' + look +
      '" width="10" height="10"/><path class="t-pattern is-c' + look + '" d="' + lines[line] + '"/></pattern>').join("")).join("");
    svg.prepend(defs);
  }

  function failed(error) { if (page.failed) page.failed(error); }

  return {define, start, boundaries, bubbles: placeBubbles, streets: setStreets, show, resized, open, leave, switchStreets, isReady: () => !!map};
})();
