const SCALE = 2;

/** Puts buttons under a chart that save it as a file. */
export function offerToSave(chart: HTMLElement): void {
  const tools = chart.parentElement?.querySelector<HTMLElement>(".tools");
  if (tools === null || tools === undefined) return;
  const title = chart.parentElement?.querySelector("h3")?.textContent ?? "";
  const name = chart.dataset.figure ?? "figure";
  tools.append(
    button("SVG", title, () => save(`${name}.svg`, svgFile(chart))),
    button("PNG", title, () => void savePng(`${name}.png`, chart)),
  );
  tools.hidden = false;
}

function button(words: string, title: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = words;
  made.setAttribute("aria-label", `Save as ${words}: ${title}`);
  made.addEventListener("click", act);
  return made;
}

/** The picture with its colours as they are on the page, on the page's paper. */
function svgText(chart: HTMLElement): { text: string; width: number; height: number } {
  const svg = chart.querySelector("svg")!.cloneNode(true) as SVGSVGElement;
  const width = Number(svg.getAttribute("width"));
  const height = Number(svg.getAttribute("height"));
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: "var(--paper)" })) {
    paper.setAttribute(name, value);
  }
  svg.prepend(paper);
  svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const colours = getComputedStyle(document.documentElement);
  const text = new XMLSerializer()
    .serializeToString(svg)
    .replace(/var\((--[a-z0-9-]+)\)/g, (_, name: string) => colours.getPropertyValue(name).trim());
  return { text, width, height };
}

function svgFile(chart: HTMLElement): Blob {
  return new Blob([svgText(chart).text], { type: "image/svg+xml" });
}

async function savePng(name: string, chart: HTMLElement): Promise<void> {
  const { text, width, height } = svgText(chart);
  const picture = new Image();
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SCALE;
  canvas.height = height * SCALE;
  const context = canvas.getContext("2d");
  if (context === null) return;
  context.scale(SCALE, SCALE);
  context.drawImage(picture, 0, 0, width, height);
  canvas.toBlob((blob) => {
    if (blob !== null) save(name, blob);
  }, "image/png");
}

function save(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
