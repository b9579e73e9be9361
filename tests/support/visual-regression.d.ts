/** The package's own types point at a file that it names otherwise. */
declare module '@web/test-runner-visual-regression' {
  /** Compares an element with its picture of this name; rejects if they differ. */
  export function visualDiff(element: Node, name: string): Promise<void>;
}
