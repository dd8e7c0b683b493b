// What a card of a service is made of, in the results of the search and in the finder: for whom and where, how one gets in
// touch, whose it is. Nothing is said twice.
var Card = (() => {
  "use strict";
  const part = (tag, className, ...inside) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...inside.filter(Boolean));
    return made;
  };
  const link = (label, href, className = "") => {
    const made = part("a", className, label);
    made.href = href;
    return made;
  };
  const joined = (mark, pieces) => pieces.flatMap((piece, i) => (i ? [mark, piece] : [piece]));
  const line = facts => facts.length > 0 && part("p", "t-meta", ...joined(" · ", facts));
  const icon = name => part("i", `t-i t-i-${name}`);
  const fact = (name, ...said) => part("span", "", icon(name), part("span", "", ...said));
  const VISITED = ["palvelupaikka", "liikkuva-palvelu", "ryhma"]; // channels that one goes to
  // Numbers as they are told: Finland's begin with 0, short ones do not.
  const dialled = (scheme, number) => `${scheme}:${number.replace(/\s/g, "").replace(/^0/, "+358")}`;
  // For whom, behind a word that is only heard, and where: pieces with dots between.
  const facts = (whom, word, places) => {
    const people = whom && fact("group", part("span", "t-vh", `${word}: `), whom), place = places.length > 0 && fact("visit", ...joined(" · ", places));
    return (people || place) && part("p", "t-card__facts", people, place);
  };
  // One way or several, then whether somebody is there.
  const calls = (...inside) => part("p", "t-card__call", ...inside);
  // Who serves in the reader's language says so first; whose it is, unless the name says it; what else must be known.
  const whose = (name, giver, served, ...more) =>
    line([served && part("b", "", served), !name.toLowerCase().includes(giver.toLowerCase()) && giver, ...more].filter(Boolean));
  return { VISITED, part, link, joined, line, icon, fact, dialled, facts, calls, whose };
})();
