declare module "seedrandom/lib/alea.js" {
  interface Alea {
    (): number;
    /** 53 random bits in [0, 1). */
    double(): number;
    int32(): number;
  }
  function alea(seed: string): Alea;
  export = alea;
}
