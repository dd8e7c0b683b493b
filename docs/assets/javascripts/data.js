/* The one way to the site's data: a folder edition, which has no server to ask, puts another file in place of this. */
var loadData = (function () {
  "use strict";
  const folder = document.currentScript.src.replace(/assets\/javascripts\/[^/]*$/, "data/"), asked = {};

  /* What data/<name>.json holds, asked for once. One that failed is asked for again. */
  return function (name) {
    if (!asked[name]) {
      asked[name] = fetch(folder + name + ".json").then(function (answer) {
        if (!answer.ok) throw new Error(name + ": " + answer.status);
        return answer.json();
      });
      asked[name].catch(function () { delete asked[name]; });
    }
    return asked[name];
  };
})();
