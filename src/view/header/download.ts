/** Hands a text over as a file. It comes in pieces, since that of a large model is longer than a string can be. */
export function download(name: string, text: string[], type: string): void {
  const url = URL.createObjectURL(new Blob(text, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
