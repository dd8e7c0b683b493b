/* The finder: services narrowed by what one chooses. First what can be known without a page (tests run it too), then the
   page. The data is made by tno/exports/finder_data.py; without it, or without this file, the page's own list stays. */
var finder = (function () {
  "use strict";
  const LISTS = ["kohderyhma", "tilanne", "aihe", "kanava", "kieli", "hinta"]; // values that a service's file names
  const FACETS = ["kohderyhma", "tilanne", "aihe", "kanava", "kieli", "kunta", "hinta", "auki"]; // in addresses
  const CHIEF = ["kohderyhma", "tilanne", "aihe"]; // of these, what a service names first tells most of it
  const SOON = 24 * 60, STEP_KM = 10, MOST_STEPS = 100, FAR = 999; // minutes; places within a step are equally near
  const FAR_KM = 100; // who goes farther looks first at what reaches one at home
  const KUNTA = LISTS.length, AUKI = KUNTA + 1, CITIZENS = AUKI + 1, KANAVA = LISTS.indexOf("kanava");
  const REMOTE = ["puhelin", "chat", "videovastaanotto", "takaisinsoitto", "sahkoposti", "tekstiviesti", "kirje", "verkkoasiointi"];
  const REACHES = ["local", "regional", "remote", "national"];
  const UNKNOWN = {is: "unknown", change: null};
  const REACHES_AFAR = ["remote", "national", "local", "regional"], TOO_FAR = "far", FOREIGN = "foreign";

  /* Every service that people of the scope (a region, or "" for the whole country) can use. parts: region → what its file
     holds. Order by name, as the language has it, is worked out when it is first asked for. */
  function index(choices, parts, scope, language) {
    const places = choices.municipalities, services = [], areas = [], codes = [], towns = [];
    const inScope = places.map(place => !scope || place[2] === scope);
    for (const region of Object.keys(parts)) {
      const part = parts[region], firstArea = areas.length, firstCode = codes.length, firstTown = towns.length;
      part.areas.forEach(runs => areas.push(spread(runs).filter(place => inScope[place])));
      part.codes.forEach(code => codes.push(code));
      part.given.forEach(given => towns.push(given));
      const paused = new Set(part.paused), general = new Set(part.general), told = part.told && new Set(part.told), serving = new Set(part.serving), brief = new Set(part.brief);
      part.ids.forEach(function (id, row) {
        const area = firstArea + part.area[row], hours = part.hours[row];
        if (region !== scope && scope && !areas[area].length) return;
        services.push({
          address: brief.has(row) ? "palvelut/" + region + "/#" + id : region + "/palvelut/" + id + "/",
          isTold: !told || told.has(row) || brief.has(row), isServing: serving.has(row), name: part.names[row],
          summary: part.summaries[row], by: part.organisations[part.by[row]], where: part.towns[part.in[row]],
          given: part.given[part.in[row]], town: firstTown + part.in[row], area: area, reach: part.reach[row], isPaused: paused.has(row), isGeneral: general.has(row),
          hours: hours === -1 ? null : hours.map(code => firstCode + code), phone: part.phones ? part.phones[row] : "",
          chat: (part.chats || {})[row], text: (part.texts || {})[row], ages: (part.ages || {})[row] || "",
          call: part.calls && part.calls[row] !== -1 ? firstCode + part.calls[row] : null,
          groups: part.facets.kohderyhma[row], chief: CHIEF.map(facet => part.facets[facet][row][0]),
          values: LISTS.map(facet => facet === "kohderyhma" ? groups(part.facets[facet][row], choices) : part.facets[facet][row])
        });
      });
    }
    const size = services.length, setsOf = facet => choices.facets[facet].map(() => none(size));
    const known = {
      choices: choices, services: services, areas: areas, codes: codes, towns: towns, inScope: inScope, minute: null, language: language,
      asksLanguage: Object.keys(parts).some(region => parts[region].serving),
      sets: LISTS.map(setsOf), chief: CHIEF.map(setsOf), serving: none(size), general: none(size), paused: none(size),
      citizens: none(size)
    };
    services.forEach(function (service, place) {
      service.values.forEach((values, facet) => { for (const value of values) add(known.sets[facet][value], place); });
      service.chief.forEach((value, facet) => { if (value !== undefined) add(known.chief[facet][value], place); });
      if (service.isServing) add(known.serving, place);
      if (service.isGeneral) add(known.general, place);
      if (service.isPaused) add(known.paused, place);
      if (!service.groups.length || service.groups.some(group => choices.colleagues.kohderyhma.indexOf(group) < 0)) add(known.citizens, place);
    });
    return known;
  }

  /* Works out once: services by name, and the rank of each in that order. */
  function byName(known) {
    if (known.byName) return;
    const services = known.services, compare = known.language ? new Intl.Collator(known.language).compare : (one, other) => one < other ? -1 : one > other ? 1 : 0;
    known.byName = services.map((_, place) => place).sort((one, other) =>
      compare(plain(services[one].name), plain(services[other].name)) || (services[one].address < services[other].address ? -1 : 1));
    known.rank = new Int32Array(services.length);
    known.byName.forEach((place, rank) => { known.rank[place] = rank; });
  }

  function plain(text) { return typeof text === "string" ? text : text[0]; }

  function spread(runs) {
    const found = [];
    for (let each = 0; each < runs.length; each += 2)
      for (let step = 0; step < runs[each + 1]; step++) found.push(runs[each] + step);
    return found;
  }

  /* --- sets of services: a bit each, by their places ---------------------------------------------------------------- */

  function none(size) { return new Int32Array(Math.ceil(size / 32)); }
  function add(set, place) { set[place >> 5] |= 1 << (place & 31); }
  function isIn(set, place) { return set[place >> 5] >>> (place & 31) & 1; }
  function unionOf(sets, numbers, size) {
    const found = none(size);
    numbers.forEach(number => { for (let word = 0; word < found.length; word++) found[word] |= sets[number][word]; });
    return found;
  }
  function common(sets, size) {
    const found = none(size).fill(-1);
    if (size & 31) found[found.length - 1] = (1 << (size & 31)) - 1;
    sets.forEach(set => { for (let word = 0; word < found.length; word++) found[word] &= set[word]; });
    return found;
  }
  function countCommon(one, other) {
    let count = 0;
    for (let word = 0; word < one.length; word++) {
      let bits = one[word] & other[word];
      if (!bits) continue;
      bits -= (bits >>> 1) & 0x55555555;
      bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
      count += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
    }
    return count;
  }
  function placesIn(set) {
    const found = [];
    for (let word = 0; word < set.length; word++)
      for (let bits = set[word]; bits; bits &= bits - 1) found.push(word * 32 + 31 - Math.clz32(bits & -bits));
    return found;
  }

  /* What is for everybody helps each group of citizens. */
  function groups(own, choices) {
    if (own.indexOf(choices.all) < 0) return own;
    return Array.from(new Set(own.concat(choices.everyone))).filter(group => group !== choices.all);
  }

  /* Who answers at a minute, worked out once a minute: states of hours, the services that are open, and how long each
     makes one wait (0: open; 1: it opens within a day; 2: later, never or nobody knows). */
  function answering(known, minute) {
    if (known.minute === minute) return;
    known.minute = minute;
    known.states = known.codes.map(code => opening.state(code, minute));
    known.open = none(known.services.length);
    known.waits = new Uint8Array(known.services.length);
    known.services.forEach(function (service, place) {
      const state = service.isPaused ? null : standing(known, service);
      if (state && isOpen(state)) add(known.open, place);
      else known.waits[place] = state && state.change !== null && state.change - minute <= SOON ? 1 : 2;
    });
  }

  function isOpen(state) { return state.is === "open" || state.is === "soon"; }

  /* How a service stands at the minute last asked about: open before closed, the sooner change first; null: not said. */
  function standing(known, service) {
    if (service.hours === null) return UNKNOWN;
    let best = null;
    for (const code of service.hours) if (!best || isBefore(known.states[code], best)) best = known.states[code];
    return best;
  }

  function isBefore(one, other) {
    const worth = state => isOpen(state) ? 0 : state.is === "closed" ? 1 : 2, when = state => state.change === null ? Infinity : state.change;
    if (worth(one) !== worth(other)) return worth(one) < worth(other);
    return worth(one) ? when(one) < when(other) : when(one) > when(other);
  }

  /* What a card tells of who answers: of the number that is on it, and of its other ways when only they are open. */
  function answers(known, service) {
    if (!service.phone) return [standing(known, service), null];
    const own = service.call === null ? UNKNOWN : known.states[service.call], any = standing(known, service);
    return [own, any && isOpen(any) && !isOpen(own) ? any : null];
  }

  function nothing() {
    const chosen = {kunta: [], auki: false};
    LISTS.forEach(facet => { chosen[facet] = []; });
    return chosen;
  }

  function isNothing(chosen) { return !chosen.auki && LISTS.concat("kunta").every(facet => !chosen[facet].length); }

  function isRemote(choices, channel) { return REMOTE.indexOf(choices.facets.kanava[channel][0]) >= 0; }

  /* Of each facet the services that have what is chosen of it, null where nothing is. */
  function wishes(known, chosen, minute) {
    answering(known, minute);
    const sets = LISTS.map((facet, number) => chosen[facet].length ? unionOf(known.sets[number], chosen[facet], known.services.length) : null);
    sets[KUNTA] = chosen.kunta.length ? serving(known, mask(chosen.kunta, known.choices.municipalities.length)) : null;
    sets[AUKI] = chosen.auki ? known.open : null;
    sets[CITIZENS] = isNothing(chosen) || chosen.kohderyhma.length || isOfColleagues(known, chosen.aihe) ? null : known.citizens;
    return sets;
  }

  /* What is for professionals only is found by whoever says so: with a group, or with a topic of theirs. */
  function isOfColleagues(known, topics) { return topics.some(topic => known.choices.colleagues.aihe.indexOf(topic) >= 0); }

  /* What is found, in groups. */
  function find(known, chosen, minute) {
    const found = placesIn(common(wishes(known, chosen, minute).filter(Boolean), known.services.length));
    const km = chosen.kunta.length ? known.towns.map(given => kilometres(known.choices, given, chosen.kunta)) : null;
    return {groups: byReach(known, ordered(known, found, chosen, km), chosen, km), total: found.length};
  }

  /* How many there would be at each value: of what the other facets leave. */
  function count(known, chosen, minute) {
    const wished = wishes(known, chosen, minute), size = known.services.length, inArea = new Int32Array(known.areas.length);
    const theirs = isOfColleagues(known, chosen.aihe), citizens = set => chosen.kohderyhma.length ? set : common([set, known.citizens], size);
    const without = facet => common(wished.filter((set, other) => set && other !== facet && other !== CITIZENS), size);
    const all = without(CITIZENS), ofCitizens = citizens(all); // the same at every facet of which nothing is chosen
    const anyOf = facet => wished[facet] ? without(facet) : all;
    const ownOf = any => any === all ? ofCitizens : citizens(any);
    const left = facet => theirs ? anyOf(facet) : ownOf(anyOf(facet));
    const counts = {auki: [countCommon(left(AUKI), known.open)], kunta: new Int32Array(known.choices.municipalities.length)};
    LISTS.forEach(function (facet, number) {
      const any = anyOf(number), own = ownOf(any);
      const isAny = value => facet === "kohderyhma" || (facet === "aihe" ? isOfColleagues(known, [value]) : theirs);
      counts[facet] = known.sets[number].map((set, value) => countCommon(set, isAny(value) ? any : own));
    });
    placesIn(left(KUNTA)).forEach(place => { inArea[known.services[place].area]++; });
    inArea.forEach(function (many, area) {
      if (many) known.areas[area].forEach(place => { counts.kunta[place] += many; });
    });
    return counts;
  }

  /* The services that serve people of any of the wanted municipalities. */
  function serving(known, wanted) {
    const serves = known.areas.map(places => has(places, wanted)), found = none(known.services.length);
    known.services.forEach((service, place) => { if (serves[service.area]) add(found, place); });
    return found;
  }

  function mask(values, size) {
    const found = new Uint8Array(size);
    values.forEach(value => { found[value] = 1; });
    return found;
  }

  function has(values, wanted) {
    for (let each = 0; each < values.length; each++) if (wanted[values[each]]) return true;
    return false;
  }

  /* What was asked for first: what is not for others or, while nobody says what for, for illness and danger; what serves
     in the page's language, what names first what was chosen, what answers now, what is near; by name. What pauses is last.
     km: from those who ask to each set of towns, null when it is not known where they are. */
  function ordered(known, found, chosen, km) {
    byName(known);
    const size = known.services.length, narrow = known.choices.narrow || {}, isAnything = isForAnything(chosen);
    const firstNames = (facet, values) => unionOf(known.chief[CHIEF.indexOf(facet)], values, size);
    const aside = firstNames("aihe", isAnything && known.choices.aside || []);
    const said = facet => facet === "tilanne" && chosen.sopii ? chosen[facet].concat(chosen.sopii) : chosen[facet];
    const others = CHIEF.map(facet => firstNames(facet, (narrow[facet] || []).filter(value => said(facet).indexOf(value) < 0)));
    const told = CHIEF.filter(facet => said(facet).length).map(facet => firstNames(facet, said(facet)));
    const near = km && km.map(steps), keys = new Float64Array(found.length);
    found.forEach(function (place, number) {
      const isForOthers = others.some(set => isIn(set, place)) ? 1 : 0;
      let untold = 0;
      for (const set of told) if (!isIn(set, place)) untold++;
      const comesLater = (isIn(known.paused, place) * 2 + isIn(aside, place)) * 2 + isForOthers;
      const leads = isAnything ? isIn(known.general, place) : 0;
      const rank = (((comesLater * 2 + 1 - isIn(known.serving, place)) * 2 + 1 - leads) * 4 + untold) * 4 + known.waits[place];
      keys[number] = (rank * FAR + (near ? near[known.services[place].town] : 0)) * size + known.rank[place];
    });
    keys.sort();
    for (let number = 0; number < found.length; number++) found[number] = known.byName[keys[number] % size];
    return found;
  }

  /* Nobody says who they are or what for. */
  function isForAnything(chosen) { return CHIEF.every(facet => !chosen[facet].length); }

  function steps(km) { return km === null ? MOST_STEPS : Math.min(Math.floor(km / STEP_KM), MOST_STEPS - 1); }

  /* From the centres of the wanted municipalities to those where a service is given, the least; null when it is not known. */
  function kilometres(choices, given, wanted) {
    let least = null;
    wanted.forEach(own => given.forEach(function (other) {
      const here = choices.municipalities[own], there = choices.municipalities[other];
      if (here[4] === undefined || there[4] === undefined) return;
      const north = (there[4] - here[4]) * Math.PI / 180, east = (there[5] - here[5]) * Math.PI / 180 * Math.cos((here[4] + there[4]) * Math.PI / 360);
      const km = 6371 * Math.hypot(north, east);
      if (least === null || km < least) least = km;
    }));
    return least;
  }

  /* [reach, places of services]: for people of the wanted municipalities, else all together ("") by name. Nearest first;
     what is given far away is from afar when it names such a channel first, else it comes last; whoever wants to be served
     from afar sees first what is given so. Who says not what for finds the country's lines for anything among those of the
     own area. What does not serve in the page's language stands after all that does, but for doors far away. Whoever comes
     from the guided start has what fits best first, wherever it is from. */
  function byReach(known, found, chosen, km) {
    if (!km) return found.length ? [["", found]] : [];
    const isAfar = chosen.kanava.length > 0 && chosen.kanava.every(channel => isRemote(known.choices, channel)), isAnything = isForAnything(chosen);
    const wanted = mask(chosen.kunta, known.choices.municipalities.length), isHere = known.towns.map(given => has(given, wanted));
    const groups = (isAfar ? REACHES_AFAR : REACHES).concat(FOREIGN, TOO_FAR).map(reach => [reach, []]), of = Object.fromEntries(groups);
    const regional = service => km[service.town] <= FAR_KM ? "regional" : service.values[KANAVA].slice(0, 1).some(channel => isRemote(known.choices, channel)) ? "remote" : TOO_FAR;
    found.forEach(function (place) {
      const service = known.services[place], leads = service.isGeneral && isAnything;
      const reach = isHere[service.town] ? "local" : leads ? "remote" : REACHES[service.reach], own = reach === "regional" ? regional(service) : reach;
      of[known.asksLanguage && own !== TOO_FAR && !service.isServing ? FOREIGN : own].push(place);
    });
    if (chosen.sopii) {
      const last = [FOREIGN, TOO_FAR].map(reach => [reach, of[reach]]), set = new Set(last.flatMap(group => group[1]));
      return [["", found.filter(place => !set.has(place))], ...last].filter(group => group[1].length);
    }
    return groups.filter(group => group[1].length);
  }

  /* --- when nothing is found: what is near it -------------------------------------------------------------------- */

  /* without: choices given up one by one, with what is found then; near: municipalities of the same employment area,
     else region, where the rest of the choices find something; remote: what can be asked from afar, and its choices. */
  function waysOn(known, chosen, minute) {
    const without = [], places = known.choices.municipalities;
    eachChosen(chosen, function (facet, value) {
      const total = find(known, put(chosen, facet, value, false), minute).total;
      if (total) without.push([facet, value, total]);
    });
    const others = Object.assign({}, chosen, {kunta: []});
    const counts = chosen.kunta.length ? givenIn(known, others, minute) : [];
    const near = same => counts.map((many, place) => [place, many]).filter(each =>
      each[1] && chosen.kunta.indexOf(each[0]) < 0 && chosen.kunta.some(own => same(places[own], places[each[0]])));
    const inArea = near((one, other) => one[3] >= 0 && one[3] === other[3]);
    const inRegion = inArea.length ? [] : near((one, other) => one[2] !== "" && one[2] === other[2]);
    return {without: without, near: inArea.length ? inArea : inRegion, isArea: !!inArea.length, remote: fromAfar(known, chosen, minute)};
  }

  /* How many of the services found are given in each municipality. */
  function givenIn(known, chosen, minute) {
    const counts = Array.from(known.choices.municipalities, () => 0);
    find(known, chosen, minute).groups.forEach(group => group[1].forEach(place =>
      known.services[place].given.forEach(own => { counts[own]++; })));
    return counts;
  }

  function fromAfar(known, chosen, minute) {
    const channels = known.choices.facets.kanava.map((_, place) => place).filter(place => isRemote(known.choices, place));
    const tries = [["tilanne", "aihe", "kohderyhma", "kieli"], ["kohderyhma", "kieli"], ["kieli"], []];
    for (const keep of tries) {
      const wished = Object.assign(nothing(), {kunta: chosen.kunta, kanava: channels});
      keep.forEach(facet => { wished[facet] = chosen[facet]; });
      const found = find(known, wished, minute);
      if (found.total) return {chosen: wished, found: found};
    }
    return null;
  }

  /* --- choices and addresses -------------------------------------------------------------------------------------- */

  /* The choices with one value put in or taken out; what was given stays as it is. */
  function put(chosen, facet, value, isOn) {
    const next = Object.assign({}, chosen);
    if (facet === "auki") next.auki = isOn;
    else next[facet] = chosen[facet].filter(each => each !== value).concat(isOn ? [value] : []).sort((one, other) => one - other);
    return next;
  }

  function eachChosen(chosen, tell) {
    FACETS.forEach(function (facet) {
      if (facet === "auki") { if (chosen.auki) tell("auki", 0); } else chosen[facet].forEach(value => tell(facet, value));
    });
  }

  function slugs(choices, facet) { return (facet === "kunta" ? choices.municipalities : choices.facets[facet]).map(value => value[0]); }

  /* "?kohderyhma=nuoret,alle-30&kunta=kemi": facets and values in a fixed order, "" for nothing. What the guided start knows
     of somebody stays as it was: "sopii" names the situations they have told, and asks for what fits best first. */
  function write(chosen, choices, former) {
    const kept = (former || "").replace(/^\?/, "").split("&").filter(part => ["alueet", "sopii"].indexOf(part.split("=")[0]) >= 0);
    const parts = FACETS.filter(facet => facet === "auki" ? chosen.auki : chosen[facet].length).map(facet =>
      facet === "auki" ? "auki=nyt" : facet + "=" + chosen[facet].map(value => slugs(choices, facet)[value]).join(",")).concat(kept);
    return parts.length ? "?" + parts.join("&") : "";
  }

  /* The choices that an address names; what is unknown, or of another region, is left out. */
  function read(query, known) {
    const chosen = nothing();
    query.replace(/^\?/, "").split("&").forEach(function (part) {
      const facet = part.split("=")[0], values = decode(part.slice(facet.length + 1)).split(",");
      if (facet === "auki") chosen.auki = values[0] === "nyt";
      else if (facet === "sopii") chosen.sopii = values.map(value => slugs(known.choices, "tilanne").indexOf(value)).filter(place => place >= 0);
      else if (FACETS.indexOf(facet) >= 0) slugs(known.choices, facet).forEach(function (slug, place) {
        if (values.indexOf(slug) < 0 || chosen[facet].indexOf(place) >= 0) return;
        if (facet === "kunta" ? known.inScope[place] : place !== known.choices.all || facet !== "kohderyhma") chosen[facet].push(place);
      });
    });
    LISTS.concat("kunta").forEach(facet => chosen[facet].sort((one, other) => one - other));
    return chosen;
  }

  function decode(text) { try { return decodeURIComponent(text); } catch (error) { return ""; } }

  return {
    LISTS: LISTS, FACETS: FACETS, index: index, find: find, waysOn: waysOn, nothing: nothing, isNothing: isNothing, put: put,
    eachChosen: eachChosen, read: read, write: write, plain: plain, answering: answering, standing: standing, answers: answers,
    kilometres: kilometres, count: count, byName: byName
  };
})();

