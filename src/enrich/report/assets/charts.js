// Draws the charts from the data of the page. Texts of documents and services become text nodes, never markup.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const number = new Intl.NumberFormat("en");
  const PALETTE = [
    "light-dark(#2f6fb0, #6ea8e0)", "light-dark(#c4601d, #f0975c)", "light-dark(#1a7f4b, #4fc38a)", "light-dark(#a03070, #e68abc)",
    "light-dark(#6b4fa0, #b39ddb)", "light-dark(#7a6a00, #d3c04a)", "light-dark(#00808a, #45c3cd)", "light-dark(#a33333, #f08a8a)",
  ];
  const LABEL = 34; // letters of a name beside a bar

  const short = (text) => (text.length > LABEL ? `${text.slice(0, LABEL - 1)}…` : text);

  function draw(id, title, options) {
    const figure = document.getElementById(`chart-${id}`);
    if (!figure) return;
    const plot = Plot.plot({
      width: Math.max(280, Math.min(figure.clientWidth || 640, 720)),
      style: { background: "none", color: "currentColor", fontSize: "12px" },
      ...options,
    });
    const image = plot.tagName.toLowerCase() === "svg" ? plot : plot.querySelector("svg");
    image.setAttribute("role", "img");
    image.setAttribute("aria-label", title);
    for (const part of image.querySelectorAll("g[aria-label]")) part.removeAttribute("aria-label"); // it is one picture
    figure.replaceChildren(plot);
  }

  // Bars from left to right, one a name: for names that are long.
  function drawNames(id, title, rows) {
    draw(id, title, {
      height: 40 + 22 * rows.length,
      marginLeft: Math.min(230, 20 + 7 * Math.max(...rows.map((row) => short(row.label).length))),
      marginRight: 45,
      x: { label: null, grid: true, ticks: 4 },
      y: { label: null, domain: rows.map((row) => row.label), tickFormat: short },
      marks: [
        Plot.barX(rows, { y: "label", x: "papers", fill: "var(--accent)", title: (row) => `${row.label}: ${number.format(row.papers)}` }),
        Plot.text(rows, { y: "label", x: "papers", text: (row) => number.format(row.papers), textAnchor: "start", dx: 4 }),
      ],
    });
  }

  // Bars side by side in the order of the rows: for numbers.
  function drawBins(id, title, rows) {
    const every = Math.ceil(rows.length / 16);
    draw(id, title, {
      height: 240,
      marginBottom: 70,
      x: { label: null, domain: rows.map((row) => row.label), ticks: rows.filter((_, place) => place % every === 0).map((row) => row.label), tickRotate: -40 },
      y: { label: "papers", grid: true, ticks: 5 },
      marks: [
        Plot.barY(rows, { x: "label", y: "papers", fill: "var(--accent)", title: (row) => `${row.label}: ${number.format(row.papers)}` }),
        Plot.ruleY([0]),
      ],
    });
  }

  function drawHistory() {
    const figure = document.getElementById("chart-history");
    if (!figure) return;
    const rows = data.history.map((row) => ({ ...row, at: new Date(row.at) }));
    const names = [...new Set(rows.map((row) => row.name))];
    const colour = (name) => PALETTE[names.indexOf(name) % PALETTE.length];
    draw("history", "Citations of the most cited papers over time", {
      height: 280,
      marginLeft: 60,
      x: { label: null, type: "utc" },
      y: { label: "citations", grid: true, ticks: 5 },
      color: { domain: names, range: names.map(colour) },
      marks: [
        Plot.line(rows, { x: "at", y: "value", z: "name", stroke: "name", strokeWidth: 2, title: "name" }),
        Plot.dot(rows, { x: "at", y: "value", fill: "name", r: 2.5 }),
      ],
    });
    const key = document.createElement("ul");
    key.className = "key";
    for (const name of names) {
      const entry = document.createElement("li");
      const mark = document.createElement("i");
      mark.style.background = colour(name);
      entry.dir = "auto";
      entry.append(mark, name);
      key.append(entry);
    }
    figure.append(key);
  }

  function drawCharts() {
    drawNames("reasons", "Papers by the reason of their outcome", data.reasons.map((row) => ({ label: row.reason, papers: row.papers })));
    if (data.citations.length) drawBins("citations", "Papers by citations", data.citations);
    if (data.stars.length) drawBins("stars", "Papers by stars", data.stars);
    if (data.years.length) drawBins("years", "Papers by year", data.years);
    if (data.sections.length) drawNames("sections", "Papers by section", data.sections);
    drawHistory();
  }

  drawCharts();
  let resizing;
  addEventListener("resize", () => {
    clearTimeout(resizing);
    resizing = setTimeout(drawCharts, 200);
  });
})();
