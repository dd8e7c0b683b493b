// The page of results: the question is in the address (/haku/?q=…), what fits comes from `ranking.js`.
(() => {
  const list = document.querySelector("[data-search-results]");
  const status = document.querySelector("[data-search-status]");
  const field = document.querySelector(".t-page form[role=search] input[name=q]");
  if (!list || !field) return;
  const LIMIT = 20, folder = list.dataset.index.replace("index.json", ""), parts = new Map();
  const part = name => {
    if (!parts.has(name)) {
      parts.set(name, fetch(`${folder}${name}.json`).then(answer => {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      }).catch(error => { parts.delete(name); throw error; })); // the next try fetches again
    }
    return parts.get(name);
  };
  let opened;
  const open = async () => (opened ??= Ranking.open(await part("index")));
  const added = new Set();
  const find = async question => {
    const index = await open(), options = { limit: LIMIT };
    for (let names; (names = index.needs(question, options)) && names.length;) {
      const data = await Promise.all(names.map(part));
      names.forEach((name, i) => added.has(name) || (added.add(name), index.add(name, data[i])));
    }
    return index.search(question, options);
  };
  const card = ({ title, address, summary, where }) => {
    const item = document.createElement("li");
    item.className = "t-card";
    const heading = item.appendChild(document.createElement("h3"));
    heading.className = "t-card__name";
    const link = heading.appendChild(document.createElement("a"));
    link.href = list.dataset.root + address;
    link.textContent = title;
    if (summary) item.appendChild(document.createElement("p")).textContent = summary;
    if (where) {
      const meta = item.appendChild(document.createElement("p"));
      meta.className = "t-meta";
      meta.textContent = where;
    }
    return item;
  };
  const put = (results, text) => {
    list.replaceChildren(...results.map(card));
    list.parentElement.hidden = !results.length;
    status.textContent = text;
  };
  const show = async () => {
    const question = field.value;
    if (!question.trim()) return put([], "");
    let found;
    try {
      found = await find(question);
    } catch (error) {
      return put([], status.dataset.failed);
    }
    if (question !== field.value) return; // a later letter has been typed meanwhile
    const { one, many, none } = status.dataset, { results, total } = found;
    put(results, (total ? total === 1 ? one : many : none).replace("{count}", total));
  };
  field.value = new URLSearchParams(location.search).get("q") ?? "";
  let timer;
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(show, 120); });
  field.form.addEventListener("submit", event => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(field.value)}`);
    show();
  });
  show();
})();
