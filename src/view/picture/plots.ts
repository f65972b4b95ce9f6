import type { Tones } from '../stage/drawing/tones';
import type { ThemeName } from '../stage/paint/colours';
import { framed, type Part, type Picture } from './framed';

/** What a style sheet says of an element of a plot, which a file has to say itself. */
const told = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'font-size',
  'font-style',
  'font-weight',
] as const;

/** A copy of a plot that needs no style sheet. */
function standing(plot: SVGSVGElement): SVGSVGElement {
  const copy = plot.cloneNode(true) as SVGSVGElement;
  const [from, to] = [plot, copy].map((of) => Array.from(of.querySelectorAll<SVGElement>('*')));
  from!.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of told) {
      const value = style.getPropertyValue(name);
      if (value) to![i]!.setAttribute(name, value);
    }
    to![i]!.removeAttribute('class');
    to![i]!.removeAttribute('style');
  });
  copy.removeAttribute('class');
  return copy;
}

/** The curves of the Activations view with its verdict and its proof; undefined where it draws none. */
export function plotsPicture(
  main: Element | null,
  link: string,
  tones: Tones,
  theme: ThemeName,
): Picture | undefined {
  const plots = Array.from(main?.querySelectorAll<SVGSVGElement>('svg[role="img"]') ?? []);
  if (!main || plots.length === 0) return undefined;
  const writing = new XMLSerializer();
  const parts = plots.map(
    (plot): Part => ({
      width: plot.clientWidth || Number(plot.getAttribute('width')),
      height: plot.clientHeight || Number(plot.getAttribute('height')),
      heading: plot.getAttribute('aria-label') ?? '',
      inside: [writing.serializeToString(standing(plot))],
    }),
  );
  const title = main.querySelector('header h2')?.textContent ?? '';
  const says = main.querySelector('header [role="status"]')?.textContent ?? '';
  return framed({ title, says, link, parts }, { tones, theme });
}
