/** Has the browser save a text as a file. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name.replaceAll(/[/\\]/g, "-");
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
