/** What the page in an iframe tells its parent: its height in px. */
export interface HeightMessage {
  type: 'entente-height';
  height: number;
}

/** No page of ours is higher; a message may come from anybody. */
const MOST = 20_000;

const heightIn = (data: unknown): number | undefined => {
  const { type, height } = (data ?? {}) as Partial<Record<keyof HeightMessage, unknown>>;
  return type === 'entente-height' && typeof height === 'number' && height > 0 && height <= MOST
    ? Math.ceil(height)
    : undefined;
};

/**
 * Gives the pasted iframes of the page the height of what is in them. The origin says nothing, since a sandboxed
 * page has none: what counts is that the message comes out of that very frame.
 */
export function fitFrames(): void {
  addEventListener('message', ({ source, data }) => {
    const height = heightIn(data);
    if (!height) return;
    for (const frame of document.querySelectorAll<HTMLIFrameElement>('iframe.entente-frame'))
      if (frame.contentWindow === source) frame.style.height = `${height}px`;
  });
}

/** In the iframe: tells the parent the height of the page, at first and whenever it changes. */
export function tellHeight(): void {
  const { documentElement } = document;
  new ResizeObserver(() => {
    const { height } = documentElement.getBoundingClientRect();
    parent.postMessage({ type: 'entente-height', height } satisfies HeightMessage, '*');
  }).observe(documentElement);
}
