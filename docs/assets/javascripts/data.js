// Data of the site by name: loadData("search/fi/index") promises what data/search/fi/index.json holds. Nothing else fetches,
// so an edition that is opened from a folder needs another of these few lines and no more. What failed is fetched again when
// it is next asked for. Parts of one whole must be of the same build: a stored copy is used only when the host says it is new.
// data-ahead: what the page's script will ask for, fetched while the page is still being read and drawn.
var loadData = loadData || (() => {
  "use strict";
  const { src, dataset } = document.currentScript, folder = new URL("../../data/", src), asked = new Map();
  const fetched = async name => {
    const answer = await fetch(new URL(`${name}.json`, folder), { cache: "no-cache" });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  };
  const load = name => {
    if (!asked.has(name)) asked.set(name, fetched(name).catch(error => { asked.delete(name); throw error; }));
    return asked.get(name);
  };
  if (dataset.ahead) dataset.ahead.split(" ").forEach(name => load(name).catch(() => {}));
  return load;
})();
// Another page of the site as a document, by its path; its scripts do not run.
var loadPage = async path => {
  "use strict";
  const answer = await fetch(path);
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
};
