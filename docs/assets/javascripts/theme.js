/* In the head, before the first paint: scripts are on, and the scheme the visitor chose (kept on this device only). */
(function (root) {
  root.className = root.className.replace("no-js", "js");
  try {
    var scheme = localStorage.getItem("scheme");
    if (scheme === "light" || scheme === "dark") root.setAttribute("data-scheme", scheme);
  } catch (error) { /* storage is closed: the device decides */ }
})(document.documentElement);
