/** The little that the tests use of a library without types. Times are in milliseconds; null is unknown. */
declare module 'edtf' {
  export interface Constraints {
    level: number;
    seasonUncertainty?: boolean;
  }
  interface Parsed {
    readonly min: number | null;
    readonly max: number | null;
  }
  const edtf: (text: string, constraints: Constraints) => Parsed;
  export default edtf;
}
