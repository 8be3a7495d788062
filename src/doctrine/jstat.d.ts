/** The few functions of jstat that are used here; the package has no types of its own. */
declare module "jstat" {
  interface Distribution<P extends readonly number[]> {
    /** The quantile: the value below which a share of the distribution lies. */
    readonly inv: (share: number, ...parameters: P) => number;
  }
  const jstat: {
    readonly jStat: {
      readonly gamma: Distribution<[shape: number, scale: number]>;
      readonly lognormal: Distribution<[mu: number, sigma: number]>;
      readonly normal: Distribution<[mean: number, deviation: number]>;
    };
  };
  export default jstat;
}
