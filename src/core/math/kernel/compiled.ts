/** A module that stands in the source in base64, compiled at once, which browsers allow of one as small as ours; null where there is no WebAssembly. */
export function compiled(base64: string): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  } catch {
    // A browser without vectors, or a site that frames the page under a policy without 'wasm-unsafe-eval'.
    return null;
  }
}
