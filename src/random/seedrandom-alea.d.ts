declare module "seedrandom/lib/alea.js" {
  interface Alea {
    (): number;
    /** 53 random bits in [0, 1). */
    double(): number;
    int32(): number;
  }
  export default function alea(seed: string): Alea;
}
