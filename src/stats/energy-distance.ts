/** How far one sample is from others. */
export interface EnergyDistance {
  /** 2 E|X − Y| − E|X − X′| − E|Y − Y′|, in the unit of the values; 0 exactly if both have the same law. */
  readonly distance: number;
  /** The same in parts of 2 E|X − Y|: 0 … 1; 0 where all values are one. */
  readonly coefficient: number;
}

/**
 * Energy distance of each of several samples, in any order, from all the others taken together; each sample's law is taken for the law it
 * comes from. Where all are of one law, any of them is as likely as any other to have the greatest. O(samples × values). NaN where a
 * sample or all others are empty. Throws RangeError on a value that is not finite.
 *
 * In one dimension 2 E|X − Y| − E|X − X′| − E|Y − Y′| = 2 ∫ (F − G)² and E|X − Y| = ∫ F (1 − G) + G (1 − F).
 * Székely & Rizzo, J Stat Plan Inference 2013;143:1249–1272; the coefficient is their coefficient of inhomogeneity.
 */
export function energyAmong(samples: readonly ArrayLike<number>[]): readonly EnergyDistance[] {
  const total = samples.reduce((sum, { length }) => sum + length, 0);
  const values = new Float64Array(total);
  const owners = new Int32Array(total);
  let filled = 0;
  samples.forEach((sample, owner) => {
    for (let i = 0; i < sample.length; i += 1) {
      if (!Number.isFinite(sample[i])) throw new RangeError(`a value must be finite, got ${sample[i]}`);
      values[filled] = sample[i]!;
      owners[filled++] = owner;
    }
  });
  const order = new Uint32Array(total).map((_, i) => i).sort((x, y) => values[x]! - values[y]!);
  return samples.map(({ length }, own) => {
    const others = total - length;
    if (length === 0 || others === 0) return { distance: Number.NaN, coefficient: Number.NaN };
    let [apart, between, inside] = [0, 0, 0];
    for (let place = 0; place < total; place += 1) {
      const at = order[place]!;
      const width = place === 0 ? 0 : values[at]! - values[order[place - 1]!]!;
      if (width > 0) {
        const [f, g] = [inside / length, (place - inside) / others];
        apart += width * (f - g) * (f - g);
        between += width * (f * (1 - g) + g * (1 - f));
      }
      if (owners[at] === own) inside += 1;
    }
    return { distance: 2 * apart, coefficient: between > 0 ? apart / between : 0 };
  });
}
