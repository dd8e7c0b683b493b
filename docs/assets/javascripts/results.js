// The page of results: the question is in the address (/haku/?q=opo&alue=lappi&kunta=kemi), what fits comes from `ranking.js`.
// The best few stand in the order of the ranking, topics and situations among them in one row; below them the rest by kind, more by a press.
// Of a question that names a municipality, situations and topics lead to what serves it; of another, it can be told.
(() => {
  "use strict";
  const place = document.querySelector("[data-search-results]"), status = document.querySelector("[data-search-status]");
  const form = document.querySelector(".t-page form[role=search]");
  if (!place || !form) return;
  const BEST = 6, FIRST = 4, MORE = 10, NEARLY = 0.4, EVEN = 0.9, MANY = 50, GROUPS = [["palvelut"], ["elamantilanteet", "aiheet"], ["tapahtumat"], ["toimijat"], ["kunnat", "alueet"],
    ["ajankohtaista"], ["huoneet", "sivut", "hata"], ["ammattilaisille", "ryhmat", "sopimukset", "kaytannot", "asiakirjat", "elo"]];
  const NAMED = ["elamantilanteet", "aiheet", "kunnat"]; // of these the name tells all: they stand in one row
  const TOGETHER = 3; // after so many results
  const FAINT = 0.1; // of the best one's score: what fits less than that is no way on
  const ITSELF = ["word", "joined", "clitic"]; // the word itself, not a part of it
  const FACETS = { elamantilanteet: "tilanne", aiheet: "aihe" };
  const field = form.elements.q, title = document.title, where = document.querySelector("[data-search-where]");
  let municipality = ""; // the one the question names, as addresses call it
  let words, kinds, ways, regions, situations, services, municipalities, opensFrom, asked, latest = 0;

  // --- small things ------------------------------------------------------------------------------------------------------

  const filled = (word, values) => word.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const counted = (name, count, values) => filled(words[`${name}_${count === 1 ? "one" : count > MANY ? "over" : "many"}`], { count: Math.min(count, MANY), ...values });
  const { VISITED, part, link, joined, line, icon, fact, dialled } = Card;
  const to = (question, region, town) => `?${new URLSearchParams(Object.entries({ q: question, alue: region, kunta: town }).filter(([, value]) => value))}`;
  const from = ({ region, town }) => Search.from(region, town);
  const note = (...inside) => part("li", "", ...inside);

  // --- one result --------------------------------------------------------------------------------------------------------

  // A word of the question as it was typed: the ranking sees it without capitals and dots.
  const typed = word => (asked.question.match(/[\p{L}\p{N}]+/gu) || []).find(each => Ranking.fold(each) === word) || word;
  // Why a result is there: which matter everyday words mean, or, of several words, which one found it. Nothing when a word of the
  // question or of the matter can be read on the card, or the matter beside it.
  const why = ({ how, word, found }, ...shown) => {
    if (how === "general") return words.find_why_general;
    const index = Search.index(), keysIn = text => Ranking.wordsIn(text).map(each => index.key(each)), onCard = new Set(shown.flatMap(keysIn));
    if (asked.telling.some(key => onCard.has(key))) return "";
    if (how === "saying") return found && !asked.ways.includes(found) && !keysIn(found).some(key => onCard.has(key)) ? filled(words.find_why_saying, { found }) : "";
    return !found && asked.telling.length > 1 && asked.telling.includes(index.key(word)) && ITSELF.includes(how) ? filled(words.find_why_word, { word: typed(word) }) : "";
  };
  const slugOf = ({ label, number }) => (number in municipalities ? municipalities[number] || Ranking.wordsIn(label).join("-") : "");
  const inFinder = facet => Search.href(`${services}?${facet ? `${facet}&` : ""}kunta=${municipality}`);
  const leads = ({ kind, address }) => { // situations and topics take the place asked along
    if (!FACETS[kind]) return Search.href(address);
    return municipality ? inFinder(`${FACETS[kind]}=${address.split("/").at(-2)}`) : Search.href(address) + (asked.region ? `?alue=${asked.region}` : "");
  };
  // How one gets in touch (`tno/search/reach.py`): a number, the address of a chat, or "channel+ where", "+" without an appointment.
  const TOLD = /^([a-z-]+)(\+?)(?: (.*))?$/;
  const pressed = (kind, value) => {
    if (/^https?:/.test(value)) return value;
    if (value.includes("@")) return `mailto:${value}`;
    return kind === "kirje" ? "" : dialled(kind === "tekstiviesti" ? "sms" : "tel", value);
  };
  const way = (told, where) => {
    const [, kind, mayWalkIn, value = ""] = TOLD.exec(told) || [told, told.includes("/") ? "chat" : "puhelin", "", told];
    const isVisited = VISITED.includes(kind), address = isVisited ? "" : pressed(kind, value);
    const label = kind === "chat" ? words.find_chat : kind === "puhelin" ? value : mayWalkIn ? words.find_walk_in : ways[kind];
    const to = [value, isVisited && where].filter(Boolean);
    const made = address ? link(label, address) : part("span", "", part("span", "", label, to.length && ": ", ...joined(", ", to)));
    made.prepend(icon(kind));
    return made;
  };
  // Whether somebody answers: the word of `opening.js` for the minute, told anew while the page is open.
  const openWords = JSON.parse(document.querySelector("script[data-opening]").textContent), minuteNow = () => Math.floor(Date.now() / 60000);
  const standing = hours => (hours ? opening.state(`${opensFrom} ${hours}`, minuteNow()) : { is: "unknown", change: null });
  const tellBadge = badge => {
    const state = standing(badge.dataset.hours);
    badge.hidden = state.is === "unknown";
    badge.className = `t-open is-${state.is}`;
    badge.textContent = badge.hidden ? "" : opening.say(state, minuteNow(), openWords);
  };
  const openBadge = hours => {
    const badge = part("span", "t-open");
    badge.dataset.hours = hours;
    tellBadge(badge);
    return badge;
  };
  const tellAll = () => place.querySelectorAll("[data-hours]").forEach(tellBadge);
  // Of services that fit as well, who answers now stands first; "kuka auttaa nyt": of those that fit about as well.
  const openFirst = results => {
    const isAsked = Ranking.wordsIn(asked.question).some(word => words.find_now.split(" ").includes(word)), share = isAsked ? NEARLY : EVEN;
    const services = results.filter(({ kind, score }) => kind === "palvelut" && Number.isFinite(score)), most = Math.max(...services.map(({ score }) => score));
    const isEven = each => services.includes(each) && each.score >= most * share, waits = ({ hours }) => Number(!/open|soon/.test(standing(hours).is));
    const even = results.filter(isEven).sort((a, b) => waits(a) - waits(b));
    return results.map(each => (isEven(each) ? even.shift() : each));
  };
  // Of what fits about as well, what serves in the reader's language stands first, unless another is asked for; whoever
  // names Finnish on pages in another language wants to learn it or does not know it.
  const finnish = document.documentElement.lang === "fi" ? "" : new Intl.DisplayNames(document.documentElement.lang, { type: "language" }).of("fi").toLowerCase();
  const isAskedFor = languages => Ranking.wordsIn(languages).some(each => each !== finnish && asked.telling.includes(Search.index().key(each)));
  const ownFirst = results => {
    const isForeign = ({ spoken }) => spoken.startsWith("-") && !isAskedFor(spoken), own = results.filter(each => each.kind === "palvelut" && !isForeign(each));
    const waits = each => isForeign(each) && own.some(({ score }) => score >= each.score * NEARLY);
    return [...results.filter(each => !waits(each)), ...results.filter(waits)];
  };
  const inWords = state => ({ paused: words.find_paused, planned: words.find_planned, ended: words.find_ended })[state];
  // Of towns it is told how far they are; what serves the place asked from other towns says so: whoever lives there need not wonder.
  const whereOf = ({ kind, where, towns }) => {
    if (municipality && FACETS[kind]) return asked.place;
    const far = towns && part("span");
    if (far) far.dataset.towns = towns;
    return where && part("span", "", where, far);
  };
  const servesToo = ({ where, serves, towns }) => asked.place && serves && (towns || /\d/.test(where)) && // "Lappi ja 2 kuntaa"
     !Ranking.wordsIn(where).join(" ").includes(Ranking.wordsIn(asked.place).join(" "))
    && filled(words.find_serves, { place: asked.place });
  // What a service tells: for whom it is and where, how one gets in touch and whether somebody is there, whose it is.
  const told = (found, because) => {
    const { title: name, whose, reach, hours, forWhom, spoken, towns } = found, where = whereOf(found), too = servesToo(found);
    const [first, ...after] = reach ? reach.split("|") : [], isVisited = first && towns && VISITED.some(kind => first.startsWith(kind));
    const isServed = spoken === words.served, languages = filled({ "+": words.find_also_spoken, "-": words.find_not_spoken }[spoken[0]] || spoken, { languages: spoken.slice(1) });
    const tellsLanguages = !isServed && (spoken[0] !== "+" || isAskedFor(spoken)); // who serves the reader need not say whom else
    return [
      Card.facts(forWhom, words.fact_target_groups, [!isVisited && where, too].filter(Boolean)),
      ...[first, ...after].filter(Boolean).map((each, i) => Card.calls(way(each, isVisited && where), !i && hours && openBadge(hours))),
      Card.whose(name, whose, isServed && spoken, tellsLanguages && languages, because),
    ];
  };
  const nameOf = found => {
    const made = link(found.title, leads(found)), { lang } = document.documentElement;
    if (lang !== "fi" && !found.address.startsWith(`${lang}/`)) made.hreflang = "fi";
    return made;
  };
  const card = found => {
    const { title: name, summary, whose, reach, forWhom, kind, state, reason } = found, heading = part("h3", "t-card__name", nameOf(found));
    const isService = kind === "palvelut" || kind === "ammattilaisille", reasoned = why(reason, name, summary, forWhom, whose), because = reasoned && part("span", "t-why", reasoned), place = whereOf(found);
    const next = kind === "tapahtumat" && reach && part("p", "t-card__facts", fact("calendar", reach), place && fact("visit", place));
    const facts = line([kind !== "palvelut" && kinds[kind] && kinds[kind][0], !next && place, servesToo(found), whose, because].filter(Boolean));
    const top = part("div", "t-card__top", heading, state && part("span", "t-state is-warn", inWords(state)));
    const text = summary && part("p", "", summary);
    if (found.finnish.includes("n")) heading.lang = "fi";
    if (text && found.finnish.includes("s")) text.lang = "fi";
    if (NAMED.includes(kind)) return part("li", "t-card is-brief is-way", top, facts);
    if (!(summary || reach || forWhom)) return part("li", "t-card is-brief", top, facts);
    return part("li", "t-card", top, text, ...(isService ? told(found, because) : [next, facts]));
  };
  // Topics and situations lead to services, municipalities to their own page: in one row they push no service away.
  const chip = found => part("li", "", nameOf(found));
  const chips = results => results.length && part("li", "t-found__ways", part("span", "t-meta", words.find_ways), part("ul", "t-chips", ...results.map(chip)));
  // How far the towns of results are from the one asked.
  const chooser = document.querySelector("script[src$='municipality.js']");
  const opened = () => (window.Municipalities ? Promise.resolve() : new Promise(done => chooser.addEventListener("load", done)));
  const tellKilometres = async () => {
    if (!municipality || !place.querySelector("[data-towns]")) return;
    const [{ slugs, centres }] = await Promise.all([loadData("centres"), opened()]), all = slugs.split(" "), from = all.indexOf(municipality);
    for (const each of from < 0 ? [] : place.querySelectorAll("[data-towns]")) {
      const towns = each.dataset.towns.split(" ").map(town => ({ town, km: Municipalities.kilometres(centres, from, Number(town)) }));
      const { town, km } = towns.reduce((near, other) => (other.km < near.km ? other : near)), label = Search.index().labelOf(Search.placeOf(all[town]));
      const far = km < 1 ? "" : `, ${Math.round(km)}\u00a0km`;
      each.textContent = towns.length < 2 || (!far && each.previousSibling.data.includes(label)) ? far : `, ${filled(words.find_nearest, { place: label })}${far}`;
    }
  };

  // --- what is said above the results --------------------------------------------------------------------------------------

  // The question without the words that were taken for a place; "" when nothing else is in it or they are not known.
  const withoutPlace = question => {
    const { tokens } = Search.index().understand(question);
    let at = 0;
    const rest = question.replace(/[\p{L}\p{N}]+/gu, word => (tokens[at] && tokens[at++].place >= 0 ? "" : word)).trim().replace(/\s+/g, " ");
    return rest !== question.trim() && /[\p{L}\p{N}]/u.test(rest) ? rest : "";
  };
  // A municipality and nothing else; when nothing is found, what serves it is told in another language.
  const isOnlyPlace = () => Boolean(municipality) && !asked.isHome && !withoutPlace(asked.question);
  // What is asked of the municipality, in the finder: it lists what is told in another language too.
  const all = ({ place: { label } }) => [" ", link(filled(words.find_here, { place: label }), inFinder())];
  const serving = found => {
    const subject = found.results.find(({ kind }) => FACETS[kind]);
    return [" ", subject && link(`${subject.title}: ${found.place.label}`, leads(subject)), ...all(found)];
  };
  const withoutHome = ({ question, region }) => {
    const made = link(words.find_town_off, to(question, region));
    made.addEventListener("click", Search.home.clear);
    return made;
  };
  const notes = found => {
    const { question, region } = asked, said = [];
    for (const [word, meant] of found.corrected) said.push(note(filled(words.find_corrected, { word: typed(word), meant })));
    if (found.place) {
      const without = withoutPlace(question), name = { place: found.place.label };
      const rest = municipality && document.documentElement.lang !== "fi" ? all(found) : []; // in Finnish it has a page of its own
      const off = asked.isHome ? withoutHome(asked) : without && link(found.general ? words.find_general_off : words.find_place_off, to(without, region));
      const serves = found.unfit ? words.find_unfit_place : found.general ? words.find_general : words.find_place;
      if (found.nothing && asked.isHome) said.push(note(filled(words.find_home, name), " ", off));
      else if (!found.widened) said.push(note(filled(serves, name), " ", off, ...rest));
      else said.push(note(filled(words.find_widened, name), asked.isHome && " ", asked.isHome && off, ...(municipality ? serving(found) : [])), found.unfit && note(words.find_unfit));
    } else if (regions[region] && found.total) {
      const isOwn = found.results.some(({ kind, serves }) => kind === "palvelut" && serves);
      if (found.unfit) said.push(note(words.find_unfit));
      said.push(note(filled(isOwn ? words.find_region : words.find_region_none, { region: regions[region].name }), " ", link(words.find_region_off, to(question, ""))));
    } else if (found.unfit) said.push(note(words.find_unfit));
    return said.length && part("ul", "t-found__notes", ...said);
  };
  const help = ({ title: name, address }) => {
    const box = part("section", "t-found__help", part("h2", "", words.find_distress), part("p", "", words.find_distress_text),
      part("p", "t-btns", link(name, Search.href(address), "t-btn is-main"), link("112", "tel:112", "t-btn")));
    box.querySelector("[href^=tel]").prepend(icon("phone"));
    return box;
  };
  const nothing = ({ place: named }) => {
    const { question, region } = asked, here = regions[region], name = named && { place: named.label };
    const isPlace = isOnlyPlace();
    const main = first => (first ? "t-btn is-main" : "t-btn");
    const people = [...(here ? [here] : []), regions.kansallinen].map(({ name: whose, ask, answers }, i) =>
      link(filled(answers ? words.find_answers : words.find_people, { region: whose }), Search.href(ask), main(!i && !isPlace)));
    const way = !named ? null : named.address ? link(named.label, Search.href(named.address), main(isPlace)) :
      municipality && link(filled(words.find_here, name), inFinder(), main(isPlace));
    const said = isPlace ? [filled(words.find_here, name), filled(words.find_here_text, name)] : [words.find_nothing, words.find_nothing_text];
    const tile = part("span", "t-tile"), ways = isPlace ? [way, ...people] : [...people, way];
    if (here) tile.dataset.region = region;
    return part("div", "t-empty", tile, part("div", "", part("h2", "", said[0]), part("p", "", said[1]),
      part("p", "t-btns", ...ways, link(words.find_situations, Search.href(situations), "t-btn"))));
  };

  // What leads to services stands in one row after the first of them, but the very page that is asked by its name.
  // Nobody knows where the reader lives: what serves the people of its own area only stands by itself.
  const listed = (best, isSomewhere, name) => {
    const [first] = best, isAsked = first && (first.kind === "kunnat" || isNamed(first)), isWay = each => NAMED.includes(each.kind) && !(isAsked && each === first);
    const results = best.filter(each => !isWay(each)), most = Math.max(...results.map(({ score }) => score)), row = best.filter(each => isWay(each) && !(each.score < most * FAINT));
    asked.ways = row.map(({ title: way }) => way);
    const local = isSomewhere ? [] : results.filter(({ isLocal }) => isLocal), wide = results.filter(each => !local.includes(each)), isLater = local.length > 0 && local[0] === results[0];
    const list = (own, ways, ...above) => {
      const cards = own.map(card);
      cards.splice(TOGETHER, 0, ...[chips(ways)].filter(Boolean));
      return cards.length > 0 && part("section", "", ...above, part("ul", "t-found", ...cards));
    };
    const lists = [
      list(wide, isLater ? [] : row, part("h2", isLater ? "" : "t-vh", isLater ? words.find_wide : name)),
      list(local, isLater ? row : [], part("h2", "", words.find_local), !isLater && part("p", "", toTown())),
    ];
    return isLater ? lists.reverse() : lists;
  };
  const isNamed = ({ title: name }) => Ranking.wordsIn(name).join(" ") === Ranking.wordsIn(withoutPlace(asked.question) || asked.question).join(" ");
  const toTown = () => {
    const made = link(words.find_local_text, "#kunta");
    made.addEventListener("click", event => {
      event.preventDefault();
      where.hidden = false; // beside help in a crisis it is not asked before it is wanted
      where.querySelector("input").focus();
    });
    return made;
  };

  // --- the rest by kind ----------------------------------------------------------------------------------------------------

  const group = (names, count, seen, folded) => {
    const label = names.some(kind => folded.includes(kind)) ? words.find_folded : [...new Set(names.map(kind => kinds[kind][1]))].join(", "), button = part("button", "t-btn");
    const isRow = names.every(kind => FACETS[kind]), list = part("ul", isRow ? "t-chips" : "t-found");
    const heading = part("h2", "", `${label} `, part("span", "t-n", count)), box = part("section", "t-found__kind", heading, list, button);
    let shown = 0;
    const tell = () => {
      const next = Math.min(MORE, count - shown);
      button.hidden = next < 1;
      button.replaceChildren(filled(words.find_more, { count: next }), part("span", "t-vh", ` ${label}`));
    };
    const show = async (number, andFocus) => {
      const mine = latest;
      const { results } = await Search.ask("search", asked.question, { ...from(asked), kinds: names, from: seen + shown, limit: number });
      if (mine !== latest) return;
      const cards = results.map(isRow ? chip : card);
      list.append(...cards);
      shown += cards.length;
      tell();
      tellKilometres().catch(() => {}); // the towns are there
      if (andFocus && cards.length) cards[0].querySelector("a").focus();
      if (andFocus) remember(names[0], shown);
    };
    button.type = "button";
    button.addEventListener("click", () => show(MORE, true).catch(failed));
    tell();
    return [box, show];
  };
  const remember = (name, shown) => history.replaceState({ ...history.state, [name]: shown }, "");

  // --- the whole answer ----------------------------------------------------------------------------------------------------

  const say = (text, isSeen) => { // how many were found is seen from the list: it is heard
    status.textContent = text;
    status.classList.toggle("t-vh", !isSeen);
  };
  const failed = () => { place.replaceChildren(); say(status.dataset.failed, true); };
  const put = async () => {
    const mine = ++latest, { question, region } = asked, returned = history.state || {};
    document.title = question ? `${question} – ${title}` : title;
    document.documentElement.classList.toggle("is-asking", Boolean(question));
    if (where) where.hidden = true;
    if (!question) {
      place.replaceChildren();
      say("");
      return;
    }
    ({ words, kinds, ways, regions, situations, services, municipalities, opens_from: opensFrom } = await Search.ready());
    const found = await Search.ask("search", question, { ...from(asked), limit: BEST });
    if (mine !== latest) return; // another question has come meanwhile
    municipality = found.place ? slugOf(found.place) : "";
    asked.place = found.place && found.place.label;
    asked.isHome = Boolean(found.place && found.place.isHome);
    if (municipality) setHidden("kunta", municipality); // the next question comes from there too
    if (where) where.hidden = Boolean(found.place || found.distress || found.nothing);
    const crisis = found.distress && found.results.find(each => each.kind === "hata");
    asked.telling = Search.index().understand(question).tokens.filter(({ stop, no, place: at }) => !stop && !no && at < 0).map(({ key }) => key);
    const best = openFirst(ownFirst(found.results.filter(each => each !== crisis))), left = { ...found.kinds };
    for (const { kind } of found.results) left[kind]--;
    const groups = GROUPS.map(names => names.filter(kind => left[kind] > 0)).filter(names => names.length).map(names => {
      const seen = found.results.filter(each => names.includes(each.kind)).length;
      return [names, ...group(names, names.reduce((sum, kind) => sum + left[kind], 0), seen, found.folded)];
    });
    const isSomewhere = found.place || (regions[region] && regions[region].within), lists = listed(best, isSomewhere, groups.length ? words.find_best : words.find_results);
    const isPlace = found.nothing && isOnlyPlace();
    place.replaceChildren(...[crisis && help(crisis), !isPlace && notes(found), found.nothing && nothing(found), ...lists, ...groups.map(([, box]) => box)].filter(Boolean));
    say(isPlace ? filled(words.find_here, { place: asked.place }) : found.nothing ? filled(words.find_none, { question }) : counted(crisis ? "find_count_help" : "find_count", found.useful || found.total, { question }));
    tellKilometres().catch(() => {}); // the towns are there
    for (const [[kind], , show] of groups) {
      const rows = returned[kind] || (kind === "palvelut" ? FIRST : 0);
      if (rows) await show(rows);
    }
    if (returned.y) scrollTo(0, returned.y); // back from a card: the page is longer again than when the browser looked for the place
  };
  // Asked on a region's pages, the header stays the region's.
  const header = document.querySelector(".t-header"), logo = header.querySelector(".t-logo"), whole = { region: header.dataset.region, href: logo.href, name: logo.querySelector("i").textContent };
  const tellRegion = region => {
    const own = [...header.querySelectorAll(":scope [data-region] > a")].find(each => each.parentElement.dataset.region === region);
    header.dataset.region = own ? region : whole.region;
    logo.href = own ? own.href : whole.href;
    logo.querySelector("i").textContent = own ? own.textContent.replace("\u00ad", "") : whole.name;
  };
  const setHidden = (name, value) => {
    if (value && !form.elements[name]) form.append(Object.assign(document.createElement("input"), { type: "hidden", name }));
    if (form.elements[name]) form.elements[name].value = value;
  };
  const valueOf = name => (form.elements[name] ? form.elements[name].value : "");
  const read = () => {
    const address = new URLSearchParams(location.search);
    document.querySelectorAll(".t-langs a").forEach(each => { each.search = location.search; }); // the same question in another language
    asked = { question: (address.get("q") || "").trim(), region: address.get("alue") || "", town: address.get("kunta") || Search.home.get() };
    field.value = asked.question;
    tellRegion(asked.region);
    setHidden("alue", asked.region);
    setHidden("kunta", address.get("kunta") || "");
    put().catch(failed);
  };

  if (where) where.addEventListener("municipality", event => {
    event.preventDefault(); // not to its own page: the question goes on, and names it
    const { known, number } = event.detail;
    setHidden("kunta", known.rows[number].slug);
    form.requestSubmit();
  });
  form.addEventListener("submit", event => {
    event.preventDefault();
    const next = to(field.value.trim(), valueOf("alue"), valueOf("kunta"));
    if (next !== location.search) history.pushState(null, "", next);
    if (matchMedia("(pointer: coarse)").matches) field.blur(); // the keyboard of a phone would lie over the answers
    read();
  });
  place.addEventListener("click", () => history.replaceState({ ...history.state, y: scrollY }, ""));
  addEventListener("popstate", read);
  setInterval(tellAll, 20000);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) tellAll(); });
  read();
})();
