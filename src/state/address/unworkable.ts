/** The sentence for where the page itself fails at something that it was asked for. */
export function unworkable(outcome: string, error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return `${outcome}, since the page could not work it out: ${message.replace(/\.?$/, '.')}`;
}
