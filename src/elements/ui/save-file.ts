/** Hands a file to the browser without a request. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download starts in a later task and still needs the address.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
