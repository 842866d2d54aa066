import type { ComponentChildren } from "preact";

interface ScrollRegionProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Something that may be wider than the page: it scrolls by itself, by keys too. */
export function ScrollRegion({ label, children }: ScrollRegionProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard (WCAG 2.1.1)
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
