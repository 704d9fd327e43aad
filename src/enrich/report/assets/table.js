// The table of all papers: search, sort and pages over the columns in the data of the page. An element <table> with 50
// rows at a time, because grids that draw rows as one scrolls can't be read by screen readers, and 100,000 rows by no
// browser. Texts of documents and services become text nodes, never markup; addresses begin with a fixed host.
"use strict";
(() => {
  const PAGE = 50;
  const PAGES = [
    ["arXiv", "https://arxiv.org/abs/", "arxiv_id"],
    ["DOI", "https://doi.org/", "doi"],
    ["Semantic Scholar", "https://www.semanticscholar.org/paper/", "s2_paper_id"],
    ["GitHub", "https://github.com/", "repository"],
  ];
  const papers = JSON.parse(document.getElementById("data").textContent).papers;
  const words = papers.title.map((title, row) =>
    [title, papers.authors[row], papers.venue[row], papers.repository[row], papers.paper_id[row]].join(" ").toLowerCase(),
  );
  const number = new Intl.NumberFormat("en");
  const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" });
  const body = document.querySelector("#all tbody");
  const heads = [...document.querySelectorAll("#all th")];
  const buttons = { first: -Infinity, back: -1, on: 1, last: Infinity };
  let rows = []; // the numbers of the papers that are found, in order
  let page = 0;
  let sorted = { column: "citation_count", down: true };

  function find() {
    const wanted = document.getElementById("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    rows = [...words.keys()].filter((row) => wanted.every((word) => words[row].includes(word)));
    document.getElementById("found").textContent = `${number.format(rows.length)} of ${number.format(words.length)} papers`;
    sort();
  }

  // Equal rows keep the order of the table; what is not known comes last either way.
  function sort() {
    const values = papers[sorted.column];
    const way = sorted.down ? -1 : 1;
    const compare = typeof values.find((value) => value !== null) === "number" ? (a, b) => a - b : collator.compare;
    rows.sort((a, b) => {
      if (values[a] === null || values[b] === null) return (values[a] === null) - (values[b] === null) || a - b;
      return way * compare(values[a], values[b]) || a - b;
    });
    for (const head of heads) {
      if (!head.dataset.column) continue;
      head.setAttribute("aria-sort", head.dataset.column !== sorted.column ? "none" : sorted.down ? "descending" : "ascending");
    }
    show(0);
  }

  function show(wanted) {
    const last = Math.max(0, Math.ceil(rows.length / PAGE) - 1);
    page = Math.min(Math.max(wanted, 0), last);
    body.replaceChildren(...rows.slice(page * PAGE, (page + 1) * PAGE).map(rowOf));
    document.getElementById("page").textContent = `page ${number.format(page + 1)} of ${number.format(last + 1)}`;
    for (const name of Object.keys(buttons)) {
      document.getElementById(name).disabled = buttons[name] < 0 ? page === 0 : page === last;
    }
  }

  function rowOf(row) {
    const line = document.createElement("tr");
    for (const head of heads) {
      const column = head.dataset.column;
      const cell = document.createElement(column === "title" ? "th" : "td");
      if (column && column !== "title") cell.dataset.name = head.textContent.trim();
      if (!column) cell.append(...linksOf(row));
      else if (typeof papers[column][row] === "number" && column !== "year") cell.textContent = number.format(papers[column][row]);
      else cell.textContent = papers[column][row] ?? "";
      if (column === "title") cell.scope = "row";
      cell.className = head.className;
      cell.dir = "auto";
      line.append(cell);
    }
    return line;
  }

  function linksOf(row) {
    return PAGES.filter(([, , column]) => papers[column][row]).flatMap(([name, base, column], place) => {
      const link = document.createElement("a");
      link.href = base + encodeURI(papers[column][row]).replace(/[?#]/g, encodeURIComponent);
      link.rel = "noreferrer noopener";
      link.textContent = name;
      return place ? [" · ", link] : [link];
    });
  }

  for (const head of heads.filter((each) => each.dataset.column)) {
    head.querySelector("button").addEventListener("click", () => {
      const column = head.dataset.column;
      sorted = { column, down: column === sorted.column ? !sorted.down : head.classList.contains("number") };
      sort();
    });
  }
  for (const [name, step] of Object.entries(buttons)) {
    document.getElementById(name).addEventListener("click", () => show(page + step));
  }
  let waiting;
  document.getElementById("search").addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(find, 150);
  });
  find();
})();
