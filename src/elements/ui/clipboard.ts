/** Copies a text; false where the page or the reader forbids it. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies what an element says, or where that is forbidden selects it for the keyboard; tells whether it was copied. */
export async function copyText(code: HTMLElement): Promise<boolean> {
  if (await copied(code.textContent ?? '')) return true;
  getSelection()?.selectAllChildren(code);
  code.focus();
  return false;
}

/** Copies an address, or where that is forbidden makes it the page's own; tells whether it was copied. */
export async function copyAddress(href: string): Promise<boolean> {
  if (await copied(href)) return true;
  history.replaceState(history.state, '', href);
  return false;
}
