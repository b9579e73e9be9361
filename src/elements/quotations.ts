/**
 * `<blockquote class="entente-card" data-src="…">`: the form for sites that strip unknown tags. Its `data-`
 * attributes become those of the element, its content what stands in for it.
 */
const NAMES = ['entente-card', 'entente-timeline', 'entente-comments'];
const QUOTATIONS = NAMES.map((name) => `blockquote.${name}`).join();

/** Turns one into its element, in its place. An editor's text stays text. */
function upgrade(quotation: HTMLElement): void {
  const name = NAMES.find((known) => quotation.classList.contains(known));
  if (!name || quotation.isContentEditable || quotation.ownerDocument.designMode === 'on') return;
  const element = document.createElement(name);
  for (const { name: key, value } of quotation.attributes)
    if (key.startsWith('data-')) element.setAttribute(key.slice(5), value);
  for (const key of ['id', 'lang', 'dir']) {
    const value = quotation.getAttribute(key);
    if (value !== null) element.setAttribute(key, value);
  }
  element.append(...quotation.childNodes);
  quotation.replaceWith(element);
}

function upgradeAll(root: Document | Element): void {
  if (root instanceof HTMLElement && root.matches(QUOTATIONS)) upgrade(root);
  for (const quotation of root.querySelectorAll<HTMLElement>(QUOTATIONS)) upgrade(quotation);
}

/** Upgrades what is on the page, and what a site's router or a "load more" puts there later. */
export function upgradeQuotations(): void {
  upgradeAll(document);
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof Element && (node.localName === 'blockquote' || node.firstElementChild))
          upgradeAll(node);
  }).observe(document, { childList: true, subtree: true });
}
