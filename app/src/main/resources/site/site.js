// Better with it, complete without it: solves the puzzle that keeps spam away when a form is sent, copies a link,
// tells that an article is read, and that a live blog has gone on.
(() => {
  "use strict";

  // SHA-256 (FIPS 180-4). The browser's own is asynchronous, and missing on pages without TLS.
  const primes = [];
  for (let n = 2; primes.length < 64; n++) {
    if (primes.every((p) => n % p !== 0)) primes.push(n);
  }
  const fraction = (x) => ((x - Math.floor(x)) * 2 ** 32) | 0;
  const start = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
  const round = primes.map((p) => fraction(Math.cbrt(p)));
  const w = new Int32Array(64);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));

  const sha256 = (bytes) => {
    const padded = new Uint8Array(((bytes.length + 72) >> 6) << 6);
    padded.set(bytes);
    padded[bytes.length] = 0x80;
    const view = new DataView(padded.buffer);
    view.setUint32(padded.length - 4, bytes.length * 8);
    const h = start.slice();
    for (let at = 0; at < padded.length; at += 64) {
      for (let i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4);
      for (let i = 16; i < 64; i++) {
        const a = w[i - 15];
        const b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (turn(a, 7) ^ turn(a, 18) ^ (a >>> 3)) + (turn(b, 17) ^ turn(b, 19) ^ (b >>> 10));
      }
      let [a, b, c, d, e, f, g, k] = h;
      for (let i = 0; i < 64; i++) {
        const one = (k + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + round[i] + w[i]) | 0;
        const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [k, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
      }
      [a, b, c, d, e, f, g, k].forEach((x, i) => (h[i] = (h[i] + x) | 0));
    }
    return h.map((x) => (x >>> 0).toString(16).padStart(8, "0")).join("");
  };

  const solve = async (challenge) => {
    const text = new TextEncoder();
    for (let number = 0; number <= challenge.maxnumber; number++) {
      if (sha256(text.encode(challenge.salt + number)) === challenge.challenge) {
        const { algorithm, salt, signature } = challenge;
        return btoa(JSON.stringify({ algorithm, challenge: challenge.challenge, number, salt, signature }));
      }
      // let the page breathe
      if (number % 2000 === 1999) await new Promise((go) => setTimeout(go));
    }
    return "";
  };

  const ask = async (query, variables) => {
    const answer = await fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    return (await answer.json()).data;
  };

  const puzzle = async () =>
    solve((await ask("{ challenge { algorithm challenge salt signature maxnumber } }")).challenge);

  document.querySelectorAll("form[data-puzzle]").forEach((form) => {
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const button = form.querySelector("button");
      if (button.disabled) return;
      button.disabled = true;
      try {
        form.elements.challenge.value = await puzzle();
      } catch {
        // without a solution the server takes a few an hour, and tells
      }
      form.submit();
      button.disabled = false;
    });
  });

  document.querySelectorAll("[data-copy]").forEach((link) => {
    link.addEventListener("click", async (event) => {
      if (!navigator.clipboard) return;
      event.preventDefault();
      await navigator.clipboard.writeText(link.href);
      link.textContent = link.dataset.done;
      document.querySelector("[data-copied]").textContent = link.dataset.done;
    });
  });

  // counted here, since whoever keeps a copy of the page shows it without asking; a page that nobody sees is not read
  const story = document.querySelector("[data-read]");
  const read = () => {
    if (!story || document.visibilityState !== "visible") return;
    document.removeEventListener("visibilitychange", read);
    const query = "mutation Read($id: ID!) { readArticle(input: { id: $id }) { counted } }";
    const said = JSON.stringify({ query, variables: { id: story.dataset.read } });
    navigator.sendBeacon("/graphql", new Blob([said], { type: "application/json" }));
  };
  document.addEventListener("visibilitychange", read);
  read();

  // a live blog is followed while somebody sees it and it is open: a stream tells of each entry, and what came while nobody
  // listened is asked for when the stream begins; the page itself stays as it is until its reader wants the new one
  const blog = document.querySelector("[data-live]");
  const follow = () => {
    const variables = { id: blog.dataset.live };
    const subscription = "subscription Live($id: ID!) { liveEntryPosted(articleId: $id) { id } }";
    const entries = "query Live($id: ID!) { article(id: $id) { liveBlog { open entries(first: 20) { nodes { id } } } } }";
    const status = blog.querySelector("[role=status]");
    const fresh = new Set();
    const shortest = 2;
    const longest = 120;
    let pause = shortest;
    let stream = null;
    let waiting = 0;

    const tell = (id) => {
      if (fresh.has(id) || document.getElementById("entry-" + id)) return;
      fresh.add(id);
      const link = document.createElement("a");
      // another address than that of the page that a cache may still have
      link.href = location.pathname + "?live=" + encodeURIComponent(id) + "#live";
      link.textContent = fresh.size === 1 ? "1 new entry" : fresh.size + " new entries";
      status.replaceChildren(link);
    };

    const stop = () => {
      clearTimeout(waiting);
      stream?.close();
      stream = null;
    };

    const catchUp = async () => {
      const now = (await ask(entries, variables)).article?.liveBlog;
      if (!now?.open) return stop();
      const known = now.entries.nodes.findIndex((entry) => document.getElementById("entry-" + entry.id));
      const missed = known < 0 ? now.entries.nodes : now.entries.nodes.slice(0, known);
      missed.reverse().forEach((entry) => tell(entry.id));
    };

    const start = () => {
      stop();
      const begun = Date.now();
      const parameters = new URLSearchParams({ query: subscription, variables: JSON.stringify(variables) });
      stream = new EventSource("/graphql?" + parameters);
      stream.addEventListener("open", () => catchUp().catch(() => {}));
      stream.addEventListener("next", (event) => {
        const entry = JSON.parse(event.data).data?.liveEntryPosted;
        if (entry) tell(entry.id);
      });
      const again = () => {
        stop();
        pause = Date.now() - begun > longest * 1000 ? shortest : Math.min(pause * 2, longest);
        // not all readers at once, after the server was away
        waiting = setTimeout(start, pause * (500 + Math.random() * 500));
      };
      stream.addEventListener("complete", again);
      stream.addEventListener("error", again);
    };

    const look = () => (document.visibilityState === "visible" ? start() : stop());
    document.addEventListener("visibilitychange", look);
    look();
  };
  // the page of earlier entries does not show where the blog has got to
  if (blog && !new URLSearchParams(location.search).has("entries")) addEventListener("load", () => setTimeout(follow));

  // what was wrong is what to look at first, once the browser has gone where the address leads
  addEventListener("load", () => setTimeout(() => document.querySelector("[aria-invalid]")?.focus()));
})();
