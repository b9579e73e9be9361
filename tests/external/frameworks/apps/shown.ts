/** What every app shows, and what the test may do with it. */
export interface Shown {
  view: 'full' | 'compact' | 'badge';
  asOf: string;
  detached: boolean;
  data: object;
}

declare global {
  interface Window {
    /** What is shown at first. */
    first: Shown;
    heard: string[];
    app: { show(shown: Shown): void; unmount(): void };
  }
}

export function hear(event: Event): void {
  window.heard.push(`${event.type} of ${(event.target as Element).localName}`);
}

export const place = (): HTMLElement => document.querySelector('main') as HTMLElement;
