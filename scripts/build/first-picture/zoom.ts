interface Size {
  readonly width: number;
  readonly height: number;
}

/** The scales at which a stage's picture stands in other rooms than its own, from the largest. */
const scales = Array.from({ length: 12 }, (_, i) => (16 - i) / 10);

/** Rules by which the picture of a stage is as large as the room around it lets it be; in its own, as it is. */
export function zoomRules(name: string, picture: Size, stage: Size): string {
  // In a hand it is as high as it is, and scrolls; across, it goes on.
  const isHand = name === 'narrow';
  const width = isHand ? stage.width : picture.width;
  const rules = scales.map((scale, i) => {
    const narrower = `(width < calc(${width}px * ${scale}))`;
    const lower = isHand ? '' : ` or (height < calc(${picture.height}px * ${scale}))`;
    const next = scales[i + 1] ?? scale;
    return `@container ${narrower}${lower}{[data-built=${name}] [data-picture]{zoom:${next}}}`;
  });
  return rules.join('\n');
}
