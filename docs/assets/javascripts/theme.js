/* In the head, before the first paint: scripts are on, and the scheme the visitor chose (kept on this device only). */
(function (root) {
  root.className = root.className.replace("no-js", "js");
  if (/[?&](q|kohderyhma|tilanne|aihe|kanava|kieli|kunta|hinta|auki)=[^&]/.test(location.search)) root.className += " is-asking"; /* answers are to come: nothing below moves */
  try {
    var scheme = localStorage.getItem("scheme");
    if (scheme === "light" || scheme === "dark") root.setAttribute("data-scheme", scheme);
  } catch (error) { /* storage is closed: the device decides */ }
})(document.documentElement);
