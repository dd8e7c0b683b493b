// Search over names and summaries: the pages on which most words of the question begin a word, endings left out.
// The issue "Finding" replaces this file; without it the page still says where to look.
(() => {
  const list = document.querySelector("[data-search-results]");
  const status = document.querySelector("[data-search-status]");
  const field = document.querySelector(".t-page form[role=search] input[name=q]");
  if (!list || !field) return;
  const plain = text => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const words = text => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const LIMIT = 60;
  let index;
  const load = () => (index ??= fetch(list.dataset.index).then(answer => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }).then(rows =>
    rows.map(([address, title, summary, kind]) => ({ address, title, summary, kind, name: words(title), rest: words(summary) }))));
  const begins = (each, word) => each.startsWith(word) || (word.length > 5 && each.startsWith(word.slice(0, -2)));
  const MOST = 1000; // a word more weighs more than any place a word is found in
  const score = (page, asked) => asked.reduce((sum, word) => {
    if (page.name.some(each => begins(each, word))) return sum + MOST + 2;
    return page.rest.some(each => begins(each, word)) ? sum + MOST + 1 : sum;
  }, 0);
  const card = page => {
    const item = document.createElement("li");
    item.className = "t-card";
    const heading = item.appendChild(document.createElement("h3"));
    heading.className = "t-card__name";
    const link = heading.appendChild(document.createElement("a"));
    link.href = list.dataset.root + page.address;
    link.textContent = page.title;
    if (page.summary) item.appendChild(document.createElement("p")).textContent = page.summary;
    const kind = item.appendChild(document.createElement("p"));
    kind.className = "t-meta";
    kind.textContent = page.kind;
    return item;
  };
  const put = (pages, text) => {
    list.replaceChildren(...pages.slice(0, LIMIT).map(card));
    list.parentElement.hidden = !pages.length;
    status.textContent = text;
  };
  const show = async () => {
    const question = field.value;
    const asked = words(question);
    if (!asked.length) return put([], "");
    let pages;
    try {
      pages = await load();
    } catch (error) {
      index = undefined; // the next try fetches again
      return put([], status.dataset.failed);
    }
    if (question !== field.value) return; // a later letter has been typed meanwhile
    const scored = pages.map(page => [score(page, asked), page]).filter(([sum]) => sum > 0).sort((a, b) => b[0] - a[0]);
    const best = scored.length ? Math.floor(scored[0][0] / MOST) : 0;
    const found = scored.filter(([sum]) => Math.floor(sum / MOST) === best);
    const { one, many, none } = status.dataset;
    put(found.map(([, page]) => page), (found.length ? found.length === 1 ? one : many : none).replace("{count}", found.length));
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
