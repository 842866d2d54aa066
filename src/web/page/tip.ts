/** The box beside a mark that is pointed at. */
export function createTip() {
  const box = document.createElement("div");
  box.className = "tip";
  box.hidden = true;
  box.setAttribute("role", "status");
  document.body.append(box);
  const hide = () => {
    box.hidden = true;
  };
  addEventListener("scroll", hide, { passive: true });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape") hide();
  });
  return {
    hide,
    /** Shows fields and values near a point of the window; nothing for none. */
    at(x: number, y: number, value: unknown): void {
      if (value === null || value === undefined || value === "") {
        hide();
        return;
      }
      box.replaceChildren(...linesOf(value));
      box.hidden = false;
      const { width, height } = box.getBoundingClientRect();
      box.style.left = `${Math.max(4, Math.min(x + 14, innerWidth - width - 4))}px`;
      box.style.top = `${y + 18 + height > innerHeight ? Math.max(4, y - height - 12) : y + 18}px`;
    },
  };
}

export type Tip = ReturnType<typeof createTip>;

function linesOf(value: unknown): readonly HTMLElement[] {
  const fields = typeof value === "object" ? Object.entries(value as object) : [["", value]];
  return fields.map(([name, each]) => {
    const line = document.createElement("div");
    line.textContent = name === "" ? String(each) : `${name}: ${String(each)}`;
    return line;
  });
}
