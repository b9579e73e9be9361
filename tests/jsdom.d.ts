/** The little that the tests use of a library without types. */
declare module 'jsdom' {
  export class JSDOM {
    static fragment(html: string): DocumentFragment;
    constructor(html: string, options?: { url?: string });
    window: Window & typeof globalThis;
  }
}
