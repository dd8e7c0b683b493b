// The message on a mistake takes along what its page says now: whoever reads it sees what the writer saw. Without this the
// message has the page's address alone.
(() => {
  "use strict";
  const MOST = 1900; // letters of the link: programs for mail cut longer ones
  const link = document.querySelector("a[data-message]"), from = new URLSearchParams(location.search).get("sivu");
  if (!link || !from || !/^\/(?![/\\])/.test(from)) return;

  const words = part => part.textContent.replace(/\s+/g, " ").trim();
  const all = (part, selector) => [...part.querySelectorAll(selector)];
  const told = way => {
    const address = way.querySelector('a[href^="http"]');
    return address ? address.href : words(way);
  };

  /** A line for each way to reach it and for each fact beside the text. */
  function* facts(page) {
    yield words(page.querySelector("h1"));
    yield all(page, ".t-head__meta > li").map(words).join(", ");
    for (const way of all(page, ".t-contact > li > div")) {
      yield `${words(way.querySelector("h3"))}: ${all(way, ":scope > p").map(told).join(", ")}`;
    }
    for (const name of all(page, ".t-facts > dt")) {
      const values = [];
      for (let value = name.nextElementSibling; value && value.tagName === "DD"; value = value.nextElementSibling) {
        values.push(words(value));
      }
      yield `${words(name)}: ${values.join(", ")}`;
    }
  }

  loadPage(from).then(page => {
    const add = text => {
      const longer = link.href + encodeURIComponent(text);
      if (longer.length <= MOST) link.href = longer;
    };
    add(`\r\n\r\n${link.dataset.message}`);
    for (const fact of facts(page)) if (fact) add(`\r\n${fact}`);
  }).catch(() => { /* the address is in the message already */ });
})();
