/** The least half-width by how many decimals it asks for. */
const STEPS = [3, 0.3, 0.03, 0.003] as const;

/** Decimals that show a number known to ± `halfWidth` and no more, 0 … 4: one digit of the half-width, two where it begins with 1 or 2. */
export function decimalsFor(halfWidth: number): number {
  const step = STEPS.findIndex((least) => halfWidth >= least);
  return step === -1 ? STEPS.length : step;
}

/** Decimals that show three digits of a number of which nobody knows how exact it is, 0 … 3. */
export function decimalsOf(value: number): number {
  const step = [100, 10, 1].findIndex((least) => Math.abs(value) >= least);
  return step === -1 ? 3 : step;
}

/** A finite number with so many decimals, thousands apart: `12,345.6`. */
export function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  const [whole = "", fraction] = text.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const negative = value < 0 && /[1-9]/.test(text);
  return `${negative ? "−" : ""}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}

/** A number with at most so many decimals, and none that are zeros at its end: `7.5`, `8`. */
export function brief(value: number, decimals = decimalsOf(value)): string {
  const text = fixed(value, decimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** A share as per cent: `93.4 %`. */
export function percent(share: number, decimals = 1): string {
  return `${fixed(share * 100, decimals)} %`;
}
