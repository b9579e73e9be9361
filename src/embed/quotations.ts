/**
 * `<blockquote class="entente-card" data-src="…">`: the form for sites that strip unknown tags. Its `data-`
 * attributes become those of the element, its content what stands in for it. One whose element is not defined stays
 * the text that it is until the file that defines it has come.
 */
const NAMES = ['entente-card', 'entente-timeline', 'entente-comments'];
const QUOTATIONS = NAMES.map((name) => `blockquote.${name}`).join();

/** Turns one into its element, in its place. An editor's text stays text. */
function upgrade(quotation: HTMLElement): void {
  const name = NAMES.find((known) => quotation.classList.contains(known));
  if (
    !name ||
    !customElements.get(name) ||
    quotation.isContentEditable ||
    quotation.ownerDocument.designMode === 'on'
  )
    return;
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

function upgradeIn(root: ParentNode): void {
  for (const quotation of root.querySelectorAll<HTMLElement>(QUOTATIONS)) upgrade(quotation);
}

/** May there be a quotation in what was put in? Most of what pages put in is one element or a text. */
const isWorth = (node: Node): boolean =>
  node.nodeName === 'BLOCKQUOTE' || (node as Partial<ParentNode>).firstElementChild != null;

/** Upgrades what is on the page, and what a site's router or a "load more" puts there later. */
export function upgradeQuotations(): void {
  for (const name of NAMES) void customElements.whenDefined(name).then(() => upgradeIn(document));
  new MutationObserver((records) => {
    // One look at each place, however much is put there.
    const places = new Set<Node>();
    for (const { target, addedNodes } of records)
      if (!places.has(target) && Array.prototype.some.call(addedNodes, isWorth)) places.add(target);
    for (const place of places) upgradeIn(place as ParentNode & Node);
  }).observe(document, { childList: true, subtree: true });
}
