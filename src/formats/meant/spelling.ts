/** A word without its case and what stands between its parts: `Leaky-ReLU` and `leaky_relu` are one. */
const bare = (word: string): string => word.toLowerCase().replace(/[\s_-]/g, '');

/** The name that was meant by a word, where it is spelt otherwise; the word itself where none was. */
export const spelt = (word: unknown, names: readonly string[]): unknown =>
  typeof word !== 'string' || names.includes(word)
    ? word
    : (names.find((name) => bare(name) === bare(word)) ?? word);
