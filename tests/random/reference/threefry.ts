const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24];

/** Threefry-2x32 with any number of rounds, written from the paper with BigInt words; slow. With few rounds it is a bad generator. */
export function threefryByTheBook(rounds: number, k0: number, k1: number, c0: number, c1: number): number[] {
  const word = (x: bigint) => x & 0xffffffffn;
  const key = [BigInt(k0), BigInt(k1), 0x1bd11bdan ^ BigInt(k0) ^ BigInt(k1)];
  let x0 = word(BigInt(c0) + key[0]!);
  let x1 = word(BigInt(c1) + key[1]!);
  for (let round = 0; round < rounds; round += 1) {
    const by = BigInt(ROTATIONS[round % 8]!);
    x0 = word(x0 + x1);
    x1 = word((x1 << by) | (x1 >> (32n - by))) ^ x0;
    if (round % 4 === 3) {
      const step = (round + 1) / 4;
      x0 = word(x0 + key[step % 3]!);
      x1 = word(x1 + key[(step + 1) % 3]! + BigInt(step));
    }
  }
  return [Number(x0), Number(x1)];
}
