// Which municipality somebody means: any case form, a Swedish or Sámi name, a village, a former municipality, a postal code.
//
//   const municipalities = Municipalities.open(JSON of data/municipalities.json)
//   municipalities.find("Ivalossa") → {exact: [{number, name}], near: [{number, name}], slip}
//     exact: what the text names; several when a name is that of two places. near: names that begin so; when slip is true,
//     names that are spelt nearly so
//     name: the village, former municipality or code that was recognised, "" when it is the municipality's own name
//
// How case endings are undone comes with the data (hooks/tno/country/spelling.py); a test holds the two to the same answers.
var Municipalities = (() => {
  "use strict";
  const LETTERS = { "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "þ": "t", "ø": "o", "æ": "ae", "ł": "l", "ß": "ss" };
  const MOST_NEAR = 6;
  const SHORTEST_SLIP = 5; // a name shorter than this may not be misspelt

  const folded = text => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "")
    .replace(/[đðŋŧþøæłß]/g, letter => LETTERS[letter]).trim().split(/\s+/).join(" ");

  // Letters to put in, take out or change to make one word of another; more than one is not counted.
  const isSlip = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let start = 0, end = 0;
    const shorter = Math.min(a.length, b.length);
    while (start < shorter && a[start] === b[start]) start++;
    while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    const left = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
    const swapped = left[0].length === 2 && left[0] === left[1][1] + left[1][0];
    return swapped || Math.max(left[0].length, left[1].length) <= 1;
  };

  // Kilometres from the middle of one municipality to that of another, as the crow flies; `centres` as in the data.
  const kilometres = (centres, one, other) => {
    const [north, east] = centres[one], [toNorth, toEast] = centres[other];
    return 1.112 * Math.hypot(toNorth - north, (toEast - east) * Math.cos((north + toNorth) * Math.PI / 36000));
  };

  const open = data => {
    const rows = data.municipalities.map(([slug, region, fi, sv, ...others]) => ({ slug, region, fi, sv, others }));
    const forms = data.forms, kinds = new RegExp(forms.kinds), first = new RegExp(forms.new);
    const stems = forms.stems.map(([old, other]) => [new RegExp(old), other]);
    const names = new Map(); // folded name → what it may mean
    const put = (text, meant) => {
      const key = folded(text);
      const known = names.get(key);
      if (!known) names.set(key, [meant]);
      else if (!known.some(each => each.number === meant.number)) known.push(meant);
    };
    rows.forEach((row, number) => [row.fi, row.sv, ...row.others].forEach(name => put(name, { number, name: "" })));
    data.villages.forEach(([name, number, former]) => put(name, { number, name, former: Boolean(former) }));

    const nominatives = text => {
      const found = [], written = text.replace(kinds, "");
      for (const word of new Set([written, written.replace(first, "uusi")])) {
        found.push(word);
        for (const ending of forms.endings) {
          const stem = word.slice(0, -ending.length);
          if (!word.endsWith(ending) || stem.length < 2) continue;
          found.push(stem);
          for (const [old, other] of stems) if (old.test(stem)) found.push(stem.replace(old, other));
        }
      }
      return found;
    };
    const named = text => names.get(nominatives(text).find(guess => names.has(guess))) || [];

    const ofCode = code => data.codes.filter(([from, to]) => from <= code && code <= to)
      .map(([, , number]) => ({ number, name: code }));

    const once = found => {
      const seen = new Set();
      return found.filter(({ number }) => !seen.has(number) && seen.add(number));
    };

    const beginning = text => {
      const found = [];
      for (const [name, meant] of names) if (name.startsWith(text)) found.push(...meant);
      return found.sort((a, b) => Boolean(a.name) - Boolean(b.name));
    };
    const misspelt = text => {
      const found = [], guesses = nominatives(text).filter(guess => guess.length >= SHORTEST_SLIP);
      for (const [name, meant] of names) {
        if (name.length >= SHORTEST_SLIP && guesses.some(guess => guess[0] === name[0] && isSlip(guess, name))) found.push(...meant);
      }
      return found;
    };

    const find = text => {
      const asked = folded(text.replace(/[,;.!?()"”]/g, " "));
      if (!asked) return { exact: [], near: [], slip: false };
      const code = asked.match(/(?:^|\D)(\d{5})(?!\d)/);
      const coded = code ? ofCode(code[1]) : [];
      if (coded.length) return { exact: once(coded), near: [], slip: false };
      const words = asked.split(" ");
      let exact = named(asked);
      for (const word of words.length > 1 ? words : []) if (!exact.length && word.length > 2) exact = named(word);
      let near = asked.length > 1 ? beginning(asked) : [];
      const slip = !exact.length && !near.length;
      if (slip) near = misspelt(asked);
      const here = new Set(exact.map(({ number }) => number));
      return { exact: once(exact), near: once(near).filter(({ number }) => !here.has(number)).slice(0, MOST_NEAR), slip };
    };

    const languages = region => (data.regions[region || "kansallinen"] || "fi").split(" ");
    const nameOf = (number, language) => (language === "sv" ? rows[number].sv : rows[number].fi);
    const numberOf = slug => rows.findIndex(row => row.slug === slug);

    return { find, languages, nameOf, numberOf, nominatives, kilometres: (one, other) => kilometres(data.centres, one, other), rows };
  };

  return { open, folded, kilometres };
})();

if (typeof document !== "undefined") (() => {
  "use strict";
  const KEPT = "municipality"; // in the storage of this device and nowhere else
  const FINDER = "palvelut/?kunta={slug}";
  const language = document.documentElement.lang || "fi";
  const storage = {
    get: () => { try { return localStorage.getItem(KEPT); } catch (error) { return null; } },
    set: slug => { try { localStorage.setItem(KEPT, slug); } catch (error) { /* closed: nothing is kept */ } },
    clear: () => { try { localStorage.removeItem(KEPT); } catch (error) { /* closed: nothing was kept */ } },
  };
  let loading;
  const load = () => (loading ??= loadData("municipalities").then(Municipalities.open).catch(error => {
    loading = undefined; // the next try fetches again
    throw error;
  }));

  // When every script of the page listens: what is asked in the address would else be answered by nobody.
  const complete = () => new Promise(done => {
    if (document.readyState === "complete") done(); else addEventListener("load", done, { once: true });
  });

  document.querySelectorAll("form[data-municipality]").forEach(form => {
    const words = form.dataset, field = form.querySelector("input"), box = form.parentElement;
    const status = box.querySelector("[role=status]"), list = box.querySelector("ul"), last = box.querySelector(".t-choose__last");
    const addressOf = (known, number) => {
      const { slug, region } = known.rows[number];
      const address = words.leadsTo || "kunnat/{slug}/", isTold = language === "fi" || known.languages(region).includes(language);
      const here = address.startsWith("kunnat/") && !isTold ? FINDER : address; // its own page is in Finnish: the finder is not
      return words.root + (language === "fi" ? "" : `${language}/`) + here.replace("{slug}", slug);
    };
    const choose = (known, number, event) => {
      storage.set(known.rows[number].slug);
      show([]);
      status.textContent = "";
      field.value = known.nameOf(number, language);
      const mine = new CustomEvent("municipality", { bubbles: true, cancelable: true, detail: { known, number } });
      if (!form.dispatchEvent(mine)) return event && event.preventDefault();
      if (!event) location.href = addressOf(known, number);
    };
    const show = (found, known) => {
      list.replaceChildren(...found.map(({ number, name, former }) => {
        const item = document.createElement("li"), link = item.appendChild(document.createElement("a"));
        link.href = addressOf(known, number);
        link.textContent = known.nameOf(number, language);
        if (name) link.appendChild(document.createElement("span")).textContent = former ? words.former.replace("{name}", name) : name;
        link.addEventListener("click", event => choose(known, number, event));
        return item;
      }));
      list.hidden = !found.length;
    };
    const say = (found, text) => {
      const unknown = /^\s*\d+\s*$/.test(text) ? words.noCode : words.none;
      const many = found.length === 1 ? words.one : words.many.replace("{count}", found.length);
      status.textContent = found.length ? many : unknown.replace("{text}", text.trim());
      status.classList.toggle("t-vh", found.length > 0); // how many is seen from the list
    };
    const suggest = async () => {
      const text = field.value;
      let known;
      try { known = await load(); } catch (error) { return; }
      if (text !== field.value) return; // another letter has been typed meanwhile
      const { exact, near } = text.trim().length > 1 ? known.find(text) : { exact: [], near: [] };
      show([...exact, ...near], known);
      if (exact.length + near.length) say([...exact, ...near], text); else status.textContent = "";
    };
    const close = () => { // the list lies over what stands below the field
      if (list.hidden) return;
      show([]);
      status.textContent = "";
    };
    addEventListener("pointerdown", event => box.contains(event.target) || close());
    box.addEventListener("focusout", event => event.relatedTarget && (box.contains(event.relatedTarget) || close()));
    box.addEventListener("keydown", event => {
      if (event.key !== "Escape" || list.hidden) return;
      field.focus();
      close();
    });
    field.addEventListener("focus", () => load().catch(() => {}));
    field.addEventListener("input", suggest);
    form.addEventListener("submit", async event => {
      event.preventDefault();
      const text = field.value;
      if (!text.trim()) return field.focus();
      let known;
      try { known = await load(); } catch (error) { status.textContent = words.failed; return; }
      const { exact, near, slip } = known.find(text);
      if (exact.length === 1) return choose(known, exact[0].number);
      if (!exact.length && near.length === 1 && !slip) return choose(known, near[0].number);
      show([...exact, ...near], known);
      say([...exact, ...near], text);
    });

    const asked = new URLSearchParams(location.search).get("kunta"), kept = storage.get();
    if (asked) Promise.all([load(), complete()]).then(([known]) => {
      const number = known.numberOf(asked);
      field.value = number < 0 ? asked : known.nameOf(number, language);
      if (number >= 0 && !words.leadsTo) choose(known, number, null);
      else if (number < 0) form.requestSubmit();
    }).catch(() => {});
    else if (kept) load().then(known => {
      const number = known.numberOf(kept);
      if (number < 0) return;
      const link = last.querySelector("a");
      link.href = addressOf(known, number);
      link.textContent = known.nameOf(number, language);
      link.addEventListener("click", event => choose(known, number, event));
      last.querySelector("button").addEventListener("click", () => {
        storage.clear();
        last.hidden = true;
        field.focus();
      });
      last.hidden = false;
    }).catch(() => {});
  });
})();
