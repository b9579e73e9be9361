interface Host extends HTMLElement {
  readonly renderRoot: ParentNode;
}

/** The heading, where the focus goes when there is nothing nearer. */
export const homeOf = ({ renderRoot }: Host): HTMLElement | null =>
  renderRoot.querySelector<HTMLElement>('[data-home]');

/**
 * Does what a button says, and draws that. Where the button has gone and nothing else has the focus, what has come in
 * its place gets it; else whoever goes on by keyboard would begin at the top of the page.
 */
export async function keepFocus(button: HTMLElement, run: () => Promise<unknown>, host: Host): Promise<void> {
  const around = button.closest('[part~="comment"], .footer');
  await run();
  const { activeElement, body } = host.ownerDocument;
  if (button.isConnected || activeElement !== body) return;
  const next =
    // Of a question the answer that does no harm.
    around?.querySelector<HTMLElement>('[role="group"] button:last-of-type') ??
    around?.querySelector<HTMLElement>('[data-do="ask"], [data-do="forget"]') ??
    around?.closest<HTMLElement>('[tabindex]');
  (next?.isConnected ? next : homeOf(host))?.focus({ preventScroll: true });
}
