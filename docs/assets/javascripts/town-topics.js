/* The finder of a language in which not every municipality has a page: when nothing but a town is chosen, topics come first.
   A topic presses its box in the finder, which narrows the list and keeps the address. Without scripts topics are links. */
(function () {
  "use strict";
  const page = document.querySelector("[data-finder]"), topics = document.querySelector("[data-topics]");
  const links = Array.from(topics.querySelectorAll("a")), themes = Array.from(topics.querySelectorAll("details"));
  const topicOf = new Map(links.map(link => [link, { slug: link.pathname.split("/").slice(-2)[0], words: link.textContent }]));
  let boxes = null;

  topics.hidden = true;
  topics.classList.remove("t-unscripted");
  links.forEach(link => { link.appendChild(document.createElement("span")).className = "t-n"; });

  /* The boxes of topics by their words: they are made once, and go to the sheet and back. */
  function found() {
    return new Map(Array.from(page.querySelectorAll("input[name=aihe]"), input => [input.nextElementSibling.textContent, input]));
  }

  function paint() {
    const chosen = Array.from(page.querySelectorAll(".t-facets input:checked"), input => input.name);
    topics.hidden = !chosen.length || chosen.some(name => name !== "kunta");
    if (topics.hidden) return;
    const address = new URLSearchParams(location.search);
    boxes = boxes || found();
    links.forEach(link => {
      const { slug, words } = topicOf.get(link), input = boxes.get(words), count = input && parseInt(input.parentElement.lastElementChild.textContent, 10);
      link.closest("li").hidden = !count;
      if (!count) return;
      link.lastElementChild.textContent = count;
      address.set("aihe", slug);
      link.href = `?${address}`;
    });
    themes.forEach(theme => { theme.hidden = !theme.querySelector("li:not([hidden])"); });
  }

  topics.addEventListener("click", event => {
    const link = event.target.closest("a"), input = link && boxes && boxes.get(topicOf.get(link).words);
    if (!input || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    input.click();
    const status = page.querySelector(".t-status");
    status.focus();
    status.scrollIntoView({ block: "center" });
  });

  function begin() {
    new MutationObserver(paint).observe(page.querySelector(".t-chips"), { childList: true });
    paint();
  }
  if (page.dataset.finder === "ready") begin();
  else new MutationObserver((_, observer) => {
    if (page.dataset.finder !== "ready") return;
    observer.disconnect();
    begin();
  }).observe(page, { attributeFilter: ["data-finder"] });
})();
