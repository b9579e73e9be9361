/** Copies a text, or where that is forbidden selects it for the keyboard; tells whether it was copied. */
export async function copyText(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    code.focus();
    return false;
  }
}

/** Hands a file to the browser, its type and its content, without a request. */
export function saveFile(name: string, [type, content]: readonly [string, BlobPart]): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download starts in a later task and still needs the address.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Copies an address, or where that is forbidden makes it the page's own; tells whether it was copied. */
export async function copyAddress(href: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(href);
    return true;
  } catch {
    history.replaceState(history.state, '', href);
    return false;
  }
}
