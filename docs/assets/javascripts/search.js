// The search of a page: `ranking.js` and the parts of its index, fetched when the first question comes and not before.
//
//   await Search.ready()                           // words, names of kinds, regions: data/search/<language>.json
//   await Search.ask("search", question, options)  // the answer, whatever has to be fetched for it (see ranking.js)
//   Search.now("suggest", text, options)           // the answer from what is already here; null before the first
//   Search.from(region, town)                      // options of somebody who asks on the pages of a region and lives in a town (as in addresses)
//   Search.placeOf(town)                           // the number of a town (as in addresses) in the index; -1: no such town
//   Search.home.get(), .clear()                    // the town the reader has chosen on this device before
var Search = (() => {
  "use strict";
  const own = document.currentScript.src, root = new URL("../../", own), language = document.documentElement.lang;
  const added = new Set();
  let opening, index, about;

  const ranking = () => new Promise((done, failed) => {
    if (window.Ranking) return done();
    const script = document.createElement("script");
    script.src = new URL("ranking.js", own);
    script.onload = done;
    script.onerror = () => { script.remove(); failed(new Error("ranking.js")); };
    document.head.append(script);
  });
  const open = async () => {
    const [core, words] = await Promise.all([loadData(`search/${language}/index`), loadData(`search/${language}`), ranking()]);
    about = { ...words, municipalities: words.municipalities.split(" "), regions: Object.assign(Object.create(null), words.regions) }; // ?alue=constructor is no region
    index = Ranking.open(core);
  };
  const ready = async () => {
    opening = opening || open();
    try {
      await opening;
    } catch (error) {
      opening = undefined; // the next question tries again
      throw error;
    }
    return about;
  };
  const ask = async (how, question, options) => {
    await ready();
    let answer;
    while ((answer = index[how](question, options)).needs.length) {
      const names = answer.needs, parts = await Promise.all(names.map(name => loadData(`search/${language}/${name}`)));
      names.forEach((name, i) => added.has(name) || (added.add(name), index.add(name, parts[i])));
    }
    return answer;
  };
  const home = {
    get: () => { try { return localStorage.getItem("municipality") || ""; } catch (error) { return ""; /* closed: nobody knows */ } },
    clear: () => { try { localStorage.removeItem("municipality"); } catch (error) { /* closed: nothing was kept */ } },
  };
  const placeOf = town => about.municipalities.findIndex((slug, place) => town === (slug || Ranking.wordsIn(index.labelOf(place)).join("-")));
  return {
    ready,
    ask,
    now: (how, question, options) => (index ? index[how](question, options) : null),
    about: () => about,
    home,
    index: () => index,
    placeOf,
    from: (region, town) => {
      if (!about) return {};
      const number = town ? placeOf(town) : -1;
      return { ...(about.regions[region] ? { within: about.regions[region].within } : {}), ...(number < 0 ? {} : { home: number }) };
    },
    href: address => new URL(address, root).href,
  };
})();
