/** A file of the source a second time, as it is in another file for a script tag. */
declare module '*/feed-loader.js?another-copy' {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- nothing else can name a file from here
  export const subscribe: (typeof import('../../src/loading/feed-loader.js'))['subscribe'];
}
