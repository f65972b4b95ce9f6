/** Rules of a sheet that stand for styles of elements. */
export interface Rules {
  /** The class that has a style. */
  classOf(style: string): string;
  /** All of them; they go before what sheets say of the same elements, as a style does. */
  css(): string;
}

export function createRules(): Rules {
  const classes = new Map<string, string>();
  return {
    classOf(style) {
      const known = classes.get(style) ?? `z${classes.size.toString(36)}`;
      classes.set(style, known);
      return known;
    },
    css: () => Array.from(classes, ([style, name]) => `#root .${name}{${style}}`).join('\n'),
  };
}
