/** Puts a text on the clipboard; false when the browser does not let us. */
export async function copyText(text: string): Promise<boolean> {
  // An office without a certificate is served over plain HTTP, where there is no `navigator.clipboard`.
  if (!window.isSecureContext) return copyAsCommand(text);
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyAsCommand(text);
  }
}

/** What the browser's own "copy" does, with our text in place of what is selected. */
function copyAsCommand(text: string): boolean {
  let isCopied = false;
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    isCopied = true;
  };
  // Before a dialog or a menu that keeps the event to itself.
  document.addEventListener('copy', put, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', put, { capture: true });
  return isCopied;
}
