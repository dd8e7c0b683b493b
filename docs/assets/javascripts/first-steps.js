// The answer of the guided start: at most five services for who one is, what one needs and where one lives.
//
//   FirstSteps.best([JSON of the region's file, JSON of the country's], pair, number of the municipality, 5) → rows
var FirstSteps = (() => {
  "use strict";
  const SET = 5, WORTHS = 6, OPEN = 7; // places in a row (hooks/tno/exports/first_steps.py)
  const worthOf = (row, pair) => {
    for (let i = 0; i < row[WORTHS].length; i += 2) if (row[WORTHS][i] === pair) return row[WORTHS][i + 1];
    return 0;
  };
  const best = (files, pair, municipality, most) => files
    .flatMap(({ sets, codes, services }) => services
      .filter(row => row[SET] < 0 || sets[row[SET]].includes(municipality))
      .map(row => [worthOf(row, pair), row, codes]))
    .filter(([worth]) => worth > 0)
    .sort((a, b) => b[0] - a[0]) // stable: equals stay in the order of the files
    .slice(0, most)
    .map(([, row, codes]) => [...row.slice(0, OPEN), row[OPEN] < 0 ? row[OPEN] : codes[row[OPEN]]]);
  return { best };
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
  const card = (known, [address, name, organisation, phone, first, , , answers]) => {
    const item = document.createElement("li");
    item.className = "t-card";
    const top = element("div", item, "", "t-card__top"), link = told(element("a", element("h3", top)), name);
    const mine = name[language] && known.languages(address.split("/")[0]).includes(language) && language !== "fi";
    link.href = root + (mine ? `${language}/` : "") + address;
    badge(top, answers, Math.floor(Date.now() / 60000));
    if (phone) button(element("p", item), words.call.replace("{number}", phone[0]), `tel:${phone[1]}`, "phone", true);
    const way = element("p", item);
    element("b", way, `${words.first}: `);
    told(element("span", way), first);
    told(element("p", item, "", "t-meta"), organisation);
    return item;
  };
  const fetched = name => loadData(`mista-aloitan/${name}`);
  const answer = async (known, number) => {
    const { slug, region } = known.rows[number], prefix = language === "fi" ? "" : `${language}/`;
    const here = known.languages(region).includes(language) ? prefix : "";
    let found = null; // the heading comes with its answer: whoever is sent to it has something to read
    try {
      found = FirstSteps.best(await Promise.all([...new Set([region, "kansallinen"])].map(fetched)), Number(words.pair), number, MOST);
    } catch (error) { /* said below */ }
    section.replaceChildren();
    section.hidden = false;
    const heading = element("h2", section, words.title.replace("{municipality}", known.nameOf(number, language)));
    heading.tabIndex = -1;
    if (!found) {
      element("p", section, words.failed);
      return heading.focus();
    }
    if (found.length) element("ul", section, "", "t-cards is-two").append(...found.map(row => card(known, row)));
    else element("p", section, words.none);
    const ways = element("p", section, "", "t-btns");
    button(ways, words.every, words.finder + slug);
    button(ways, words.here.replace("{municipality}", known.nameOf(number, language)), `${root}${here}kunnat/${slug}/`);
    button(ways, words.person, `${root}${here}${region}/yhteys/`, "phone", !found.length);
    elsewhere.forEach(each => { each.hidden = true; });
    heading.focus();
  };
  document.addEventListener("municipality", event => {
    event.preventDefault();
    const { known, number } = event.detail;
    history.replaceState(null, "", `?kunta=${known.rows[number].slug}`);
    answer(known, number);
  });
})();
