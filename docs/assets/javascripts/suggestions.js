// Suggestions under every search field: a combobox with a list of answers (WAI-ARIA practices, "editable combobox with list
// autocomplete"). The field keeps the focus; arrows move a mark in the list, Enter opens what is marked, Escape closes the
// list. Without this file a field is a form that opens the page of results.
(() => {
  "use strict";
  const LETTERS = 2, PAUSE = 120, TELL = 600; // ms: before something is fetched, before the number of suggestions is told
  const PLACES = ["kunnat", "alueet"], TERMS = ["elamantilanteet", "aiheet"];
  const { region } = (document.querySelector(".t-page") || document.body).dataset;
  const town = new URLSearchParams(location.search).get("kunta") || (document.querySelector("[data-town]") || document.body).dataset.town;
  const filled = (word, values) => word.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  const enhance = form => {
    const field = form.elements.q, list = document.createElement("ul"), status = document.createElement("p");
    const rows = [];
    let items = [], marked = -1, fetching, telling;
    list.className = "t-suggest";
    list.id = `${field.id}-ehdotukset`;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.getAttribute("aria-label"));
    status.className = "t-vh";
    status.setAttribute("role", "status");
    form.append(list, status);
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]]) {
      field.setAttribute(name, value);
    }

    const set = (element, name, value) => {
      if (element.getAttribute(name) === value) return;
      if (value === null) element.removeAttribute(name);
      else element.setAttribute(name, value);
    };
    const mark = number => {
      marked = number;
      rows.forEach((row, i) => set(row, "aria-selected", String(i === marked)));
      if (marked < 0) return field.removeAttribute("aria-activedescendant");
      field.setAttribute("aria-activedescendant", rows[marked].id);
      rows[marked].scrollIntoView({ block: "nearest" });
    };
    const close = () => {
      clearTimeout(fetching);
      clearTimeout(telling);
      list.hidden = true;
      field.setAttribute("aria-expanded", "false");
      status.textContent = "";
      mark(-1);
    };
    const newRow = () => {
      const row = document.createElement("li");
      row.id = `${list.id}-${rows.length}`;
      row.setAttribute("role", "option");
      for (const text of ["", ""]) row.appendChild(document.createElement("span")).append(text);
      return row;
    };
    // A name and below it what it is; the first says in a sentence why one might press it. Rows stay and what they say
    // changes: a browser has less to style and draw than with new rows for every key.
    const write = (row, { text, kind, where, about, finnish = "" }, number) => {
      const [name, word] = row.children, said = number === 0 && about;
      const lines = [text, ` ${said || [(Search.about().kinds[kind] || [""])[0], where].filter(Boolean).join(" · ")}`];
      [name, word].forEach((part, i) => { if (part.firstChild.data !== lines[i]) part.firstChild.data = lines[i]; });
      set(name, "lang", finnish.includes("n") ? "fi" : null);
      set(word, "lang", said && finnish.includes("s") ? "fi" : null);
      word.className = said ? "t-n is-about" : "t-n";
    };
    const show = found => {
      if (!found.length) return close();
      items = found;
      set(list, "aria-label", Search.about().words.find_suggestions);
      while (rows.length < items.length) rows.push(newRow());
      rows.forEach((row, i) => {
        if (i >= items.length) return row.remove();
        write(row, items[i], i);
        if (!row.isConnected) list.append(row);
      });
      list.hidden = false;
      set(field, "aria-expanded", "true");
      mark(-1);
      clearTimeout(telling);
      const { find_suggested_one: one, find_suggested_many: many } = Search.about().words;
      telling = setTimeout(() => { status.textContent = filled(items.length === 1 ? one : many, { count: items.length }); }, TELL);
    };
    const valueOf = (name, otherwise) => (form.elements[name] ? form.elements[name].value : otherwise);
    const options = () => Search.from(valueOf("alue", region), valueOf("kunta", town) || Search.home.get());
    const fetchMore = async text => {
      try {
        await Search.ready();
        const { items: found } = await Search.ask("suggest", text, options());
        if (field.value.trim() === text && document.activeElement === field) show(found);
      } catch (error) { /* no suggestions now: the form still opens the page of results */ }
    };
    const update = () => {
      const text = field.value.trim();
      clearTimeout(fetching);
      if (text.length < LETTERS) return close();
      const known = Search.now("suggest", text, options());
      if (known && (known.items.length || !known.needs.length)) show(known.items);
      if (!known || known.needs.length) fetching = setTimeout(fetchMore, PAUSE, text);
    };
    const choose = ({ text, address, kind }) => {
      const from = TERMS.includes(kind) ? valueOf("alue", region) : ""; // they show first what serves the region
      if (address) return location.assign(Search.href(address) + (from ? `?alue=${from}` : ""));
      field.value = PLACES.includes(kind) ? field.value.replace(/\S*$/, text) : text;
      close();
      form.requestSubmit();
    };

    field.addEventListener("input", update);
    field.addEventListener("keydown", event => {
      const open = !list.hidden, { key } = event;
      if (event.isComposing) return;
      if (key === "ArrowDown" || key === "ArrowUp") {
        event.preventDefault();
        if (!open) return update();
        const last = items.length, step = key === "ArrowDown" ? 1 : -1;
        mark(((marked + 1 + step + last + 1) % (last + 1)) - 1); // one step past either end is the field itself
      } else if (key === "Escape" && open) {
        event.preventDefault();
        event.stopPropagation();
        close();
      } else if (key === "Enter" && open && marked >= 0) {
        event.preventDefault();
        choose(items[marked]);
      }
    });
    list.addEventListener("pointerdown", event => event.preventDefault()); // the field keeps the focus
    list.addEventListener("click", event => {
      const row = event.target.closest("[role=option]");
      if (row) choose(items[rows.indexOf(row)]);
    });
    form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) close(); });
    form.addEventListener("submit", close);
    // What is of the region comes first, and a municipality's page is of those who live there.
    for (const [name, value] of [["alue", region === "kansallinen" ? "" : region], ["kunta", town]]) {
      if (!value || form.elements[name]) continue;
      form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    }
  };

  document.querySelectorAll("form[role=search]").forEach(form => { if (form.elements.q) enhance(form); });
})();
