declare module "jstat" {
  type Cdf = (x: number, ...parameters: number[]) => number;
  type Name =
    | "exponential"
    | "gamma"
    | "lognormal"
    | "weibull"
    | "triangular"
    | "uniform"
    | "poisson"
    | "negbin";
  const jstat: Readonly<Record<Name, { readonly cdf: Cdf }>>;
  export = jstat;
}
