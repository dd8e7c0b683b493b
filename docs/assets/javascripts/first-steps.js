// The answer of the guided start: at most five services for who one is, what one needs and where one lives.
//
//   FirstSteps.best([JSON of the region's file, JSON of the country's], {pair, municipality, language, minute, most, isDanger})
//     → {answers: [{row, km, town, line, isTalk}], more, hasOwn}, the best first; more: what else fits, a few. municipality: its number, null
//       when nobody knows it: then for most of the region; isDanger: nothing that fits is left out as faint; minute: of the clock,
//       from 1970, UTC; km to the nearest place and town: its municipality's number, null without places; line: how
//       somebody is reached; hasOwn: whether anything that fits or is shown is of the reader's own area, and not of the whole country.
//
// How well a service fits whom and what comes with the data (hooks/tno/model/first_steps.py). What the reader's language,
// home and clock add is reckoned here. Needs opening.js.
var FirstSteps = (() => {
  "use strict";
  const LINES = 3, SET = 5, WORTHS = 6, LANGUAGES = 7, SPOTS = 8, SUMMARY = 9; // places in a row (exports/first_steps.py)
  const KIND = 0, HOURS = 3, SPOKEN = 4; // places in a line
  const START = 400, SETBACK = 70, FEWEST = 3, FAINT = 10, OTHER_TONGUE = 4; // as in first_steps.py
  const MOST_MORE = 10;
  const NEAR = [[3, 6], [30, 3], [80, 1]]; // up to so many kilometres, so much is added
  const HERE = 3, FAR = 80, TOO_FAR = 6; // when something fits in the very town, a way of over FAR counts against the others
  const NATIONWIDE = 200; // a service for so many municipalities is the country's (hooks/tno/views/reaches.py)
  const OWN_AREA = 8; // a service for at most so many municipalities is one's own area's
  // Of equals who answers now is first: what fits better stays first though it opens later.
  const OPEN_NOW = 1, OPENS_SOON = 0.5, UNTOLD = -1, SOON = 24 * 60;
  const EARTH_KM = 6371;

  const worthOf = (row, pair) => {
    for (let i = 0; i < row[WORTHS].length; i += 2) if (row[WORTHS][i] === pair) return row[WORTHS][i + 1];
    return 0;
  };
  const speaks = (languages, language) => languages.includes(language) || (language === "fi" && languages.includes("selkosuomi"));
  const ofLanguage = (languages, language) => {
    if (!speaks(languages, language)) return -SETBACK;
    const isOther = ["fi", "sv"].includes(language) && ["fi", "sv"].includes(languages[0]) && languages[0] !== language;
    return isOther ? -OTHER_TONGUE : 0;
  };
  const kilometres = ([lat, lon], [toLat, toLon]) => {
    const north = (toLat - lat) * Math.PI / 180, east = (toLon - lon) * Math.PI / 180 * Math.cos((lat + toLat) * Math.PI / 360);
    return EARTH_KM * Math.hypot(north, east);
  };
  const nearestOf = (row, spots, centre, home) => row[SPOTS].map(number => spots[number])
    .map(spot => ({ km: spot[2] === home ? 0 : centre ? kilometres(centre, spot) : null, town: spot[2] }))
    .sort((a, b) => (a.km === null ? 1e5 : a.km) - (b.km === null ? 1e5 : b.km))[0] || { km: null, town: null };
  // Of a service's telephones and chats the first that is answered in the language; telephones stand before chats.
  // Of several of a kind the one that answers now: at night the number of the night.
  const lineOf = (row, languages, language, codes, minute) => {
    const spoken = row[LINES].filter(line => speaks(line[SPOKEN] ? line[SPOKEN].split(" ") : languages, language));
    const now = spoken.find(line => line[KIND] === spoken[0][KIND] && ofClock(line, codes, minute) === OPEN_NOW);
    return { line: now || spoken[0] || row[LINES][0] || null, isSpoken: spoken.length > 0 };
  };
  const ofClock = (line, codes, minute) => {
    if (line && line[HOURS] === -1) return UNTOLD; // nobody knows when it answers
    if (!line || line[HOURS] < 0 || minute === undefined) return 0;
    const state = opening.state(codes[line[HOURS]], minute);
    if (state.is === "open" || state.is === "soon") return OPEN_NOW;
    return state.is === "closed" && state.change !== null && state.change - minute <= SOON ? OPENS_SOON : 0;
  };

  // Whom a service is for: of one's own municipality, or of at least half of the region's while only the region is known.
  const servesOf = (files, municipality) => {
    if (municipality !== null) return codes => codes.includes(municipality);
    const own = Object.keys(files[0].centres).map(Number);
    return codes => 2 * own.filter(number => codes.includes(number)).length >= own.length;
  };

  const best = (files, { pair, municipality, language, minute, most, isDanger }) => {
    const serves = servesOf(files, municipality);
    const centre = files.map(({ centres }) => centres[municipality]).find(Boolean) || null;
    const found = files.flatMap(({ sets, codes, spots, services }) => services.map(row => {
      const worth = worthOf(row, pair), codesOf = row[SET] < 0 ? null : sets[row[SET]];
      if (!worth || (codesOf && !serves(codesOf))) return null;
      const languages = row[LANGUAGES].split(" "), near = nearestOf(row, spots, centre, municipality);
      const { line, isSpoken } = lineOf(row, languages, language, codes, minute);
      const nearer = near.km === null ? undefined : NEAR.find(([km]) => near.km <= km);
      const isTalk = isSpoken && line[KIND] !== "tekstiviesti", sum = worth + ofLanguage(languages, language) + (nearer ? nearer[1] : 0) + (codesOf && codesOf.length <= OWN_AREA ? 1 : 0) +
        ofClock(line, codes, minute);
      return { sum, worth, row, isOwn: Boolean(codesOf) && codesOf.length < NATIONWIDE, ...near, line, isTalk, hours: line && line[HOURS] >= 0 ? codes[line[HOURS]] : line ? line[HOURS] : -2 };
    }).filter(Boolean));
    const isHere = found.some(each => each.worth >= START && each.km !== null && each.km <= HERE);
    if (isHere) found.forEach(each => { each.sum -= each.km > FAR ? TOO_FAR : 0; });
    found.sort((a, b) => b.sum - a.sum); // stable: equals stay in the order of the files
    const fitting = found.filter(each => each.worth >= START); // nothing but perhaps the language is against them
    const faint = isDanger ? -1 : fitting.findIndex((each, at) => at >= FEWEST - 1 && fitting[at - 1].sum - each.sum >= FAINT); // five only if five fit
    const first = fitting.length < FEWEST ? found.slice(0, FEWEST) : fitting.slice(0, faint < 0 ? most : Math.min(Math.max(faint, FEWEST), most));
    const rings = each => each.isTalk && each.line[KIND] === "puhelin";
    const person = fitting.find(rings) || found.find(rings) || found.find(each => each.isTalk);
    if (person && !first.some(rings) && !first.includes(person)) first.splice(Math.min(first.length, most - 1), 1, person);
    const call = first.findIndex(rings); // somebody to talk to is always among them, and a number to call near at hand
    if (call > 1) first.splice(1, 0, ...first.splice(call, 1));
    const more = fitting.filter(each => !first.includes(each)).slice(0, MOST_MORE);
    return { answers: first, more, hasOwn: [...fitting, ...first].some(({ isOwn }) => isOwn) };
  };
  // Where a service is told to a reader: its page in the language where it has one, else in brief where it serves in the
  // language, else in Finnish.
  const addressOf = (row, language, hasPages) => {
    const [address, name] = row, [region, , id] = address.split("/"), isTold = [name, row[SUMMARY]].some(text => text && text[language]);
    if (language === "fi") return address;
    if (hasPages && isTold) return `${language}/${address}`;
    return row[LANGUAGES].split(" ").includes(language) ? `${language}/palvelut/${region}/#${id}` : address;
  };
  return { best, addressOf, START, SETBACK, FAINT, OTHER_TONGUE };
})();

