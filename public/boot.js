// Shows the part of the page that the address names, starts the app, and puts the page back if the app cannot start or
// dies. Chromium 86 syntax.
(function () {
  "use strict";

  var script = document.currentScript;
  var root = document.documentElement;
  var ALIASES = { chart: "charts", compare: "enterprises", figure: "work" };
  var PAGES = ["", "work", "enterprises", "projects", "charts", "problems", "about", "years"];

  /* ---- the page before the app, and after it ---- */

  var still = null;
  /** What stands on the page before the app puts something there. */
  var own = [];
  var title = document.title;

  function isAppRunning() {
    return root.getAttribute("data-boot") === "started";
  }

  /** The address without its question: /work/2.2 */
  function path() {
    return decoded(location.hash.slice(1).split("?")[0] || "/");
  }

  function decoded(text) {
    try {
      return decodeURI(text);
    } catch (error) {
      return text;
    }
  }

  function showPage() {
    var first = path().split("/")[1] || "";
    var page = ALIASES[first] || first;
    root.setAttribute("data-page", PAGES.indexOf(page) < 0 ? "" : page);
  }

  /** Where the address leads, on whichever page that is. */
  function place() {
    var target = document.getElementById(path().replace(/^\/chart\//, "/charts/"));
    var page = target && target.closest(".still__page");
    if (page) root.setAttribute("data-page", page.getAttribute("data-page"));
    // Of one report alone, none is compared.
    else if (!document.getElementById("/" + root.getAttribute("data-page"))) root.setAttribute("data-page", "");
    return target;
  }

  /** Whether there is such a place within its page; it is gone to. */
  function goTo(target) {
    if (!target || target.className === "still__page") return false;
    target.scrollIntoView();
    // What came into view by that is laid out only now, and may be higher than it was taken for.
    requestAnimationFrame(function () {
      setTimeout(function () {
        target.scrollIntoView();
      });
    });
    return true;
  }

  /** Says which entry of the navigation is the present one. */
  function markEntry() {
    var here = "#/" + root.getAttribute("data-page");
    still.querySelectorAll(".nav__link").forEach(function (link) {
      if (link.getAttribute("href") === here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
  }

  function follow() {
    showPage();
    if (isAppRunning()) return;
    if (isEmbedded && still) return showAlone();
    var target = place();
    markEntry();
    if (!goTo(target)) scrollTo(0, 0);
  }

  /** All that the page holds, of which a frame shows a part. */
  var whole = null;

  /** In a frame of another page stands one thing, without what stands around it. */
  function showAlone() {
    whole = whole || Array.from(still.childNodes);
    still.replaceChildren.apply(still, whole);
    var target = place() || document.getElementById("/" + root.getAttribute("data-page"));
    if (target) still.replaceChildren(target.cloneNode(true));
    root.removeAttribute("data-embed");
  }

  showPage();
  var isEmbedded = /[?&]embed=1(&|$)/.test(location.hash);
  if (isEmbedded) {
    root.classList.add("embedded");
    // Links lead out of the frame, as they do once the app is there.
    var base = document.createElement("base");
    base.target = "_blank";
    document.head.appendChild(base);
    root.setAttribute("data-embed", "waiting");
  }
  window.addEventListener("hashchange", follow);
  // Paper says where it is from, in letters that can be typed again.
  window.addEventListener("beforeprint", function () {
    var main = document.querySelector("main");
    if (main) main.setAttribute("data-url", decoded(location.href));
  });
  document.addEventListener("DOMContentLoaded", function () {
    // What was painted before the styles were here; the masthead stands in its place.
    var first = document.getElementById("first");
    if (first) first.remove();
    still = document.getElementById("still");
    // What stands around the report is not for a frame.
    if (isEmbedded) {
      document.querySelectorAll(".skip, .reading, .years").forEach(function (part) {
        part.remove();
      });
    }
    own = Array.from(document.body.children);
    var target = null;
    if (isEmbedded) showAlone();
    else target = place();
    markEntry();
    goTo(target);
    if (root.getAttribute("data-boot") === "failed") putBack();
  });

  // Who reads already is not to be taken back to where the address leads.
  ["wheel", "touchmove", "keydown", "mousedown"].forEach(function (kind) {
    document.addEventListener(kind, function () {
      if (!isAppRunning()) root.setAttribute("data-moved", "");
    }, { passive: true });
  });

  window.addEventListener("scroll", function () {
    root.setAttribute("data-scrolled", "");
  }, { once: true, passive: true });

  function putBack() {
    var message = document.getElementById("boot-error");
    var waiting = document.getElementById("boot-waiting");
    if (waiting) waiting.hidden = true;
    if (message) message.hidden = false;
    if (!still || !still.firstElementChild) return;
    document.getElementById("boot-still").hidden = isEmbedded;
    // What else the address asks for, only the app can answer.
    document.getElementById("boot-asked").hidden = !(/[?&](?!(embed|mode|contrast|size)=)[^=&]+=/.test(location.hash) || isOtherComparison());
    if (still.isConnected) return;
    document.getElementById("boot-what").textContent = "互动功能出了问题，已经停下。";
    var y = scrollY;
    // What the app has left behind answers nobody any more.
    Array.from(document.body.children).forEach(function (child) {
      if (own.indexOf(child) < 0) child.remove();
    });
    document.body.appendChild(still);
    document.title = title;
    showPage();
    markEntry();
    if (isEmbedded) showAlone();
    scrollTo(0, y);
  }

  /** Whether the address asks for a comparison with another report than the page's, which has one. */
  function isOtherComparison() {
    var asked = /^\/years\/(.+)/.exec(path());
    var shown = still.querySelector(".years__choice [aria-current]");
    return Boolean(asked && shown) && decoded(asked[1]) !== shown.getAttribute("data-report");
  }

  var isDead = false;

  function fail(error) {
    isDead = true;
    // What is left of it would still set the title, scroll and take the focus. The glue knows how to stop it.
    if (window.stopApp) window.stopApp();
    root.setAttribute("data-boot", "failed");
    console.error(error);
    if (document.readyState !== "loading") putBack();
  }

  /** The present view as the page of another report has it: what is compared with that one is there compared with this. */
  function fromThere(link) {
    var hash = location.hash;
    var own = document.querySelector(".years [data-report][aria-current]");
    var compared = /^#\/years\/([^?]*)/.exec(hash);
    if (!own || !compared || decoded(compared[1]) !== link.getAttribute("data-report")) return hash;
    return "#/years/" + encodeURIComponent(own.getAttribute("data-report")) + hash.slice(compared[0].length);
  }

  // Handlers in the markup are forbidden by the portal's policy.
  document.addEventListener("click", function (event) {
    var target = event.target;
    if (!(target instanceof Element)) return;
    if (target.closest("#boot-error [data-reload]")) location.reload();
    // Another year opens at the same view, with the same conditions.
    var year = target.closest(".years [href*=html]");
    if (year) year.hash = fromThere(year);
    // The address is the view's; a place within the page is gone to without it.
    var main = target.closest(".skip") && document.getElementById("main");
    if (!main) return;
    event.preventDefault();
    main.scrollIntoView();
    main.focus();
  });

  // The browser would tab on from where the address led it in the page before the app, which is no longer there.
  function tabFromTop() {
    var body = document.body;
    // In a frame that nobody is in, it would take the focus from the page around.
    if (document.activeElement !== body || !document.hasFocus()) return;
    body.tabIndex = -1;
    body.focus({ preventScroll: true });
    body.blur();
    body.removeAttribute("tabindex");
  }
  new MutationObserver(function (changes, observer) {
    if (!isAppRunning()) return;
    observer.disconnect();
    // The app says so before its page stands; a focus would lay out the page that is not there yet.
    setTimeout(tabFromTop);
  }).observe(root, { attributes: true, attributeFilter: ["data-boot"] });

  // A trap passes by the app's panic hook. The first is told in the console by fail(); those of an app that is stopped
  // tell nothing.
  function onTrap(event, error) {
    if (typeof WebAssembly !== "object" || !(error instanceof WebAssembly.RuntimeError)) return;
    event.preventDefault();
    if (!isDead) fail(error);
  }
  window.addEventListener("error", function (event) {
    onTrap(event, event.error);
  });
  window.addEventListener("unhandledrejection", function (event) {
    onTrap(event, event.reason);
  });

  /* ---- the app and the pack, all on their way at once ---- */

  // load.rs takes these answers over, each once.
  var fetches = (window.packFetches = new Map());
  var PATIENCE = 30000;

  function ahead(url) {
    if (fetches.has(url)) return fetches.get(url);
    var giveUp = new AbortController();
    setTimeout(function () {
      giveUp.abort();
    }, PATIENCE);
    // Read at once: the app may come later than anybody's patience ends.
    var answer = fetch(url, { signal: giveUp.signal }).then(function (answer) {
      if (!answer.ok) return answer;
      return answer.arrayBuffer().then(function (bytes) {
        return new Response(bytes, { status: answer.status, headers: answer.headers });
      });
    });
    // Who takes it over hears of its failure; nobody else has to.
    answer.catch(function () {});
    fetches.set(url, answer);
    return answer;
  }

  // The glue's loader takes these over: an answer on its way, or where a page without a host has the chunk.
  var chunks = (window.appChunks = new Map());

  /** The chunks that the page needs besides what is always there; chunk.rs knows the same. */
  function needed() {
    var parts = path().split("/");
    var page = root.getAttribute("data-page");
    if (parts[1] === "search") return ["names", "lists", "more"];
    if (page === "") return [];
    if (page === "charts") return ["names", "charts"];
    return ["names", /^(enterprises|projects)$/.test(parts[1]) && !parts[2] ? "lists" : "pages"];
  }

  /** The app comes first: while its page's chunks are on their way, it is made ready. */
  function chunksAhead() {
    var list = JSON.parse(script.dataset.chunks || "{}");
    var turn = null;
    needed().forEach(function (chunk) {
      (list[chunk] || []).forEach(function (file) {
        if (chunks.has(file)) return;
        turn = turn || mostOf(wasm, Number(script.dataset.size));
        var answer = turn.then(function () {
          return fetch(new URL(file, document.baseURI).href);
        }).then(function (answer) {
          // Compiled on the way, off the thread that draws; what cannot be is the loader's to say.
          var isWasm = answer.ok && answer.headers.get("Content-Type") === "application/wasm";
          return isWasm && WebAssembly.compileStreaming ? WebAssembly.compileStreaming(answer) : answer;
        });
        // The loader says what is wrong with it.
        answer.catch(function () {});
        chunks.set(file, answer);
      });
    });
  }

  // What is left of the app then arrives in about the time in which the next is asked for.
  var MOST = 0.7;

  /** When most of the `size` bytes of an answer are here; at once if nobody knows how many there are. */
  function mostOf(answer, size) {
    if (!(size > 0)) return Promise.resolve();
    return answer.then(function (answer) {
      if (!answer.ok) throw new Error(String(answer.status));
      // The answer itself is compiled on its way.
      var reader = answer.clone().body.getReader();
      var left = size * MOST;
      return reader.read().then(function on(part) {
        left -= part.done ? Infinity : part.value.length;
        if (left > 0) return reader.read().then(on);
        // By the standard it is over only when the other half is, too.
        reader.cancel().catch(function () {});
      });
    });
  }

  if (typeof WebAssembly !== "object") {
    fail(new Error("no WebAssembly"));
    return;
  }
  var glue = new URL(script.dataset.glue, document.baseURI).href;
  var wasm = fetch(new URL(script.dataset.wasm, document.baseURI).href);
  // Told of below, once the glue is here to take it.
  wasm.catch(function () {});
  document.querySelectorAll("script[data-chunk]").forEach(function (element) {
    chunks.set(element.dataset.chunk, element.textContent);
  });
  chunksAhead();
  // The app needs a body to stand in.
  var ready = new Promise(function (done) {
    document.addEventListener("DOMContentLoaded", done);
  });
  Promise.all([import(glue), ready])
    .then(function (all) {
      return all[0].default({ module_or_path: wasm });
    })
    .catch(fail);

  // A page that opens from a disk can fetch nothing and has the files in it.
  document.querySelectorAll("script[data-file]").forEach(function (element) {
    var headers = { "Content-Type": "application/json" };
    fetches.set(element.dataset.file, Promise.resolve(new Response(element.textContent, { headers: headers })));
  });

  function told(name) {
    var tag = document.querySelector("meta[name=" + name + "]");
    return tag && tag.getAttribute("content");
  }

  // Of several reports each has a page of its own. On a disk each page is one already.
  var report = told("report");
  if (report && location.protocol !== "file:") {
    root.setAttribute("data-own", new URL(encodeURIComponent(report) + ".html", location.href).href);
  }
  // The index says which report it is; the page knows already.
  var folder = told("pack") || "data/";
  var shown = told("shown");
  var files = ["report", "figures"];
  // The first page shows no more of the others than how many there are.
  if (needed().length) files.push("enterprises", "projects");
  [folder + "index.json"]
    .concat(shown ? files.map(function (name) { return folder + shown + "/" + name + ".json"; }) : [])
    .forEach(function (url) {
      // In a page without a host they are here.
      if (!fetches.has(url)) ahead(url);
    });
})();
