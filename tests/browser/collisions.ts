import type { Page } from '@playwright/test';

/** Texts of the stage that lie over each other, and lines of reads that run through texts or over tensors that they do not join. */
export const collisions = (page: Page) =>
  page.evaluate(() => {
    const picture = document.querySelector('[data-picture]')!;
    const shrunk = ({ left, top, right, bottom }: DOMRect, by: number) => ({
      left: left + by,
      top: top + by,
      right: right - by,
      bottom: bottom - by,
    });
    const texts = Array.from(
      picture.querySelectorAll(
        ['name', 'cache', 'remark', 'tag', 'badge', 'by'].map((sign) => `[data-drawn="${sign}"]`).join(),
      ),
      (element) => ({
        text: element.textContent ?? '',
        // Titles of caches stand over lines.
        isOver: element.matches('[data-drawn="cache"], [data-drawn="remark"]'),
        // The line is higher than its letters.
        box: shrunk(element.getBoundingClientRect(), 1.5),
      }),
    ).filter(({ text }) => text.trim() !== '');
    const meets = (a: ReturnType<typeof shrunk>, b: ReturnType<typeof shrunk>) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    const labels = texts.flatMap((a, i) =>
      texts.slice(i + 1).flatMap((b) => (meets(a.box, b.box) ? [`${a.text} and ${b.text}`] : [])),
    );
    const others = Array.from(picture.querySelectorAll<HTMLElement>('[data-tensor]'), (element) => ({
      text: `the cells of ${element.dataset.tensor} in ${element.dataset.slot ?? element.dataset.place}`,
      key: element.dataset.key,
      isMade: element.dataset.mark === 'write',
      box: shrunk(element.getBoundingClientRect(), 0.5),
    }));
    const lines = Array.from(picture.querySelectorAll<SVGPathElement>('path[data-drawn="reads"]')).flatMap(
      (path) => {
        const from = path.closest<HTMLElement>('[data-reads]')!.dataset.reads;
        const { left, top } = path.ownerSVGElement!.getBoundingClientRect();
        const length = path.getTotalLength();
        const points = Array.from({ length: 200 }, (_, i) => path.getPointAtLength((length * i) / 199));
        return [
          ...texts.filter(({ isOver }) => !isOver),
          ...others.filter(({ key, isMade }) => key !== from && !isMade),
        ].flatMap(({ text, box }) =>
          points.some(
            ({ x, y }) =>
              x + left > box.left && x + left < box.right && y + top > box.top && y + top < box.bottom,
          )
            ? [`the line from ${from} through ${text}`]
            : [],
        );
      },
    );
    return [...labels, ...lines];
  });