if (typeof document !== "undefined") (() => {
  "use strict";
  const section = document.querySelector("[data-answers]"), elsewhere = document.querySelectorAll("[data-anywhere]");
  if (!section) return;
  const words = section.dataset, language = document.documentElement.lang || "fi", MOST = 5;
  const root = document.querySelector("form[data-municipality]").dataset.root;
  const element = (name, parent, text = "", kind = "") => {
    const made = parent.appendChild(document.createElement(name));
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  };
  const isOwn = text => Boolean(typeof text === "string" ? language === "fi" && text : text[language]);
  const told = (parent, text) => { // a text in the page's language, else in Finnish and saying so
    const own = typeof text === "string" ? language === "fi" && text : text[language];
    parent.append(own || (typeof text === "string" ? text : text.fi));
    if (!own) parent.lang = "fi";
    return parent;
  };
  const button = (parent, text, href, icon, main) => {
    const link = element("a", parent, "", main ? "t-btn is-main" : "t-btn");
    link.href = href;
    if (icon) element("i", link, "", `t-i t-i-${icon}`);
    link.append(text);
  };
  const openingWords = JSON.parse(document.querySelector("script[data-opening]").textContent), UNKNOWN = -1;
  const badge = (parent, answers, minute) => { // when it answers: a code, or a number for what is not told
    if (answers !== UNKNOWN && typeof answers !== "string") return;
    const found = opening.state(answers === UNKNOWN ? "" : answers, minute);
    element("span", parent, opening.say(found, minute, openingWords), `t-open is-${found.is}`);
  };
  const WAYS = { puhelin: ["call", "tel:", "phone"], chat: ["chat", "", "chat"], tekstiviesti: ["text", "sms:", "tekstiviesti"] };
  const reached = (parent, { line: [kind, number, address], isTalk, hours }, minute) => {
    const [said, scheme, icon] = WAYS[kind], isShut = kind === "chat" && hours.length && opening.state(hours, minute).is === "closed";
    button(element("p", parent), words[said].replace("{number}", number), scheme + address, icon, isTalk && !isShut);
  };
  const otherWay = (item, kind, text, address) => { // booking, e-mail; the street of a place
    if (address) return button(element("p", item), text, address, kind);
    const way = element("p", item, "", "t-way");
    element("i", way, "", `t-i t-i-${kind}`);
    way.append(text);
  };
  const placed = (known, { km, town }) => { // "Vaasa, 26 km", as municipality pages say it
    if (town === null) return "";
    const name = known.nameOf(town, language);
    return " · " + (km >= 1 ? `${name}, ${Math.round(km)}\u00a0km` : name);
  };
  const card = (known, answer) => {
    const [address, name, organisation, , first, , , languages, , summary, ways] = answer.row, item = document.createElement("li");
    item.className = "t-card";
    const top = element("div", item, "", "t-card__top"), link = told(element("a", element("h3", top)), name);
    link.href = root + FirstSteps.addressOf(answer.row, language, known.languages(address.split("/")[0]).includes(language));
    if (language !== "fi" && languages.split(" ").includes(language)) element("span", top, words.served, "t-tag is-served");
    badge(top, answer.hours, minuteNow());
    if (answer.line) reached(item, answer, minuteNow());
    else if (ways && ways[language]) otherWay(item, ...ways[language]);
    else button(element("p", item), words.ways, link.href); // no card without a way
    if (summary) told(element("p", item), summary);
    if (isOwn(first)) { // a hint that the reader cannot read is none
      const way = element("p", item);
      element("b", way, `${words.first}: `);
      told(element("span", way), first);
    }
    const whose = element("p", item, "", "t-meta");
    told(element("span", whose), organisation);
    whose.append(placed(known, answer));
    return item;
  };
  const offerMore = (list, answers, more, known) => { // the few best; what else fits a press away, in the same order
    list.append(...answers.map(each => card(known, each)));
    if (!more.length) return;
    const place = element("p", section), press = element("button", place, words.more.replace("{count}", more.length), "t-btn");
    press.type = "button";
    press.addEventListener("click", () => {
      const cards = more.map(each => card(known, each));
      list.append(...cards);
      place.remove();
      cards[0].querySelector("a").focus();
    });
  };
  const minuteNow = () => Math.floor(Date.now() / 60000);
  const fetched = name => loadData(`mista-aloitan/${name}`);
  // number: of the municipality, null when only the region is known.
  const answer = async (known, number, { slug, region }, name) => {
    const prefix = language === "fi" ? "" : `${language}/`;
    const isTold = language === "fi" || known.languages(region).includes(language);
    let found = null; // the heading comes with its answer: whoever is sent to it has something to read
    try {
      const files = await Promise.all([...new Set([region, "kansallinen"])].map(fetched));
      found = FirstSteps.best(files, { pair: Number(words.pair), municipality: number, language, minute: minuteNow(), most: MOST, isDanger: "danger" in words });
    } catch (error) { /* said below */ }
    const isTown = number !== null;
    if (!isTown && (!found || !section.hidden)) return; // what helps in the whole country stays, or a town has been told meanwhile
    section.replaceChildren();
    section.hidden = false;
    const heading = element("h2", section, words.title.replace("{municipality}", name));
    heading.tabIndex = -1;
    const show = () => {
      if (!isTown) return; // nobody asked for it: the page stays where it is
      heading.focus({ preventScroll: true });
      heading.scrollIntoView();
    };
    if (!found) {
      element("p", section, words.failed);
      return show();
    }
    const { answers, more, hasOwn } = found;
    if (answers.length && !hasOwn) element("p", section, words.noneOwn.replace("{place}", name));
    if (answers.length) offerMore(element("ul", section, "", "t-cards is-two"), answers, more, known);
    else element("p", section, words.none);
    const ways = element("p", section, "", "t-btns");
    const own = `${root}${prefix}${isTold ? `${region}/` : ""}`, here = isTold ? `${root}${prefix}kunnat/${slug}/` : `${root}${prefix}palvelut/?kunta=${slug}`;
    button(ways, words.every, isTown ? root + prefix + words.finder + slug : own + words.finder.replace(/&kunta=$/, ""));
    button(ways, words.here.replace("{municipality}", name), isTown ? here : `${own}palvelut/`);
    button(ways, words.person, `${root}${prefix}${isTold ? region : "kansallinen"}/yhteys/`, "phone", !answers.length);
    elsewhere.forEach(each => { each.hidden = true; });
    show();
  };
  document.addEventListener("municipality", event => {
    event.preventDefault();
    const { known, number } = event.detail;
    const row = known.rows[number], isOwn = row.region === document.querySelector(".t-page").dataset.region;
    history.replaceState(null, "", isOwn ? `?alue=${row.region}&kunta=${row.slug}` : `?kunta=${row.slug}`);
    answer(known, number, row, known.nameOf(number, language));
  });
  const region = document.querySelector(".t-page").dataset.region; // set by start-region.js
  if (region === "kansallinen" || new URLSearchParams(location.search).get("kunta")) return;
  const name = document.querySelector(".t-logo i").textContent;
  loadData("municipalities").then(Municipalities.open).then(known => answer(known, null, { slug: "", region }, name)).catch(() => {});
})();
