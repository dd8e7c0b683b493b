// The one ranking of the search, in browsers and QuickJS: no DOM, no fetch. What it is asked, what it answers, what the parts
// of the index hold, what each weight is: hooks/tno/search/__init__.py.
var Ranking = (() => {
  "use strict";
  const WEIGHTS = {
    level: [8, 8, 6.5, 4, 3, 1.4],
    lead: [10, 0, 4, 0, 3],
    telling: [1, 1, 1, 0.8, 0.6, 0.25],
    quality: { word: 1, joined: 1, clitic: 0.9, head: 0.9, part: 1.1, beginning: 0.6, kin: 0.6, spelling: 0.75 },
    weak: 0.45, form: 2,
    number: 0.25,
    head: 0.5,
    place: 0.55,
    aside: 0.6,
    phrase: 0.75, saying: 0.5,
    told: 0.75,
    again: 0.35,
    whole: 3,
    share: 0.2, all: 1.65,
    near: { few: 1.3, some: 1.6, many: 1, none: 0.18, everywhere: 1.15 },
    here: { few: 2.2, some: 2, many: 1, none: 0, everywhere: 0.52 },
    home: { few: 1, some: 1, many: 1, none: 0, everywhere: 0 },
    unknown: { alue: 0.3, kunta: 0.36, tapahtumat: 0.5, toimijat: 0.4, ryhmat: 0.4, sopimukset: 0.4, kaytannot: 0.4, huoneet: 0.6 },
    narrow: 0.68,
    special: 0.85,
    planned: 0.8,
    age: 0.3,
    trade: 0.25, field: 0.3,
    kind: { palvelut: 1, ammattilaisille: 1, elamantilanteet: 0.87, aiheet: 0.65, tapahtumat: 0.68, toimijat: 0.62, kunnat: 0.7, alueet: 0.7, ryhmat: 0.72,
      sopimukset: 0.75, kaytannot: 0.68, asiakirjat: 0.75, ajankohtaista: 0.72, elo: 0.6, sivut: 0.7, huoneet: 0.5, hata: 1, ended: 0.45 },
    least: 0.5,
    enough: 1.1, thin: 0.75, wide: 0.35, far: 0.2, side: 0.2, covered: 0.8, person: 0.5,
    apart: 0.3, alike: 0.75,
    passing: 0.4, stray: 0.4,
  };
  const REST = 5, LEVELS = 6, APART = 3;
  const TAIL = 0.06;
  const FOREMOST = 200;
  const MOST_SUGGESTED = 6;
  const NETWORK = ["ammattilaisille", "ryhmat", "sopimukset", "kaytannot", "asiakirjat", "elo"];
  const YEARS = /(?:^| )(\d\d)(?: ?(?:vuoti\S*|ar gam\S*|arig\S*|aring\S*|years? old|yo)|v| v(?= (?:poika|tytto|tytar|nuori|mies|nainen))|vee| (?=poika|tytto|tytar|mies|nainen))(?= |$)(?! (?:koke|tauo|tauk|sitten|tyo(?!t)|ala|ollut|olen|ilman|ura))|(?:poika|tytto|tytar|mies|nainen|olen|oon|taytin|taytan|ikaa|jag ar|i am|im|i m|aged?) (\d\d)(?! (?:vuot|ar |year|kk|kuuk|paiv|manad|month|day))/g;
  const MANY = 4;
  const LETTERS = { "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "þ": "t", "ø": "o", "æ": "ae", "ł": "l", "ß": "ss" };

  const fold = text => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/[đðŋŧþøæłß]/g, c => LETTERS[c]);
  const wordsIn = text => fold(text).match(/[\p{L}\p{N}]+/gu) || [];
  const listed = text => new Set(text ? text.split(" ") : []);

  const changed = (word, stage) => {
    for (let length = Math.min(9, word.length); length > 0; length--) {
      const rule = stage[word.slice(-length)];
      if (rule && word.length - length >= rule[1]) return word.slice(0, -length) + rule[0];
    }
    return word;
  };

  const keyMaker = forms => {
    const known = new Map(Object.entries(forms.known)), cases = forms.stages.slice(0, -1), gradation = forms.stages[cases.length];
    const made = new Map();
    return word => {
      if (known.has(word)) return known.get(word);
      if (made.has(word)) return made.get(word);
      let key = cases.reduce(changed, word), end = key.length;
      if (!known.has(key)) while (end > forms.shortest && forms.vowels.includes(key[end - 1])) end--;
      key = changed(key.slice(0, end), gradation);
      key = known.has(key) ? known.get(key) : key;
      made.set(word, key);
      return key;
    };
  };

  const distance = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= b.length; j++) {
        let cost = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
        next.push(cost);
        if (cost < least) least = cost;
      }
      if (least > most) return most + 1;
      before = row;
      row = next;
    }
    return row[b.length];
  };

  const numbersIn = text => {
    const numbers = [];
    let more = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 92) {
        more = more * 34 + code - 93;
      } else {
        numbers.push(more * 57 + code - 35);
        more = 0;
      }
    }
    return numbers;
  };
  const stepsIn = (text, size = Infinity) => {
    let at = 0;
    return numbersIn(text).map(step => (at = at + step < size ? at + step : at + step - size));
  };

  const size = pairs => {
    let sum = 0;
    for (let i = 0; i < pairs.length; i += 2) sum += pairs[i + 1] - pairs[i] + 1;
    return sum;
  };
  const overlap = (a, b) => {
    for (let i = 0; i < a.length; i += 2) for (let j = 0; j < b.length; j += 2) if (a[i] <= b[j + 1] && b[j] <= a[i + 1]) return true;
    return false;
  };

  const open = core => {
    const key = keyMaker(core.forms), stop = listed(core.forms.stop), negations = listed(core.forms.negations);
    const filler = listed(core.forms.filler), weak = new Set([...listed(core.forms.weak), ...filler]), network = listed(core.forms.network);
    const ageOf = new Map(Object.entries(core.ages).flatMap(([ages, words]) => words.split(" ").map(word => [word, ages.split("-").map(Number)])));
    const { same, after } = core.forms; // key → key that stands for it in sayings of several words
    for (const word in after) after[word] = after[word].split(" ");
    const { trades } = core.forms, doer = new RegExp(`^(?:${trades.doer})$`);
    const [change, become] = [trades.change, trades.become].map(pattern => new RegExp(`(?:^| )(?:${pattern})(?= |$)`, "g"));
    const clitics = core.forms.clitics.split(" "), parts = listed(core.parts), endings = listed(core.endings).add("");
    const firsts = core.terms.split(" "), documents = new Map(), terms = new Map(), within = new Map(), loaded = new Set();
    const kindOf = new Uint8Array(core.count), names = core.kinds.map(([kind]) => kind.split(" ")[0]);
    const flagged = flag => core.kinds.map(([kind]) => kind.split(" ").includes(flag));
    const isWide = flagged("maa"), guides = Object.entries(core.guides).map(([each, numbers]) => [each.split("-").map(Number), stepsIn(numbers)]);
    const isNarrow = flagged("rajattu"), isSpecial = flagged("erityinen"), rests = flagged("tauolla"), comes = flagged("tulossa");
    const isEnded = core.kinds.map(([kind]) => /^menneet| ohi$/.test(kind)), isPart = core.kinds.map(([kind]) => /^(palvelut (alue|kunta)|tapahtumat$)/.test(kind)), isNetwork = names.map(name => NETWORK.includes(name)), isEvent = names.map(name => name === "tapahtumat"), isPlace = names.map(name => /^(kunnat|alueet)$/.test(name));
    const readiness = knowsWhere => core.kinds.map(([kind]) => {
      const [name, reach] = kind.split(" ");
      if (name === "menneet" || reach === "ohi" || reach === "tarkistamatta") return WEIGHTS.kind.ended;
      return WEIGHTS.kind[name] * (knowsWhere ? 1 : WEIGHTS.unknown[reach || name] || 1);
    });
    core.kinds.reduce((from, [, count], kind) => (kindOf.fill(kind, from, from + count), from + count), 0);
    const stems = new Map();
    const pages = stepsIn(core.pages, core.count + 1), divisions = core.divisions.split(" "), municipalities = core.places.length - divisions.length;
    const places = core.places.map((text, number) => {
      const [label, ...others] = text.split("|"), area = number < municipalities ? [number, number] : stepsIn(divisions[number - municipalities]);
      let stem = wordsIn(label).join(" ");
      const known = own => own && !stems.has(own) && stems.set(own, number);
      if (others[0] !== "") known(stem);
      for (const other of others) known(stem = other && (other[0] <= "9" ? stem.slice(0, other[0]) + other.slice(1) : other) || stem);
      return { label, page: pages[number] - 1, area };
    });
    const sayings = new Map(); // key → [[saying, keys of the phrase], …]
    const keywords = new Map(); // key → [[documents, keys of the phrase], …]
    const leads = new Map(core.leads.map(([lead, number, title]) => [lead, { number, title, said: wordsIn(title) }]));
    const emergency = leads.get("hata");
    const lexicon = new Map(), inUse = new Set(parts);
    let areaOf, areas, ages;

    const add = (name, data) => {
      loaded.add(name);
      if (name === "areas") {
        areas = data.sets.split(" ").map(each => stepsIn(each));
        areaOf = new Uint16Array(core.count);
        const counts = numbersIn(data.counts);
        stepsIn(data.areas, areas.length).reduce((from, area, i) => (areaOf.fill(area, from, from + counts[i]), from + counts[i]), 0);
      } else if (name === "ages") {
        ages = Object.entries(data).map(([each, numbers]) => [each.split("-").map(Number), stepsIn(numbers)]);
      } else if (name[0] === "w") {
        const every = data.split(" ").map(each => {
          const text = each.slice(0, -1), word = fold(text);
          return { text, word, term: key(word), weight: Number(each.slice(-1)) };
        });
        lexicon.set(name.slice(1), every);
        every.forEach(({ term }) => inUse.add(term));
      } else if (name[0] === "t") {
        within.set(name, Object.keys(data).filter(term => data[term].slice(0, 6).some(each => each !== "")).sort());
        for (const term in data) {
          const [said] = data[term].splice(6);
          if (data[term].some(each => each !== "")) terms.set(term, data[term].map(each => (each.length === undefined ? each : stepsIn(each))));
          for (let i = 0; said && i < said.length; i += 2) {
            const isSaying = typeof said[i + 1] === "number", of = isSaying ? sayings : keywords;
            if (!of.has(term)) of.set(term, []);
            of.get(term).push([isSaying ? said[i + 1] : stepsIn(said[i + 1]), said[i].split(" ")]);
          }
        }
      } else {
        data.forEach((row, i) => {
          row[1] = row[1].replace("*", wordsIn(row[0]).join("-"));
          documents.set(Number(name.slice(1)) * core.block + i, row);
        });
      }
    };

    const fileOf = term => {
      let low = 0, high = firsts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (firsts[middle] <= term) low = middle; else high = middle - 1;
      }
      return "t" + low;
    };
    const filesFrom = beginning => {
      const first = Number(fileOf(beginning).slice(1)), last = Number(fileOf(beginning + "\uffff").slice(1));
      return last > first ? ["t" + first, "t" + (first + 1)] : ["t" + first];
    };
    const begun = (beginning, names) => names.flatMap(name => within.get(name) || []).filter(term => term.startsWith(beginning));
    const has = term => terms.has(term);
    const common = term => terms.get(term).reduce((sum, each) => sum + (typeof each === "number" ? each : each.length), 0);
    const idf = term => (terms.has(term) ? Math.log(1 + core.count / Math.max(common(term), 2)) : 0);

    const barely = word => clitics.filter(each => word.endsWith(each) && word.length - each.length > (each.length > 2 ? 2 : 3) && !(/^mi/.test(each) && has(key(word))))
      .flatMap(each => (/^(ni|si|nsa|mme|nne)$/.test(each) ? ["", "n"] : /^mi/.test(each) ? ["", "a"] : [""]).map(end => key(word.slice(0, -each.length) + end)));

    const placeAt = words => {
      const text = words.join(" ");
      for (let cut = text.length; cut >= Math.max(2, text.length - 9); cut--) {
        const number = stems.get(text.slice(0, cut));
        if (number !== undefined && endings.has(text.slice(cut))) return number;
      }
      return undefined;
    };

    const isStop = word => stop.has(word) || (/k(aan|in)$/.test(word) && stop.has(word.replace(/k(aan|in)$/, "")) && placeAt([word]) === undefined); // kellekään; but Hyvinkään
    const isPronoun = (word, before) => word in after && !after[word].includes(before); // Swedish man, but min man
    const asking = tokens => (tokens.every(token => token.stop || token.no) ? tokens : tokens.filter(token => !token.stop));

    // "Lähden" is not of Lahti.
    const otherWord = ({ begins }, number) => {
      const name = places[number].label.toLowerCase().slice(0, 3);
      return begins !== fold(begins) && begins !== name && fold(begins) === fold(name);
    };

    // "En pysty maksamaan" is not of Maksamaa: a village in a case form gives way to a word that people need.
    const saysMore = ({ word, key: own }, number) => sayings.has(own) && !stems.has(word) && !fold(places[number].label).startsWith(word.slice(0, 3));

    // [key of what they mean, tokens] of occupations that the question's words tell by their form: hitsaajasta hoitajaksi.
    const tradesIn = tokens => {
      const text = tokens.map(({ word }) => word).join(" "), isDoer = ({ word }) => doer.test(word), saidOf = ({ key: own }) => sayings.get(own) || [];
      const isKnown = token => saidOf(token).some(([saying]) => core.sayings[saying].startsWith("/ammatti"));
      const tradeIn = words => tokens.find(token => words.includes(token.word) && !token.stop && (isDoer(token) || isKnown(token)));
      const caught = pattern => [...text.matchAll(pattern)].map(([, ...groups]) => groups.map(group => tradeIn(group.split(" "))));
      const changes = caught(change).filter(some => some.every(Boolean) && some.some(isKnown));
      const learnt = changes.length ? [] : caught(become).filter(([token]) => token && has(token.key) && !saidOf(token).some(([, phrase]) => phrase.length < 2));
      return [...changes.map(some => [trades.changing, some]), ...learnt.map(some => [trades.becoming, some])];
    };

    const understand = (question, fixes = new Map(), strange = new Set()) => {
      const written = question.toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
      const tokens = wordsIn(question).map((word, i, words) => ({ word, begins: (written[i] || "").slice(0, 3), stop: isStop(word), pronoun: isPronoun(word, words[i - 1]), no: negations.has(word), place: -1 }));
      for (const token of tokens) {
        token.key = fixes.get(token.word) || key(token.word);
        token.stop = token.stop || token.pronoun;
        token.keys = token.no ? ["!"] : token.pronoun ? [] : [token.key, ...barely(token.word)];
        token.whole = token.keys.length;
        token.parts = token.no ? [] : partsOf(token.word);
        if (!token.parts.length && strange.has(token.word)) token.parts = strangePartsOf(token.word);
        token.wholes = wholesOf(token.word, token.parts);
        token.keys.push(...token.wholes, ...token.parts, ...token.keys.map(each => same[each]).filter(Boolean));
      }
      for (const [means, some] of tradesIn(tokens)) for (const token of some) Object.assign(token, { keys: [means], whole: 1, wholes: [], parts: [], isTrade: true });
      const joined = []; // a compound written apart stands in a short question
      if (tokens.length < 5) tokens.forEach((_, at) => {
        for (const run of [tokens.slice(at, at + 2), tokens.slice(at, at + 3)]) {
          if (run.length < 2 || run.some(token => token.stop || token.no)) continue;
          const whole = key(run.map(token => token.word).join(""));
          joined.push(whole);
          run.forEach(token => {
            token.keys.push(whole);
            token.isPart = token.isPart || sayings.has(whole);
          });
        }
      });
      const meant = [];
      for (let i = 0; i < tokens.length; i++) {
        for (let n = Math.min(3, tokens.length - i); n > 0; n--) {
          const number = placeAt(tokens.slice(i, i + n).map(token => token.word));
          if (number === undefined || (n === 1 && (tokens[i].stop || otherWord(tokens[i], number) || saysMore(tokens[i], number)))) continue;
          tokens.slice(i, i + n).forEach(token => { token.place = number; });
          if (!meant.includes(number)) meant.push(number);
          i += n - 1;
          break;
        }
      }
      for (const token of tokens) if (token.place >= 0) { token.keys.splice(1); token.parts = []; } // Kolari is no accident
      const isKnown = each => has(each) || sayings.has(each), asks = new Set(asking(tokens)), keys = new Set(tokens.flatMap(token => token.keys));
      const alone = new Set(joined.concat([...asks].flatMap(({ keys: own, whole, wholes, parts: inside, place, isPart }) => place >= 0 || isPart ? [] :
        [...own.slice(0, whole), ...wholes, ...([...own.slice(0, whole), ...wholes].some(isKnown) ? [] : inside.slice(0, Math.max(1, inside.length - 1)))])));
      const isNear = phrase => phrase.length < 2 || tokens.some((_, at) => {
        const seen = tokens.slice(at, at + phrase.length + APART);
        return phrase.every(part => seen.some(token => token.keys.includes(part)));
      });
      const own = new Set(tokens.flatMap(({ key: first, keys: every, parts: inside }) => every.filter(each => each === first || !inside.includes(each))));
      let said = [];
      for (const each of new Set(asking(tokens).flatMap(token => token.keys))) for (const [saying, phrase] of sayings.get(each) || []) {
        const known = phrase.length < 2 ? alone : phrase.includes("!") ? own : keys;
        if (phrase.every(part => known.has(part)) && isNear(phrase)) said.push({ saying, phrase });
      }
      said = said.filter(one => core.sayings[one.saying].startsWith("/ala") || !said.some(other =>
        other.phrase.length > one.phrase.length && one.phrase.every(part => other.phrase.includes(part) || other.phrase.includes(same[part]))));
      // An occupation beside another matter is who asks.
      const trades = said.filter(({ saying }) => core.sayings[saying].startsWith("/ammatti")), isOfTrade = part => trades.some(({ phrase }) => phrase.includes(part));
      const isOther = ({ saying, phrase }) => !phrase.every(isOfTrade) && /(^| )\/(?!kohderyhma|kieli)/.test(core.sayings[saying]); // a group is no matter
      if (trades.length && said.some(isOther)) said = said.filter(each => !trades.includes(each));
      const named = []; // keywords of several words that are asked whole
      const told = new Set(asking(tokens).flatMap(token => token.keys)); // of other words only earlier questions have brought what is known
      for (const each of told) for (const [numbers, phrase] of keywords.get(each) || []) {
        if (phrase.every(part => keys.has(part))) named.push({ numbers, phrase: phrase.filter(part => told.has(part)) });
      }
      const years = [...wordsIn(question).join(" ").matchAll(YEARS)].map(found => Number(found[1] || found[2])).map(age => [age, age]);
      const people = years.length ? years : tokens.flatMap(token => token.keys.slice(0, token.whole)).map(each => ageOf.get(each)).filter(Boolean);
      return { tokens, places: meant, said, named, people };
    };

    const unitsOf = ({ tokens, said: sayings }, typing) => {
      const telling = tokens.filter(token => !token.stop && !token.no), long = telling.filter(token => token.word.length > 1);
      const asked = long.length ? long : telling, few = asked.length < 4; // a compound written apart stands in a short question
      const units = asked.map((token, i) => {
        const unit = { word: token.word, key: token.key, keys: token.keys, optional: token.place >= 0, terms: new Map(), last: false };
        const put = (term, how, quality = WEIGHTS.quality[how]) => {
          if (!unit.terms.has(term)) unit.terms.set(term, { how, quality });
        };
        unit.isForm = Boolean(token.isTrade); // "hitsaajasta hoitajaksi" is no carer
        unit.parts = unit.isForm ? [] : partsOf(token.word);
        unit.isFiller = filler.has(token.key);
        unit.put = put;
        unit.part = WEIGHTS.form;
        if (unit.isForm) return unit;
        put(token.key, "word");
        const at = tokens.indexOf(token), next = tokens[at + 1], before = tokens[at - 1];
        if (few && next && !next.stop && !next.no) put(key(token.word + next.word), "joined");
        if (few && before && !before.stop && !before.no) put(key(before.word + token.word), "joined");
        for (const bare of barely(token.word)) put(bare, "clitic");
        for (const each of token.wholes) put(each, "part");
        unit.last = typing && i === asked.length - 1 && tokens[tokens.length - 1] === token;
        unit.part = /^\d\d?$/.test(token.word) ? WEIGHTS.number :
          token.isPart || [token.key, ...barely(token.word)].some(each => weak.has(each)) ? WEIGHTS.weak : 1; // vaimo, vaimoni
        return unit;
      });
      const said = [], needs = []; // sayings of the same words are of one need
      const typed = new Set(asked.map(token => token.key)), matters = new Map(); // saying → its phrases that were said, longest first
      for (const { saying, phrase } of [...sayings].sort((a, b) => b.phrase.length - a.phrase.length)) {
        matters.set(saying, [...(matters.get(saying) || []), phrase]);
      }
      for (const [saying, [first, ...others]] of matters) {
        const unit = { saying, phrase: [...new Set([first, ...others].flat())], optional: true, terms: new Map() };
        const strength = first.length > 1 ? WEIGHTS.phrase : WEIGHTS.saying;
        for (const term of core.sayings[saying].split(" ")) {
          const lead = term[0] === "/" ? term.slice(1) : undefined;
          if (lead === "muualla") { unit.elsewhere = first; continue; }
          if (lead === "ammatti") { unit.isTrade = true; continue; }
          if (/^ala\//.test(lead)) { unit.field = lead.slice(4); continue; }
          if (term.startsWith("/paitsi")) { unit.except = term.slice(7); continue; }
          if (term && !typed.has(term) && (lead || (matters.size < MANY && !weak.has(term)))) unit.terms.set(term, { how: "saying", quality: lead ? strength : WEIGHTS.told * strength, lead });
        }
        unit.need = needs.findIndex(need => unit.phrase.some(part => part !== "!" && need.has(part)));
        if (unit.need < 0) unit.need = needs.push(new Set()) - 1;
        unit.phrase.forEach(part => needs[unit.need].add(part));
        said.push(unit);
      }
      return [...units, ...said.sort((a, b) => a.need - b.need)];
    };

    const partsOf = (word, isUsed = part => parts.has(part), isStrange = false) => {
      let begins;
      for (let cut = word.length - 3; word.length > 7 && cut > 2; cut--) {
        const first = key(word.slice(0, cut)), rest = word.slice(cut), head = key(rest);
        if (first.length < 3 || head.length < 3 || !isUsed(first) || (rest.length < 4 && endings.has(rest)) || /^in[tn][ai]/.test(rest)) continue; // toiminta is no intti
        if (stop.has(rest)) { // nuorisopalvelut; but silmissä is no silta
          if (!/^(mi|sii|sit|taa|jos)/.test(rest)) return [first];
          continue;
        }
        if (isUsed(head)) return [first, head];
        const more = partsOf(rest, isUsed, isStrange);
        if (more.length) return [first, ...more];
        if (isStrange && cut > 5) begins = begins || first; // "työnhaku" of "työnhakuprofiili"
      }
      return begins ? [begins] : [];
    };
    // Also with words of its own letter, which the question loads; others may be here because of what was asked before.
    const strangePartsOf = word => partsOf(word, part => parts.has(part) || (part[0] === word[0] && inUse.has(part)), true);

    const wholesOf = (word, { length, 0: first, [length - 1]: last }) => (length < 3 ? [] : [...word].flatMap((_, cut) => [
      ...(key(word.slice(cut)) === last ? [key(word.slice(0, cut))] : []), ...(key(word.slice(0, cut)) === first ? [key(word.slice(cut))] : []),
    ]));

    const apart = (unit, strange) => {
      if (unit.saying !== undefined || known(unit)) return [unit];
      const every = unit.parts.length || !strange.has(unit.word) ? unit.parts : strangePartsOf(unit.word);
      if (!every.length) return [unit];
      return every.map((part, i) => {
        const how = i && i === every.length - 1 ? "head" : "part", own = new Map([[part, { how, quality: WEIGHTS.quality[how] }]]);
        return { ...unit, part: how === "head" ? WEIGHTS.head : unit.part, key: part, parts: [], terms: own, whole: unit.key, put: (term, way) => own.has(term) || own.set(term, { how: way, quality: WEIGHTS.quality[way] * 0.8 }) };
      });
    };

    const missing = names => [...new Set(names)].filter(name => !loaded.has(name));

    const known = unit => [...unit.terms.keys()].some(has);

    const spelt = unit => {
      const { word } = unit, isCompound = unit.parts.length || strangePartsOf(word).length;
      if (isCompound && word.length < 8) return [];
      const most = isCompound ? () => 1 : text => (text.length > 11 ? 2 : text.length > 4 ? 1 : 0);
      let best = [], least = 3;
      for (const each of lexicon.get(unit.key[0]) || []) {
        let away = 3;
        for (const [own, other] of [[unit.key, each.term], [word, each.word]]) {
          const limit = Math.min(most(own), least);
          if (limit) away = Math.min(away, distance(own, other, limit) <= limit ? distance(own, other, limit) : 3);
        }
        if (unit.key.length < 6 && distance(word, each.word, 2) > 2) away = 3; // karannu is no Kajana
        const { length } = each.word, end = word.slice(length); // opimtojen: "jen" is an ending of opinto
        if (away > 1 && length > 4 && end && end.length < 6 && distance(word.slice(0, length), each.word, 1) < 2 && key(each.word + end) === each.term) away = 1;
        if (away > 2 || away > least) continue;
        if (away < least) { best = []; least = away; }
        best.push({ ...each, away });
      }
      return best.sort((a, b) => b.weight - a.weight).slice(0, 3);
    };

    const kinOf = term => term.slice(0, Math.max(5, Math.ceil(term.length * 0.58)));

    const expand = unit => {
      if (unit.saying !== undefined || unit.isForm) return;
      const own = unit.key;
      if (unit.last || !known(unit)) {
        let count = 0;
        const start = unit.last ? fold(unit.word) : own;
        for (const term of begun(start, unit.last ? filesFrom(start) : [fileOf(start)])) {
          if (term !== own && count++ < 12) unit.put(term, "beginning");
        }
      }
      if (own.length > 4 && !unit.terms.has("kin")) {
        const stem = kinOf(own);
        let count = 0;
        for (const term of begun(stem, [...new Set([fileOf(stem), fileOf(own)])])) if (term.length - stem.length < 6 && count++ < 8) unit.put(term, "kin");
      }
    };

    const plan = (question, options) => {
      const understood = (...mended) => { // a place that the question names goes before the reader's own
        const meant = understand(question, ...mended);
        return meant.places.length || !(options.home >= 0) ? meant : { ...meant, places: [options.home], isHome: true };
      };
      let asked = understood();
      const untold = () => missing(asking(asked.tokens).flatMap(token => token.keys.filter(each => each !== "!").map(fileOf)));
      if (untold().length) return { wants: untold() };
      let units = unitsOf(asked, options.typing);
      const filesOf = every => every.flatMap(unit => [
        ...[...unit.terms.keys(), ...(unit.except ? [unit.except] : []), ...(unit.parts || []), ...(unit.key && unit.key.length > 4 ? [kinOf(unit.key)] : [])].map(fileOf),
        ...(unit.last ? filesFrom(fold(unit.word)) : []),
      ]);
      const beside = () => [...(asked.places.length || options.near != null || options.within ? ["areas"] : []), ...(asked.people.length ? ["ages"] : [])];
      let wants = missing([...filesOf(units), ...beside()]);
      if (wants.length) return { wants };
      const corrected = [], fixes = new Map(), strange = units.filter(unit => unit.saying === undefined && !unit.optional &&
        !known(unit) && !sayings.has(unit.key) && !unit.last && unit.word.length > 3 && !asked.said.some(({ phrase }) => phrase.some(part => unit.keys.includes(part))));
      if (strange.length) {
        const letters = missing(strange.map(unit => unit.key[0]).filter(each => core.letters.includes(each)).map(each => "w" + each));
        if (letters.length) return { wants: letters };
        for (const unit of strange) {
          unit.place = misspeltPlace(unit.word);
          unit.fixes = spelt(unit);
          if (!unit.fixes.length) continue;
          const [{ term, text }] = unit.fixes;
          fixes.set(unit.word, term);
          corrected.push([unit.word, text]);
        }
        const place = strange.map(unit => [unit, unit.place]).filter(([, number]) => number !== undefined);
        asked = understood(fixes, new Set(strange.filter(unit => !unit.fixes.length).map(unit => unit.word)));
        if (untold().length) return { wants: untold() };
        for (const [unit, number] of place) {
          if (asked.isHome) asked.places = [];
          asked.isHome = false;
          if (!asked.places.includes(number)) asked.places.push(number);
          asked.tokens.filter(token => token.word === unit.word).forEach(token => { token.place = number; });
        }
        const before = units;
        units = unitsOf(asked, options.typing);
        for (const unit of units) {
          const old = before.find(each => each.word === unit.word && each.fixes);
          for (const { term, away } of (old && old.fixes) || []) {
            unit.terms.set(term, { how: "spelling", quality: WEIGHTS.quality.spelling - 0.15 * (away - 1) });
          }
        }
        wants = missing([...filesOf(units), ...beside()]);
        if (wants.length) return { wants };
      }
      const words = new Set(strange.map(({ word }) => word));
      units = units.flatMap(unit => apart(unit, words));
      wants = missing(filesOf(units));
      if (wants.length) return { wants };
      units.forEach(expand);
      return { wants: [], asked, units, corrected };
    };

    const misspeltPlace = word => {
      if (word.length < 6) return undefined;
      for (const [stem, number] of stems) {
        if (stem[0] !== word[0] || stem.length > word.length + 1) continue;
        for (let cut = stem.length > 7 ? stem.length - 1 : word.length; cut <= Math.min(stem.length + 1, word.length); cut++) {
          if (endings.has(word.slice(cut)) && distance(stem, word.slice(0, cut), 1) <= 1) return number;
        }
      }
      return undefined;
    };

    // A row of each for every document, emptied and used again. What runs once for every hit stands in small functions of
    // rows and numbers: a browser makes those quick while somebody types the first word.
    const figures = () => new Float64Array(core.count), marks = () => new Uint8Array(core.count), spare = [];
    const worth = figures(), ways = new Uint16Array(core.count), sums = figures(), around = figures(), saying = figures(), most = figures(), scores = figures(), fits = figures();
    const reason = figures(), bestUnit = marks(), bestWay = new Uint16Array(core.count), flags = new Uint16Array(core.count), inName = marks(), against = marks();
    let spared = 0;
    const emptyRow = () => {
      if (spared === spare.length) spare.push(figures());
      return spare[spared++].fill(0);
    };

    // The way to a document: by which word (place among the unit's terms) and where that stands (level).
    const wayOf = (which, at) => which * LEVELS + at;
    const spread = (found, each, way, numbers) => {
      for (let i = 0; i < found.length; i++) {
        const number = found[i];
        if (worth[number] >= each) continue;
        if (!worth[number]) numbers.push(number);
        worth[number] = each;
        ways[number] = way;
      }
    };

    // Numbers of the documents of a unit; `worth` and `ways` tell of each.
    const hitsOf = unit => {
      const numbers = [];
      worth.fill(0);
      [...unit.terms].forEach(([term, { quality }], which) => {
        const rare = idf(term), worthOf = term[0] === "/" ? WEIGHTS.lead : WEIGHTS.level;
        (terms.get(term) || []).forEach((found, at) => {
          if (typeof found !== "number") spread(found, rare * worthOf[at] * quality, wayOf(which, at), numbers);
        });
      });
      return numbers;
    };

    const addTo = (row, numbers, rates) => {
      for (let i = 0; i < numbers.length; i++) row[numbers[i]] += worth[numbers[i]] * rates[ways[numbers[i]]];
    };
    // What several sayings of a need lead to counts by the surest of them, the others add a part.
    const addSaying = numbers => {
      for (let i = 0; i < numbers.length; i++) {
        const number = numbers[i], own = worth[number], before = saying[number];
        sums[number] += own > before ? own - before + before * WEIGHTS.again : own * WEIGHTS.again;
        if (own > before) saying[number] = own;
      }
    };
    const addTold = (told, numbers, rates, weight) => {
      for (let i = 0; i < numbers.length; i++) {
        const number = numbers[i], own = rates[ways[number]] * weight;
        if (own > told[number]) told[number] = own;
      }
    };
    const tally = (numbers, touched, bits, names) => {
      for (let i = 0; i < numbers.length; i++) {
        const number = numbers[i], own = worth[number], way = ways[number];
        if (!most[number]) touched.push(number);
        if (own > most[number]) most[number] = own;
        flags[number] |= bits[way];
        inName[number] += names[way];
      }
    };
    const giveReason = (numbers, index) => {
      for (let i = 0; i < numbers.length; i++) {
        const number = numbers[i], own = worth[number];
        if (own <= reason[number]) continue;
        reason[number] = own;
        bestUnit[number] = index;
        bestWay[number] = ways[number];
      }
    };
    const setBit = (row, numbers, bit) => {
      for (let i = 0; i < numbers.length; i++) row[numbers[i]] |= bit;
    };

    const SAID = 1, NAMED = 2, TITLED = 4, MEANT = 8, CLEAR = 16, HEARD = 32, LED = 64, ASKED = 128, HERE = 256; // in `flags`
    const OF_OTHERS = 1, OTHER_AGE = 2, EXCEPT = 4; // in `against`
    const fieldsOf = Object.entries(core.fields).map(([field, numbers]) => [field, stepsIn(numbers)]);

    const rank = ({ asked, units }, options) => {
      const required = units.filter(unit => !unit.optional), count = core.count;
      const strange = Math.log(1 + count) * 0.55; // what a word weighs that nothing tells of
      spared = 0;
      for (const unit of required) {
        const known = [...unit.terms].map(([term, { quality }]) => (quality > 0.6 ? idf(term) : 0)); // a rare relative weighs nothing for it
        unit.weight = unit.part * (Math.max(0, ...known) || strange);
        unit.told = emptyRow();
      }
      const phrases = asked.said.map(({ phrase }) => phrase);
      const isIn = (unit, phrase) => phrase.some(part => unit.keys.includes(part));
      const saysLess = unit => (unit.isFiller ? 2 : Number(unit.part === WEIGHTS.weak)), least = Math.min(...required.map(saysLess)); // beside words that say more it is no reason
      const matters = units.filter(isNeed), ofNeeds = new Map(matters.map(each => [each.need, emptyRow()]));
      for (const row of [sums, around, most, reason, saying, flags, inName, against]) row.fill(0);
      const inKeywords = new Map(); // document → keys of its keywords of several words that are asked whole
      for (const { numbers, phrase } of asked.named) for (const number of numbers) {
        if (!inKeywords.has(number)) inKeywords.set(number, new Set());
        phrase.forEach(part => inKeywords.get(number).add(part));
      }
      const touched = [];
      let need;
      units.forEach((unit, index) => {
        if (unit.need !== need) saying.fill(0);
        need = unit.need;
        const isSaying = unit.saying !== undefined;
        const share = isSaying ? required.filter(each => isIn(each, unit.phrase)) : unit.optional ? [] : [unit];
        const inPhrase = !isSaying && phrases.some(phrase => isIn(unit, phrase)), aside = phrases.length && !isSaying && !inPhrase;
        const isSaid = inPhrase && !unit.last; // what is being typed may become another word
        const factor = isSaying ? 1 : unit.optional ? WEIGHTS.place : (aside ? WEIGHTS.aside : 1) * (required.length > 1 ? unit.part : 1);
        if (isSaying) for (const [term, told] of unit.terms) if (told.lead && !isGroup(told)) for (const numbers of (terms.get(term) || []).slice(0, 3)) setBit(flags, numbers, CLEAR);
        const sides = matters.filter(matter => (isSaying ? matter === unit : isIn(unit, matter.phrase))).map(matter => ofNeeds.get(matter.need));
        const titles = isSaying ? 1 : 3, tells = isSaying || unit.optional || saysLess(unit) === least, isNamed = !isSaying && unit.optional;
        const every = [...unit.terms.values()], ofWays = every.length * LEVELS; // what a hit gives, by its way
        const bits = new Uint16Array(ofWays), names = new Uint8Array(ofWays), telling = new Float64Array(ofWays), rates = new Float64Array(ofWays);
        every.forEach((term, which) => {
          const meant = isSaying ? SAID | (/^(kohderyhma|elamantil|kieli)/.test(term.lead) ? MEANT : 0) : 0;
          const led = isSaying ? (isGroup(term) ? 0 : LED) : isSaid || unit.optional || unit.part < 1 ? 0 : ASKED;
          const isHeard = isSaying ? !isGroup(term) : !unit.optional, isClear = !isSaying && !unit.optional && unit.part === 1 && term.quality > 0.7;
          const isWhole = term.quality === 1 && (isSaying || unit.part === 1), loose = term.how === "kin" ? 0.35 : term.how === "beginning" ? 0.7 : 1;
          for (let at = 0; at < LEVELS; at++) {
            const way = wayOf(which, at);
            bits[way] = meant | led | (isNamed && at < 2 ? NAMED : 0) | (at < titles && isWhole ? TITLED : 0) | (at < REST && isHeard ? HEARD : 0) | (at < 3 && isClear ? CLEAR : 0);
            names[way] = at < 2 && term.quality > 0.8 ? share.length : 0;
            telling[way] = WEIGHTS.telling[at] * loose;
            rates[way] = factor * (isSaid && at === REST ? WEIGHTS.passing : 1);
          }
        });
        const hits = hitsOf(unit), numbers = isSaying ? hits.filter(number => !isPlace[kindOf[number]]) : hits; // Perho is no family
        for (const side of sides) addTo(side, hits, rates);
        if (isSaying) addSaying(numbers); else addTo(unit.optional ? around : sums, numbers, rates);
        tally(numbers, touched, bits, names);
        if (tells) giveReason(numbers, index);
        for (const { told, weight } of share) addTold(told, numbers, telling, weight);
      });
      for (const [number, phrase] of inKeywords) {
        if (!most[number]) continue;
        flags[number] |= CLEAR;
        for (const part of phrase) sums[number] += WEIGHTS.whole * (part === "!" ? 1 : idf(part));
        for (const each of required) if (isIn(each, [...phrase])) each.told[number] = Math.max(each.told[number], each.weight);
      }
      const here = asked.places.length ? asked.places.map(number => places[number].area).flat() : null;
      const near = nearOf(options);
      const trade = units.find(unit => unit.isTrade), isTrade = Boolean(trade) && required.every(each => each.part < 1 || isIn(each, trade.phrase));
      for (const [field, numbers] of fieldsOf) if (!units.some(unit => unit.field === field)) setBit(against, numbers, OF_OTHERS);
      if (asked.people.length) for (const [[least, most], numbers] of ages) if (!asked.people.some(([from, to]) => from <= most && least <= to)) setBit(against, numbers, OTHER_AGE);
      for (const unit of units) for (const numbers of (terms.get(unit.except) || []).slice(0, 3)) setBit(against, numbers, EXCEPT);
      const fitsAtAll = number => reason[number] > 0 || inKeywords.has(number); // others have only words that say nothing
      const found = weigh(touched.filter(fitsAtAll), required, { matters: matters.length > 0, inKeywords, isTrade });
      const nearer = here ? null : near ? nearness(near, WEIGHTS.near) : null, ready = readiness(here || near);
      for (const number of found) scores[number] = fits[number] * ready[kindOf[number]] * (nearer ? nearer[areaOf[number]] : 1);
      const entryOf = number => {
        const flag = flags[number], own = required.length > Number(isNetwork[kindOf[number]]) && inName[number] >= required.length; // one word names no paper
        const best = flag & HERE ? { how: "place", word: "" } : reason[number] ? null : { how: "word" };
        return { number, score: scores[number], fit: fits[number], sum: sums[number], named: Boolean(flag & NAMED), own, meant: Boolean(flag & MEANT), clear: Boolean(flag & CLEAR), heard: Boolean(flag & HEARD), best };
      };
      const because = number => {
        const unit = units[bestUnit[number]], [term, { how, lead }] = [...unit.terms][Math.floor(bestWay[number] / LEVELS)];
        return { term, how, lead, word: unit.word };
      };
      return { found, here, entryOf, because, ofNeeds };
    };

    // Of these numbers those that tell enough of what is required; `fits` says how well, wherever it is asked.
    const weigh = (numbers, required, { matters, inKeywords, isTrade }) => {
      const least = new Set(required.map(unit => unit.word)).size > 2 ? WEIGHTS.least / 2 : WEIGHTS.least, found = [];
      const all = required.reduce((sum, unit) => sum + unit.weight, 0), told = emptyRow();
      for (const each of required) for (let i = 0; i < numbers.length; i++) told[numbers[i]] += each.told[numbers[i]];
      for (let i = 0; i < numbers.length; i++) {
        const number = numbers[i], flag = flags[number], share = all ? told[number] / all : 1, kind = kindOf[number], isMeant = flag & MEANT;
        if (all && share < least * (flag & TITLED ? 0.7 : 1) && !(flag & SAID)) continue;
        sums[number] += sums[number] ? Math.min(around[number], sums[number]) : around[number];
        let fit = sums[number] * (WEIGHTS.share + share) ** WEIGHTS.all;
        if (isNarrow[kind] && !isMeant) fit *= WEIGHTS.narrow;
        if (isSpecial[kind] && !isMeant) fit *= WEIGHTS.special;
        if (matters && !(flag & (LED | ASKED | CLEAR)) && !inKeywords.has(number)) fit *= WEIGHTS.stray;
        if (comes[kind]) fit *= WEIGHTS.planned;
        if (isTrade && (!(flag & SAID) || isSpecial[kind] || isNarrow[kind] || isEvent[kind])) fit *= WEIGHTS.trade;
        if (against[number] & OF_OTHERS) fit *= WEIGHTS.field;
        if (against[number] & OTHER_AGE || (against[number] & EXCEPT && !isMeant)) fit *= WEIGHTS.age;
        fits[number] = fit;
        found.push(number);
      }
      return found;
    };

    const isService = ({ number }) => names[kindOf[number]] === "palvelut";
    const nearOf = ({ within, near }) => within || (near != null ? [near, near] : null);

    const nearness = (pairs, { few, some, many, none, everywhere }) => areas.map(area => {
      if (!area.length) return everywhere;
      if (!overlap(area, pairs)) return none;
      return size(area) <= 5 ? few : size(area) <= 60 ? some : many;
    });

    const closeness = share => Math.min(1, Math.max(0, (share - WEIGHTS.apart) / (WEIGHTS.alike - WEIGHTS.apart)));

    // Of thousands that a beginning fits only the best are looked at more closely, for each key that is pressed.
    const foremost = numbers => {
      if (numbers.length <= FOREMOST) return numbers;
      const row = new Float64Array(numbers.length);
      for (let i = 0; i < numbers.length; i++) row[i] = scores[numbers[i]];
      const least = row.sort()[numbers.length - FOREMOST];
      return numbers.filter(number => scores[number] >= least);
    };

    const search = (question, options = {}) => {
      const found = answer(question, options);
      if (found.total || found.needs.length || options.typing || understand(question).tokens.filter(token => !token.stop && !token.no).length !== 1) return found;
      const begun = answer(question, { ...options, typing: true, kinds: undefined, from: 0, limit: 1 });
      if (begun.needs.length) return { ...found, needs: begun.needs };
      return begun.total && begun.results[0].reason.how === "beginning" ? answer(question, { ...options, typing: true }) : found;
    };

    const answer = (question, options) => {
      const planned = plan(question, options), { limit = 10, from = 0 } = options;
      const empty = { results: [], total: 0, kinds: {}, place: null, widened: false, general: false, unfit: false, distress: false, nothing: false, corrected: [] };
      if (planned.wants.length) return { ...empty, needs: planned.wants };
      const { asked, units } = planned;
      const { found: ranked, here, entryOf, because, ofNeeds } = rank(planned, options);
      const only = Boolean(here) && !units.some(unit => !unit.optional || unit.saying !== undefined);
      const { numbers, widened, general } = here ? byPlace(ranked, here, only, options) : { numbers: ranked, widened: false, general: false };
      let found = (options.typing ? foremost(numbers) : numbers).map(entryOf);
      found.sort((a, b) => b.score - a.score || a.number - b.number);
      if (!units.some(unit => unit.terms.has("/hata")) && isElsewhere(units)) found = [];
      inTurn(found, asked);
      const isSaid = units.some(unit => unit.saying !== undefined);
      const top = found.reduce((most, { score }) => Math.max(most, score), 0);
      const isNamed = units.filter(({ optional }) => !optional).length > 1 && found.some(({ own }) => own); // all its words
      if (!only && !isSaid && !isNamed && !options.typing && top < WEIGHTS.enough * Math.log(1 + core.count)) found = [];
      if (here && (only || found.length)) for (const number of asked.places) {
        const { page, label } = places[number];
        if (page < 0 || asked.isHome) continue;
        const score = (top || 1) * (only ? 1.1 : widened ? 1.05 : 0.55);
        const known = found.find(entry => entry.number === page);
        if (known) known.score = Math.max(known.score, score);
        else found.push({ number: page, score, best: { how: "place", word: label } });
      }
      const troubled = units.filter(unit => unit.terms.has("/hata"));
      // "En jaksa" alone is distress; beside another matter help stands among the first three.
      const isFirst = ({ terms }) => terms.keys().next().value === "/hata";
      const distress = Boolean(emergency) && troubled.length > 0 && (troubled.some(isFirst) || !units.some(unit => isNeed(unit) && !troubled.some(({ need }) => need === unit.need)));
      if (distress) {
        found = found.filter(entry => entry.number !== emergency.number);
        found.push({ number: emergency.number, score: Infinity, best: { how: "saying", lead: "hata" } });
      }
      found.sort((a, b) => (a.turn || 0) - (b.turn || 0) || b.score - a.score || a.number - b.number);
      const own = found.findIndex(({ best }) => best && best.how === "place");
      if (own >= 0 && own < 3 && !only && found.slice(0, 4).filter(isService).length > 2) found.splice(3, 0, ...found.splice(own, 1)); // after three that answer
      lift(found, units);
      const starts = only || distress || options.typing || !found.length ? [] : guidesOf(found, asked, here || nearOf(options), !widened);
      shareOut(found, [...ofNeeds.values()], emergency && troubled.length && !distress ? 2 : 3);
      if (units.filter(unit => unit.saying === undefined && !unit.optional).length > 1) leadByService(found);
      const fits = found.reduce((most, { fit }) => Math.max(most, fit || 0), 0);
      if (!only) found = found.filter(({ score, fit }, at) => at < 10 || (fit || score) > fits * TAIL);
      if (!here && !nearOf(options)) found = wideFirst(found);
      if (emergency && troubled.length && !distress) {
        found = found.filter(entry => entry.number !== emergency.number);
        found.splice(2, 0, { number: emergency.number, score: found.length ? found[0].score : 1, best: { how: "saying", lead: "hata" } });
      }
      if (starts.length) found = [...starts.map(each => ({ ...each, score: found[0].score, best: { how: "general" } })), ...found.filter(({ number }) => !starts.some(each => each.number === number))];
      const among = options.kinds ? found.filter(entry => options.kinds.includes(nameOf(entry.number))) : found;
      const shown = among.slice(from, from + limit);
      const place = asked.places.length ? asked.places[0] : -1, nothing = !found.length && Boolean(asked.tokens.length);
      const page = nothing && place >= 0 ? places[place].page : -1; // where what serves the place stands
      const needs = missing([...shown.map(({ number }) => number), ...(page < 0 ? [] : [page])].map(number => "d" + Math.floor(number / core.block)));
      const kinds = {};
      for (const entry of found) {
        const kind = nameOf(entry.number);
        kinds[kind] = (kinds[kind] || 0) + 1;
      }
      const near = !here && nearOf(options), elsewhere = number => near && areas[areaOf[number]].length > 0 && !overlap(areas[areaOf[number]], near);
      if (!needs.length && !units.some(unit => unit.isTrade)) namesake(shown, question, elsewhere);
      return {
        results: needs.length ? [] : shown.map(entry => result(entry, entry.best || because(entry.number), here || near)),
        total: found.length,
        useful: found.filter(({ turn }) => !turn).length,
        folded: found.some(({ turn }) => turn === 3) ? NETWORK : [],
        kinds,
        place: place < 0 ? null : { label: places[place].label, number: place, isHome: Boolean(asked.isHome), address: page < 0 || needs.length ? "" : documents.get(page)[1] },
        widened,
        general,
        unfit: starts.length > 0,
        distress,
        nothing,
        corrected: planned.corrected,
        needs,
      };
    };

    const guidesOf = (found, { people }, pairs, isSure) => {
      const near = pairs && nearness(pairs, WEIGHTS.here), nearBy = ({ number }) => (near ? near[areaOf[number]] : Number(isWide[kindOf[number]]));
      const least = WEIGHTS.thin * (near ? 1 : 0.5) * Math.log(1 + core.count), isPage = ({ number }) => near && /^(kun|al|ai|elam)/.test(names[kindOf[number]]);
      const fits = (each, at) => !isPage(each) && ((!each.turn && (each.clear || each.own) && each.fit > least) || (near && at < 3 && each.heard && nearBy(each) > 1));
      if (isSure && found.slice(0, 4).some(fits)) return [];
      const every = guides.flatMap(([[from, to], numbers]) => numbers.map(number => ({ number, turn: 0, isOwn: to - from < 90, is: to - from > 90 || people.some(each => each[0] <= to && from <= each[1]) })));
      const [first, second] = every.filter(each => each.is && !rests[kindOf[each.number]] && nearBy(each)).sort((a, b) => b.isOwn - a.isOwn || nearBy(b) - nearBy(a));
      return [first, first && first.isOwn && second].filter(Boolean);
    };

    // What helps now, what rests, what has ended, what is the network's own; but first what has the very name asked.
    const inTurn = (found, asked) => {
      const isAsked = asked.tokens.some(token => network.has(token.key));
      const turnOf = ({ number, meant }) => {
        const kind = kindOf[number];
        return isEnded[kind] ? 2 : rests[kind] ? 1 : isNetwork[kind] && !isAsked && !meant ? 3 : 0;
      };
      for (const entry of found) entry.turn = turnOf(entry);
      const living = found.filter(({ turn }) => !turn), isNamed = living.some(each => each.own && isService(each));
      const best = Math.max(0, ...living.map(({ score }) => score));
      // What rests but fits clearly better stands after the first of what answers; papers only where they fit far better.
      const fitsBetter = entry => entry.score > best * (entry.turn === 1 || nameOf(entry.number) === NETWORK[0] ? 1.3 : 2);
      for (const entry of found) {
        if (entry.own && !isNamed) entry.turn = 0;
        if (entry.turn % 2 === 0 || !fitsBetter(entry)) continue;
        if (entry.turn === 1 && best) entry.score = best * 0.999;
        entry.turn = 0;
      }
      found.sort((a, b) => a.turn - b.turn || b.score - a.score || a.number - b.number);
    };

    // Nobody knows where the asker lives: what serves a part of the country stands after what fits as well and serves everybody.
    const wideFirst = found => {
      const living = found.filter(({ turn }) => !turn), most = every => every.reduce((best, { fit }) => Math.max(best, fit), 0);
      const isLocal = ({ number, own }) => isPart[kindOf[number]] && !own, isMeant = ({ number, meant }) => meant || !(isSpecial[kindOf[number]] || isNarrow[kindOf[number]]);
      const wide = living.filter(each => each.clear && isWide[kindOf[each.number]] && isMeant(each));
      const least = Math.max(most(wide) * WEIGHTS.wide, most(living.filter(isLocal)) * WEIGHTS.far);
      const after = living.indexOf(wide.filter(({ fit }) => fit >= least).pop()) + 1, before = living.slice(0, after);
      return [...before.filter(each => !isLocal(each)), ...before.filter(isLocal), ...living.slice(after), ...found.filter(({ turn }) => turn)];
    };

    const isGroup = ({ lead }) => /^(kohderyhma|kieli)/.test(lead);
    const isNeed = unit => unit.saying !== undefined && [...unit.terms.values()].some(term => !isGroup(term));

    const isElsewhere = units => {
      const needs = units.filter(isNeed);
      const named = part => terms.has(part) && terms.get(part).slice(0, 3).some(steps => steps.length);
      const away = units.filter(unit => unit.elsewhere && !unit.elsewhere.every(named));
      return away.length > 0 && needs.every(need => away.some(({ elsewhere }) => need.phrase.every(part => elsewhere.includes(part))));
    };

    const namesake = (shown, question, elsewhere) => {
      const asked = ` ${wordsIn(question).join(" ")} `, named = ({ number }) => ` ${wordsIn(documents.get(number)[0]).join(" ")} `;
      const fits = each => !each.turn && (elsewhere(each.number) ? named(each) === asked && asked.trim().includes(" ") : named(each).includes(asked));
      const first = shown.find(fits), ahead = each => (fits(each) && named(each) === asked ? 2 : Number(each === first));
      if (first && asked.length > 4 && shown[0].score !== Infinity) shown.sort((a, b) => ahead(b) - ahead(a));
    };

    // A saying's own page is among the first three: it leads to all that may have been meant.
    const lift = (found, units) => {
      const said = units.filter(unit => unit.saying !== undefined && !unit.terms.has("/hata"));
      const longest = Math.max(...said.map(({ phrase }) => phrase.length)), leads = said.filter(({ phrase }) => phrase.length === longest).flatMap(({ terms: own }) => [...own].filter(([, { lead }]) => lead));
      const pages = new Set(leads.flatMap(([term]) => ownPages(term)));
      if (found.slice(0, 3).some(({ number }) => pages.has(number))) return;
      const [best] = found.filter(({ number }) => pages.has(number)).sort((a, b) => b.score - a.score);
      if (best) found.splice(2, 0, ...found.splice(found.indexOf(best), 1));
    };
    // Asked with more than its name: who can be asked comes before a page of a topic or a situation.
    const leadByService = found => {
      if (!found.length || !/^(ai|elam)/.test(names[kindOf[found[0].number]])) return;
      const at = found.findIndex(entry => isService(entry) && !entry.turn && entry.heard && entry.score > found[0].score * WEIGHTS.person);
      if (at > 0 && at < 4) found.unshift(...found.splice(at, 1));
    };


    const shareOut = (found, needs, room) => {
      if (needs.length < 2 || needs.length > MANY) return;
      const services = found.filter(each => !each.turn && each.fit && isService(each)), lifted = new Set();
      for (const need of needs) {
        const worthOf = ({ number, score, sum }) => need[number] * score / sum;
        const [best] = [...services].sort((a, b) => worthOf(b) - worthOf(a));
        if (!best || best.score < services[0].score * WEIGHTS.side || found.slice(0, room).some(each => services.includes(each) && need[each.number] >= need[best.number] * WEIGHTS.covered)) continue;
        lifted.add(best);
      }
      for (const best of lifted) found.splice(found.indexOf(best), 1);
      found.splice(Math.max(1, room - lifted.size), 0, ...lifted);
    };

    const ownPages = term => (terms.get(term) || [[]])[0];

    // Where a question names a place, or its asker lives in one: `scores` by how near each serves, those that serve nobody there left out.
    const byPlace = (ranked, here, only, options) => {
      const found = only ? inPlace(ranked, here) : ranked, serves = nearness(here, WEIGHTS.here);
      const services = found.filter(number => isService({ number })), isServing = number => serves[areaOf[number]];
      const widened = services.length > 0 && !services.some(isServing);
      const general = services.length > 0 && !widened && !services.some(number => isServing(number) && size(areas[areaOf[number]]) < municipalities / 2);
      const home = nearOf(options); // "asunto Oulusta", asked in Lapland: what serves Lapland may help
      const mine = home && !overlap(here, home) ? nearness(home, WEIGHTS.home) : serves;
      const { many } = WEIGHTS.here, best = services.reduce((most, number) => (isServing(number) ? Math.max(most, fits[number]) : most), 0);
      const liftOf = number => closeness(fits[number] / best) * (isNarrow[kindOf[number]] && !(flags[number] & MEANT) ? 0.5 : 1);
      const asNear = (nearer, number) => (only || nearer <= many ? nearer : many * (nearer / many) ** liftOf(number));
      for (const number of found) {
        scores[number] *= asNear(Math.max(serves[areaOf[number]], mine[areaOf[number]]), number) || (flags[number] & NAMED ? 0.9 : widened ? 0.3 : 0);
      }
      return { numbers: found.filter(number => scores[number] > 0), widened, general };
    };

    const inPlace = (found, here) => {
      const known = new Set(found), serves = areas.map(area => (area.length && overlap(area, here) ? 1 / size(area) : 0)), more = [];
      for (let number = 0; number < core.count; number++) {
        if (!serves[areaOf[number]] || known.has(number) || names[kindOf[number]] !== "palvelut") continue;
        scores[number] = serves[areaOf[number]];
        fits[number] = sums[number] = 0;
        flags[number] = HERE;
        more.push(number);
      }
      return [...found, ...more];
    };

    const nameOf = number => {
      const name = names[kindOf[number]];
      return name === "menneet" ? "tapahtumat" : name;
    };

    const result = ({ number, score }, best, here) => {
      const [title, address, summary = "", where = "", whose = "", reach = "", hours = "", forWhom = "", spoken = "", towns = "", finnish = ""] = documents.get(number);
      const lead = best.lead && leads.get(best.lead);
      const found = lead ? lead.title : best.term ? onPage(best.term, `${title} ${summary}`) : "";
      const reason = { word: best.word || "", how: best.how, found }, kind = kindOf[number];
      const state = isEnded[kind] ? "ended" : rests[kind] ? "paused" : comes[kind] ? "planned" : "";
      const isLocal = isPart[kind], serves = Boolean(here) && areas[areaOf[number]].length > 0 && overlap(areas[areaOf[number]], here);
      return { number, title, address, summary, where, whose, reach, hours, forWhom, spoken, towns, finnish, kind: nameOf(number), state, isLocal, serves, score, reason };
    };

    const onPage = (term, text) => (text.match(/[\p{L}\p{N}]+/gu) || []).find(word => !stop.has(fold(word)) && key(fold(word)) === term) || "";

    const suggest = (text, options = {}) => {
      const words = wordsIn(text), whole = words.join(" "), last = words[words.length - 1] || "";
      const items = [], isSmall = words.length > 1 && (isStop(last) || isPronoun(last, words[words.length - 2]) || negations.has(last)); // "orkar inte" is of no integration
      if (last.length > 1 && !isSmall) {
        const put = item => items.some(each => each.text === item.text) || items.push(item);
        for (const { number, title, said } of leads.values()) {
          if (words.length > 1 ? said.join(" ").startsWith(whole) : said.some(word => word.startsWith(last))) put({ text: title, kind: nameOf(number) });
          if (items.length > 2) break;
        }
        const begun = new Set();
        stems.forEach((number, stem) => { if (stem.startsWith(whole) || stem.startsWith(last)) begun.add(number); });
        const named = new Set([...begun].filter(number => wordsIn(places[number].label)[0].startsWith(last))); // before those known by a village
        for (const number of [...begun].sort((a, b) => named.has(b) - named.has(a) || size(places[b].area) - size(places[a].area) || a - b)) {
          const { label, area } = places[number];
          if (items.length < 5) put({ text: label, kind: size(area) > 1 ? "alueet" : "kunnat" });
        }
      }
      const { results, needs = [] } = last.length > 2 ? search(text, { ...options, typing: true, limit: 5 }) : { results: [] };
      for (const { title, address, kind, where, summary: about, finnish } of results) {
        const same = items.find(item => item.text === title && item.kind === kind && (!item.address || item.where === where));
        if (!same) items.push({ text: title, address, kind, where, about, finnish });
      }
      return { items: items.slice(0, MOST_SUGGESTED), needs };
    };

    const needs = (question, options = {}) => search(question, options).needs;

    const labelOf = number => places[number].label;

    return { add, needs, search, suggest, key, understand, labelOf, wordsIn };
  };

  return { open, fold, wordsIn, stepsIn };
})();
