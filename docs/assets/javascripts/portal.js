/* Small comforts of the frame. Every page works without this file. */
(function () {
  "use strict";
  var root = document.documentElement;

  function all(selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); }

  /* Light or dark: the device's wish unless one chooses here. */
  function keepScheme(value) {
    if (value) root.setAttribute("data-scheme", value); else root.removeAttribute("data-scheme");
    try {
      if (value) localStorage.setItem("scheme", value); else localStorage.removeItem("scheme");
    } catch (error) { /* storage is closed: the choice holds for this page */ }
  }
  all(".t-scheme input").forEach(function (input) {
    input.checked = input.value === (root.getAttribute("data-scheme") || "");
    input.addEventListener("change", function () { keepScheme(input.value); });
  });

  /* The panel closes by Escape, which gives the focus back, by a press outside and when the focus leaves it. */
  var panel = document.querySelector(".t-panel");
  function closePanel(andFocus) {
    if (!panel || !panel.open) return;
    panel.open = false;
    if (andFocus) panel.querySelector("summary").focus();
  }
  document.addEventListener("click", function (event) { if (panel && !panel.contains(event.target)) closePanel(false); });
  if (panel) panel.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !panel.contains(event.relatedTarget)) closePanel(false);
  });

  /* On small screens the search button opens the header's own search as a window. */
  var find = document.querySelector("[data-search-close]");
  function searchWindow() {
    var box = document.createElement("dialog"), bar = document.createElement("form"), title = document.createElement("h2");
    var close = document.createElement("button"), form = document.querySelector(".t-header .t-search").cloneNode(true);
    box.className = "t-dialog";
    bar.method = "dialog";
    title.textContent = form.getAttribute("aria-label");
    box.setAttribute("aria-label", title.textContent);
    close.className = "t-btn t-icon";
    close.innerHTML = '<i class="t-i t-i-close"></i><span class="t-vh"></span>';
    close.lastChild.textContent = find.getAttribute("data-search-close");
    form.classList.add("is-big");
    form.querySelector("input").id = "haku-ikkuna";
    form.querySelector("label").htmlFor = "haku-ikkuna";
    bar.append(title, close);
    box.append(bar, form);
    find.after(box);
    return box;
  }
  if (find && window.HTMLDialogElement) {
    var box = searchWindow(); /* now: suggestions.js, which comes next, looks for every search field */
    find.addEventListener("click", function (event) {
      event.preventDefault();
      box.showModal();
      box.querySelector("input").focus();
    });
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") closePanel(true);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) return;
    var input = all(".t-search input").filter(function (each) { return each.offsetParent; })[0];
    if (!input && !find) return;
    event.preventDefault();
    if (input) input.focus(); else find.click();
  });

  /* Who tells of a mistake need not tell where: the link takes the page's address along, the message ends in it. */
  all('a[href$="/yhteys/#virhe"]').forEach(function (link) {
    if (link.pathname !== location.pathname) link.search = "?sivu=" + encodeURIComponent(location.pathname);
  });
  var came = document.querySelector("[data-came-from]");
  var from = came && new URLSearchParams(location.search).get("sivu");
  if (from && /^\/(?![/\\])/.test(from)) {
    came.hidden = false;
    came.querySelector("a").href = from;
    came.querySelector("a").textContent = location.origin + from;
    all("a[data-message]").forEach(function (link) { link.href += encodeURIComponent(location.origin + from); });
  }

  /* Who begins on a region's page is kept in the region (start-region.js). */
  var region = document.querySelector(".t-header").getAttribute("data-region");
  if (region !== "kansallinen") all('a[href$="/mista-aloitan/"]').forEach(function (link) { link.search = "?alue=" + region; });

  /* Whatever is asked in the address, like one's town, goes along to the page in another language. */
  all(".t-langs a[hreflang]").forEach(function (link) {
    ["pointerdown", "click"].forEach(function (kind) {
      link.addEventListener(kind, function () { if (location.search) link.search = location.search; });
    });
  });

  /* Who comes from a page in another language to one that is only in Finnish is told so, and finds the way back. */
  all(".t-help .t-langs a[data-back]").forEach(function (link) {
    var language = link.lang, home = link.href.slice(0, link.href.indexOf("/" + language + "/") + language.length + 2);
    if (document.referrer.indexOf(home) !== 0) return;
    var place = document.createElement("div"), note = document.createElement("div"), text = document.createElement("p"), back = document.createElement("a");
    place.className = "t-wrap t-came";
    place.lang = language;
    note.className = "t-note";
    back.href = document.referrer;
    back.textContent = link.getAttribute("data-link");
    text.append(link.getAttribute("data-back") + " ", back);
    note.append(text);
    place.append(note);
    document.getElementById("sisalto").prepend(place);
  });

  /* A part of a page that needs a script names it: only pages with the part load it, in the order they stand. */
  var wanted = {};
  all("[data-script]").forEach(function (part) {
    var script = document.createElement("script"), address = part.getAttribute("data-script");
    if (wanted[address]) return;
    wanted[address] = true;
    script.async = false;
    script.src = address;
    document.head.append(script);
  });

  /* Buttons that only a script can answer are in the page hidden. */
  all("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });

  /* What a link leads to is not folded. (Some browsers open it by themselves.) */
  function unfold() {
    var part = location.hash.length > 1 && document.getElementById(location.hash.slice(1)), folded = part && part.closest("details");
    if (folded && !folded.open) { folded.open = true; part.scrollIntoView(); }
  }
  addEventListener("hashchange", unfold);
  unfold();

  /* What is folded on the screen is on paper. */
  addEventListener("beforeprint", function () { all(".t-more-hours, .t-facet").forEach(function (part) { part.open = true; }); });
})();