if (typeof document !== "undefined") (function () {
  "use strict";
  const page = document.querySelector("[data-finder]");
  if (!page) return;
  const told = JSON.parse(document.querySelector("script[data-finder-told]").textContent), w = told.words;
  const openingWords = JSON.parse(document.querySelector("script[data-opening]").textContent);
  const side = page.querySelector(".t-find__side"), bar = page.querySelector(".t-find__bar"), status = page.querySelector(".t-status");
  const place = page.querySelector("[data-found]"), all = page.querySelector("[data-all]"), template = page.querySelector("template");
  const root = document.querySelector("script[src$='javascripts/finder.js']").src.replace(/assets\/javascripts\/.*/, "");
  const phone = matchMedia("(max-width:56em)");
  const STEP = 20; // cards shown at once
  const FIRST = 3; // of them in the frame of the press: what a screen holds; the rest in the next
  const MOST_GROUPS = 2; // a card names so many of those whom a service is for
  const OWN = document.documentElement.lang === "fi" ? ["fi", "selkosuomi"] : [document.documentElement.lang]; // easy Finnish is Finnish
  const FEW = 6, MANY = 24; // more municipalities than these: one may type; must type to see them
  const ORDER = ["kunta", "auki", "kohderyhma", "tilanne", "aihe", "kanava", "kieli", "hinta"]; // on the page
  const OPEN = ["kunta", "kohderyhma"]; // unfolded at first
  const later = new Map();
  let known, chosen, found, counts, form, boxes, pick, frame = 0, shown = STEP, dialog = null, hasChosen = false;

  const whenIdle = window.requestIdleCallback || setTimeout;
  function now() { return Math.floor(Date.now() / 60000); }
  function fill(pattern, values) { return pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]); }
  function counted(name, count) { return fill(w[name + (count === 1 ? "_one" : "_many")], {count: count, place: placeNames()}); }
  function safe(text) { return String(text).replace(/[&<>"]/g, each => "&#" + each.charCodeAt(0) + ";"); }
  function make(html) { const box = document.createElement("template"); box.innerHTML = html; return box.content.firstElementChild; }
  function label(facet, value) {
    return facet === "auki" ? w.auki : facet === "kunta" ? known.choices.municipalities[value][1] : known.choices.facets[facet][value][1];
  }
  function placeNames() { return chosen.kunta.map(value => label("kunta", value)).join(", ").replace(/, ([^,]*)$/, " " + w.and + " $1"); }

  /* What a press need not wait for: when its frame has been drawn, one in a frame. Of one name, the last counts. */
  function afterFrame(name, act) {
    later.set(name, act);
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(doLater);
  }
  function doLater() {
    frame = requestAnimationFrame(function () {
      hurry(later.keys().next().value);
      if (later.size) doLater();
    });
  }
  function hurry(name) {
    const act = later.get(name);
    later.delete(name);
    if (act) act();
  }

  /* --- the form --------------------------------------------------------------------------------------------------- */

  function boxHtml(facet, value) {
    const count = counts[facet][value], text = facet === "auki" ? w.open_now : label(facet, value);
    return '<label class="t-check"><input type="checkbox" name="' + facet + '" value="' + value + '"><span>' + safe(text) + '</span><span class="t-n">' + count +
      '<span class="t-vh"> ' + safe(count === 1 ? w.unit_one : w.unit_many) + "</span></span></label>";
  }

  /* Values that some service has. Of very many municipalities those one types are all that shows. */
  function facetHtml(facet) {
    if (facet === "auki") return boxHtml(facet, 0);
    const list = Array.from(counts[facet], (_, value) => value).filter(value => counts[facet][value] > 0 || chosen[facet].indexOf(value) >= 0);
    if (!list.length) return "";
    const isOpen = OPEN.indexOf(facet) >= 0 || chosen[facet].length > 0, isTyped = facet === "kunta" && list.length > FEW;
    const row = facet === "kunta" && list.length > MANY ? "<li hidden>" : "<li>";
    return '<details class="t-facet"' + (isOpen ? " open" : "") + "><summary>" + safe(w[facet]) + '<i class="t-i t-i-down"></i></summary>' + (isTyped ? typedHtml() : "") +
      '<ul class="t-checks">' + list.map(value => row + boxHtml(facet, value) + "</li>").join("") + "</ul></details>";
  }

  function typedHtml() {
    const hint = safe(w.kunta_hint);
    return '<div class="t-control"><label class="t-vh" for="rajaus-kunta">' + hint + '</label><input id="rajaus-kunta" type="search" autocomplete="off" spellcheck="false" placeholder="' + hint + '"><p class="t-hint" role="status"></p></div>';
  }

  /* The field picks municipalities as people name them: case forms, villages, postal codes (municipality.js). Until its
     names have come, beginnings of the list's own. Gives what looks again at what is typed. */
  function typed(input, own) {
    const note = input.nextElementSibling, isMany = own.length > MANY;
    const fold = text => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").trim();
    let places = null;
    function meant(asked) { // number of a municipality → the name by which it was recognised
      const found = new Map();
      if (places) {
        const said = places.find(asked);
        (said.exact.length ? said.exact : said.near).forEach(each => found.set(each.number, each.name));
      } else own.forEach(each => { if (fold(each.text).startsWith(asked) && found.size < 8) found.set(each.value, ""); });
      return found;
    }
    function look() {
      const asked = fold(input.value), found = asked ? meant(asked) : new Map();
      let picked = 0;
      own.forEach(function (each) {
        const name = found.get(each.value), isHidden = chosen.kunta.indexOf(each.value) < 0 && (asked ? name === undefined : isMany);
        each.isPicked = name !== undefined;
        picked += each.isPicked;
        if (each.says !== name) each.label.textContent = name ? each.text + " (" + name + ")" : each.text;
        each.says = name;
        if (each.isHidden !== isHidden) each.isHidden = each.row.parentNode.hidden = isHidden;
      });
      const said = asked.length < 3 || picked || !places ? "" : w.kunta_none;
      if (note.textContent !== said) note.textContent = said;
    }
    function repick() { look(); paintBoxes(); }
    input.addEventListener("focus", () => places || loadData("municipalities").then(function (data) {
      places = Municipalities.open(data);
      repick();
    }).catch(() => {}));
    input.addEventListener("input", repick);
    input.addEventListener("keydown", function (event) {
      if (event.key !== "Enter") return;
      event.preventDefault();
      const first = own.find(each => each.isPicked && !each.input.checked && !each.input.disabled);
      if (first) { input.value = ""; choose(finder.put(chosen, "kunta", first.value, true)); }
    });
    return look;
  }

  function makeForm() {
    form = make('<form class="t-facets"><p class="t-hint">' + safe(w.hint + " " + w.rule) + "</p>" + ORDER.map(facetHtml).join("") +
      '<p class="t-facets__end t-btns"><button class="t-btn is-main" type="submit"></button><button class="t-btn" type="reset">' + safe(w.clear) + "</button></p></form>");
    boxes = Array.from(form.querySelectorAll(".t-check"), function (row) {
      const input = row.firstChild, facet = input.name, value = Number(input.value), text = row.children[1];
      return {facet: facet, value: value, row: row, input: input, label: text, text: text.textContent, count: row.lastChild, tells: counts[facet][value], isHidden: row.parentNode.hidden};
    });
    const field = form.querySelector("#rajaus-kunta");
    pick = field ? typed(field, boxes.filter(each => each.facet === "kunta")) : () => {};
    form.addEventListener("change", function (event) {
      const box = event.target;
      if (box.type === "checkbox") choose(finder.put(chosen, box.name, Number(box.value), box.checked));
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); if (dialog) dialog.close(); });
    form.addEventListener("reset", function (event) { event.preventDefault(); choose(finder.nothing()); });
    side.append(form);
    const button = make('<button class="t-btn" type="button"><i class="t-i t-i-filter"></i>' + safe(w.filter) + ' <span class="t-count" hidden></span></button>');
    button.addEventListener("click", () => openDialog(button));
    bar.append(button, make('<ul class="t-chips" aria-label="' + safe(w.chosen) + '"></ul>'));
  }

  /* On a phone the form comes up as a sheet, and goes back when it is closed. */
  function openDialog(button) {
    dialog = make('<dialog class="t-dialog is-sheet" aria-label="' + safe(side.getAttribute("aria-label")) + '"><form method="dialog"><h2>' + safe(w.filter) + '</h2><button class="t-btn">' + safe(w.close) + "</button></form></dialog>");
    dialog.append(form);
    dialog.addEventListener("close", function () { side.append(form); dialog.remove(); dialog = null; paintFound(); button.focus(); });
    button.after(dialog);
    dialog.showModal();
  }

  function paintBoxes() {
    boxes.forEach(function (each) {
      if (each.isHidden) return;
      const count = counts[each.facet][each.value];
      const isNone = !count && !each.input.checked && each.input !== document.activeElement;
      if (each.tells !== count) {
        each.count.firstChild.nodeValue = count;
        if ((each.tells === 1) !== (count === 1)) each.count.lastChild.textContent = " " + (count === 1 ? w.unit_one : w.unit_many);
        each.tells = count;
      }
      if (each.input.disabled === isNone) return;
      each.input.disabled = isNone;
      each.row.classList.toggle("is-none", isNone);
    });
  }

  function paintCounts() {
    counts = finder.count(known, chosen, now());
    paintBoxes();
  }

  function paintForm() {
    boxes.forEach(function (each) {
      const isOn = each.facet === "auki" ? chosen.auki : chosen[each.facet].indexOf(each.value) >= 0;
      if ((isOn || !each.isHidden) && each.input.checked !== isOn) each.input.checked = isOn;
    });
    pick();
    const isNothing = finder.isNothing(chosen), number = bar.querySelector(".t-count"), chips = bar.querySelector(".t-chips");
    const [submit, reset] = form.lastChild.children;
    submit.textContent = isNothing ? w.show : counted("show", found.total);
    reset.disabled = isNothing;
    const items = [];
    finder.eachChosen(chosen, (facet, value) => items.push(chip(label(facet, value), w.remove, () => choose(finder.put(chosen, facet, value, false), true), true)));
    const hadFocus = chips.contains(document.activeElement);
    chips.replaceChildren(...items);
    if (hadFocus) (chips.querySelector("button") || (phone.matches ? bar.firstChild : status)).focus();
    number.hidden = isNothing;
    number.textContent = items.length;
  }

  /* A choice as a button: one that is on is taken away by it, any other says how many services it gives. */
  function chip(text, said, act, isOn) {
    const label = isOn ? ' class="is-on" aria-label="' + safe(text + ", " + said) + '"' : "";
    const end = isOn ? '<i class="t-i t-i-close"></i>' : '<span class="t-n">' + safe(said) + "</span>";
    const item = make('<li><button type="button"' + label + ">" + safe(text) + " " + end + "</button></li>");
    item.firstChild.addEventListener("click", act);
    return item;
  }

  /* --- what is found ---------------------------------------------------------------------------------------------- */

  function badge(service) {
    if (service.isPaused) return '<span class="t-state is-warn">' + safe(w.paused) + "</span>";
    const [own, other] = finder.answers(known, service), say = state => safe(opening.say(state, known.minute, openingWords));
    const badgeOf = (state, words) => '<span class="t-open is-' + state.is + '">' + words + "</span>";
    if (other) return (own.is === "unknown" ? "" : badgeOf(own, say(own)) + " ") + badgeOf(other, safe(w.other_way) + ": " + say(other));
    return own ? badgeOf(own, say(own)) : "";
  }

  /* The same as in the results of the search (card.js). */
  function card(number, isLate) {
    const service = known.services[number], channels = service.values[finder.LISTS.indexOf("kanava")], name = finder.plain(service.name);
    const links = {puhelin: service.phone && Card.dialled("tel", service.phone), chat: service.chat, tekstiviesti: service.text && Card.dialled("sms", service.text)};
    const slug = channel => known.choices.facets.kanava[channel][0], pressed = channels.filter(channel => links[slug(channel)]);
    const ways = pressed.map(channel => way(slug(channel), slug(channel) === "puhelin" ? service.phone : label("kanava", channel), links[slug(channel)]));
    const visited = channels.find(channel => Card.VISITED.indexOf(slug(channel)) >= 0), afar = channels.find(channel => Card.VISITED.indexOf(slug(channel)) < 0);
    const others = [visited, afar].filter(channel => channel !== undefined), state = Card.part("span"); // where one goes, and the first way from afar
    state.dataset.service = number;
    state.innerHTML = badge(service);
    const title = Card.link(inTongue(service.name), root + (service.isTold ? told.prefix : "") + service.address);
    return Card.part("li", "t-card" + (isLate ? " is-late" : ""),
      Card.part("div", "t-card__top", Card.part("h3", "t-card__name", title), service.isPaused && state), Card.part("p", "", inTongue(service.summary)),
      Card.facts(forWhom(service), w.kohderyhma, [where(service)].filter(Boolean)),
      Card.calls(...(ways.length ? ways : others.map(channel => Card.fact(slug(channel), label("kanava", channel)))), !service.isPaused && state),
      Card.whose(name, service.by, service.isServing && w.served, spoken(service)));
  }

  function inTongue(text) {
    if (typeof text === "string") return text;
    const said = Card.part("span", "", text[0]);
    said.lang = "fi";
    return said;
  }

  function way(icon, text, address) {
    const made = Card.link(text, address);
    made.prepend(Card.icon(icon));
    return made;
  }

  /* In a word or two, and limits of age: none of those who are told by their age (views/ways.py does the same). */
  function forWhom(service) {
    const isTold = group => service.ages && known.choices.ofAge.indexOf(group) >= 0, first = service.groups.slice(0, MOST_GROUPS);
    if (service.groups.indexOf(known.choices.all) >= 0 || isTold(first[0])) return service.ages;
    const names = first.filter(group => !isTold(group)).map((group, number) => inside(label("kohderyhma", group), number));
    return [names.join(" " + w.and + " "), service.ages].filter(Boolean).join(" · ");
  }

  function inside(text, number) { return number ? text[0].toLowerCase() + text.slice(1) : text; }

  function where(service) { // "Vaasa, 17 km": kilometres from one's own municipality
    const km = chosen.kunta.length === 1 ? finder.kilometres(known.choices, service.given, chosen.kunta) : null;
    return service.where && service.where + (km !== null && km >= 1 ? ", " + Math.round(km) + "\u00a0km" : "");
  }

  function spoken(service) { // in which languages it serves, when the reader's is not among them or one is asked for
    const languages = service.values[finder.LISTS.indexOf("kieli")], names = languages.map(each => label("kieli", each)).join(", ");
    const isOwn = languages.some(each => OWN.indexOf(known.choices.facets.kieli[each][0]) >= 0);
    return isOwn ? chosen.kieli.length > 0 && names : fill(w.not_spoken, {languages: names});
  }

  /* Cards of what is found put after those already there: from one place in the whole list to another. */
  function addCards(from, to) {
    let start = 0;
    found.groups.forEach(function (group) {
      const first = Math.max(from - start, 0), cards = group[1].slice(first, Math.max(to - start, 0)).map(number => card(number, from > 0));
      start += group[1].length;
      if (!cards.length) return;
      if (first) { place.lastElementChild.lastElementChild.append(...cards); return; }
      const heading = group[0] ? w["reach_" + group[0]] + ' <span class="t-n">' + group[1].length + "</span>" : w.given;
      place.insertAdjacentHTML("beforeend", '<section><h2 class="' + (group[0] ? "t-sub" : "t-vh") + '">' + heading + '</h2><ul class="t-cards"></ul></section>');
      place.lastElementChild.lastElementChild.append(...cards);
    });
    if (to >= found.total || to < shown) return;
    const more = make('<p class="t-center"><button class="t-btn" type="button">' + safe(w.more) + "</button></p>");
    more.firstChild.addEventListener("click", function () {
      more.remove();
      shown += STEP;
      addCards(to, shown);
      place.querySelectorAll(".t-card__name a")[to].focus();
    });
    place.append(more);
  }

  function paintFound() {
    const isNothing = finder.isNothing(chosen);
    all.hidden = !isNothing;
    place.hidden = isNothing;
    later.delete("cards");
    place.replaceChildren(...(isNothing || found.total ? [] : nothingFound()));
    if (isNothing || !found.total) return;
    if (chosen.kunta.length && !chosen.sopii && !found.groups.some(group => ["local", "regional", "foreign"].indexOf(group[0]) >= 0)) place.append(noneOwn());
    addCards(0, FIRST);
    if (found.total > FIRST) afterFrame("cards", () => addCards(FIRST, shown));
  }

  /* That there is nowhere to go where one lives, and where danger is met: lines for it stand last. */
  function noneOwn() {
    return make('<p class="t-hint">' + safe(fill(w.none_own, {place: placeNames()})) + ' <a href="' + root + told.prefix + 'hata/">' + safe(w.crisis) + "</a></p>");
  }

  /* No dead end: a choice to give up, a municipality near, what can be asked from afar, a person. */
  function nothingFound() {
    const ways = finder.waysOn(known, chosen, now()), parts = [];
    const empty = make('<div class="t-empty"><span class="t-tile"></span><div><h2>' + safe(w.none) + "</h2><p>" + safe(w.none_text) + '</p><p class="t-btns"></p></div></div>');
    empty.querySelector(".t-btns").append(template.content.cloneNode(true));
    parts.push(empty);
    function choices(heading, text, chips) {
      const part = make('<section><h2 class="t-sub">' + safe(heading) + "</h2>" + (text ? "<p>" + safe(text) + "</p>" : "") + '<ul class="t-chips"></ul></section>');
      part.lastChild.append(...chips);
      parts.push(part);
    }
    if (ways.without.length) choices(w.without_lead, "", ways.without.map(each =>
      chip(fill(w.without, {value: label(each[0], each[1])}), each[2], () => choose(finder.put(chosen, each[0], each[1], false), true))));
    if (ways.near.length) choices(ways.isArea ? w.near_area : w.near_region, w.near_text, ways.near.map(each =>
      chip(label("kunta", each[0]), each[1], () => choose(Object.assign({}, chosen, {kunta: [each[0]]}), true))));
    if (ways.remote) {
      const remote = make('<div><section><h2 class="t-sub">' + safe(w.remote) + '</h2><ul class="t-cards"></ul></section></div>');
      remote.querySelector("ul").append(...[].concat(...ways.remote.found.groups.map(group => group[1])).slice(0, 5).map(number => card(number)));
      const more = make('<p class="t-center"><button class="t-btn" type="button">' + safe(w.remote_more) + ' <span class="t-n">' + ways.remote.found.total + "</span></button></p>");
      more.firstChild.addEventListener("click", () => choose(ways.remote.chosen, true));
      remote.append(more);
      parts.push(remote);
    }
    return parts;
  }

  /* --- what happens ----------------------------------------------------------------------------------------------- */

  function say() {
    const isNothing = finder.isNothing(chosen);
    if (isNothing) status.textContent = hasChosen ? w.cleared : "";
    else if (!found.total) status.textContent = w.none;
    else status.textContent = counted(chosen.kunta.length ? "found_in" : "found", found.total);
    hasChosen = hasChosen || !isNothing;
  }

  /* left: what the history remembers of the list as it was left by a card. */
  function show(left) {
    shown = left && left.shown || STEP;
    found = finder.isNothing(chosen) ? null : finder.find(known, chosen, now());
    paintForm();
    say();
    if (dialog) { paintCounts(); return; } // the list behind the sheet is made when it is seen
    afterFrame("counts", paintCounts);
    paintFound();
    if (left && left.card) standAt(left);
  }

  function leave(event) {
    const link = event.target.closest(".t-card__name a");
    if (!link) return;
    hurry("address");
    history.replaceState({card: link.href, top: link.getBoundingClientRect().top, shown: shown}, "");
  }

  /* Back from a card, it stands where it was pressed. The browser only knows how far down that was, of a page that was not
     made yet; cards out of sight have another height until they are seen. */
  function standAt(left) {
    hurry("cards");
    const link = Array.from(place.querySelectorAll(".t-card__name a")).find(each => each.href === left.card);
    const stand = () => link.isConnected && scrollBy({top: link.getBoundingClientRect().top - left.top, behavior: "instant"});
    if (!link) return;
    stand();
    requestAnimationFrame(() => { stand(); requestAnimationFrame(() => { stand(); history.scrollRestoration = "auto"; }); });
  }

  /* The choices are put in the address, so that Back gives up the last one. toStatus: what was pressed is gone. */
  function choose(next, toStatus) {
    hurry("address"); // of the press before: each has its own place in the history
    chosen = next;
    const address = location.pathname + finder.write(chosen, known.choices, location.search) + location.hash;
    show();
    afterFrame("address", () => history.pushState(null, "", address));
    if (toStatus && !place.contains(document.activeElement) && document.activeElement === document.body) status.focus();
  }

  /* While nobody waits: pictures of channels are made ready (each is a document of its own to the browser), and cards are
     laid out once, out of sight; services are put in order, and the code is run that the first press needs. */
  function warm() {
    const icons = known.choices.facets.kanava.map(value => value[0]).concat("close").map(name => '<i class="t-i t-i-' + name + '"></i>');
    const trial = make('<div class="t-vh" aria-hidden="true" inert>' + icons.join("") + '<ul class="t-cards"></ul></div>');
    trial.lastChild.append(...known.services.slice(0, FIRST).map((_, number) => card(number)));
    page.append(trial);
    requestAnimationFrame(() => requestAnimationFrame(() => trial.lastChild.remove()));
    whenIdle(() => finder.byName(known));
    whenIdle(() => finder.find(known, finder.put(finder.nothing(), "kunta", known.inScope.indexOf(true), true), now()));
  }

  function start(loaded) {
    const parts = {};
    Object.keys(told.parts).forEach((region, number) => { parts[region] = loaded[number + 1]; });
    known = finder.index(loaded[0], parts, told.scope, document.documentElement.lang || "fi");
    counts = finder.count(known, finder.nothing(), now());
    chosen = finder.read(location.search, known);
    makeForm();
    show(history.state);
    later.delete("counts");
    if (found) paintCounts();
    addEventListener("popstate", function () { later.clear(); chosen = finder.read(location.search, known); show(history.state); });
    place.addEventListener("click", leave);
    setInterval(function () {
      if (document.hidden || known.minute === now()) return;
      finder.answering(known, now());
      place.querySelectorAll("[data-service]").forEach(each => { each.innerHTML = badge(known.services[each.getAttribute("data-service")]); });
    }, 20000);
    page.setAttribute("data-finder", "ready");
    if (known.services.length) whenIdle(warm);
  }

  status.tabIndex = -1;
  if (history.state && history.state.card) history.scrollRestoration = "manual";
  Promise.all([told.choices].concat(Object.keys(told.parts).map(region => told.parts[region])).map(loadData)).then(start).catch(function (error) {
    status.textContent = w.failed;
    page.setAttribute("data-finder", "failed");
    if (window.console) console.warn(error);
  });
})();
