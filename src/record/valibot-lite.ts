/**
 * The part of Valibot that schema.ts is written in and parse.ts walks, for the files for a script tag:
 * the build puts it in Valibot's place there, which saves about 1.6 kB brotli of every page that has a card.
 * Modules for bundlers, the JSON Schema and the types are Valibot's own; a test holds the two together.
 */
interface Fit {
  fits: (value: unknown) => boolean;
  message?: string;
}
interface Shape extends Fit {
  expects: string;
  pipe?: Fit[];
}

const shape = <T extends object>(expects: string, fits: Fit['fits'], more?: T): Shape & T =>
  ({ expects, fits, ...more }) as Shape & T;
const ofType = (type: string) => () => shape(type, (value) => typeof value === type);

export const string = ofType('string');
export const boolean = ofType('boolean');
export const literal = (one: unknown) => shape(JSON.stringify(one), (value) => value === one);
export const picklist = (words: readonly unknown[]) =>
  shape(`(${words.map((word) => JSON.stringify(word)).join(' | ')})`, (value) => words.includes(value));
export const nullable = (wrapped: Shape) =>
  shape(`(${wrapped.expects} | null)`, (value) => value === null || is(wrapped, value));
export const optional = (wrapped: Shape) => ({ type: 'optional', wrapped });
export const array = (item: Shape) => shape('Array', Array.isArray, { item });
export const strictTuple = (items: Shape[], message?: string) =>
  shape('Array', Array.isArray, { items, message });
export const object = (entries: Record<string, Shape>) => shape('Object', (value) => !!value, { entries });

export const regex = (pattern: RegExp, message: string): Fit => ({
  fits: (value) => pattern.test(value as string),
  message,
});
export const minLength = (least: number, message: string): Fit => ({
  fits: (value) => (value as unknown[]).length >= least,
  message,
});
export const pipe = (first: Shape, ...rest: Fit[]): Shape => ({ ...first, pipe: rest });

/** Does a value without parts fit, or a list have its length? Parts are the walk's business. */
export const is = ({ fits, pipe: rest = [] }: Shape, value: unknown): boolean =>
  fits(value) && rest.every((one) => one.fits(value));
