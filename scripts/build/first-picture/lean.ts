import { JSDOM } from 'jsdom';
import type { Rules } from './rules.ts';

/** Attributes that only those need who press or hear it: the picture is inert. */
const forUse =
  /^(?:aria-|data-|role$|title$|tabindex$|translate$|type$|multiple$|xmlns$|name$|for$|popover|inputmode)/;

/** What the page's script and the sheet of the picture's windows look for. */
const ours = ['data-as-built', 'data-asking', 'data-folded', 'data-picture', 'data-ways'];

/** Icons as symbols, each once, by their paths. */
export interface Icons {
  readonly symbols: () => string;
  idOf(paths: string): string;
}

export function createIcons(): Icons {
  const ids = new Map<string, string>();
  return {
    idOf(paths) {
      const id = ids.get(paths) ?? `i${ids.size}`;
      ids.set(paths, id);
      return id;
    },
    symbols: () =>
      Array.from(ids, ([paths, id]) => `<symbol id="${id}" viewBox="0 0 24 24">${paths}</symbol>`).join(''),
  };
}

/** A tenth of a pixel is as good as a hundredth; what is small may be a share or a scale. */
function inFewDigits(number: string): string {
  const unit = Number(number) < 10 ? 100 : 10;
  return String(Math.round(Number(number) * unit) / unit);
}

/** What a page is drawn of: its sheets, the rules and icons that it will have beside them, and what is not seen of it. */
interface Made {
  readonly css: string;
  readonly rules: Rules;
  readonly icons: Icons;
  readonly unseen: readonly (string | undefined)[];
}

/**
 * Markup with nothing in it but what one sees: classes and attributes that the page's sheets know, drawings, texts. The
 * page's policy lets no style stand in an element, so that each becomes a rule.
 */
export function lean(html: string, drawing: string, { css, rules, icons, unseen }: Made): string {
  const { body } = new JSDOM(html).window.document;
  const each = (selector: string, does: (element: Element) => void) => {
    for (const element of body.querySelectorAll(selector)) does(element);
  };
  for (const name of unseen) each(`.${name}`, (element) => element.remove());
  each('[data-folded=true], [popover], [role=status]:empty, [role=alert]', (element) => element.remove());
  // The chart is of one width alone.
  body.querySelector('[data-now]')?.parentElement?.parentElement?.remove();
  const picture = body.querySelector('[data-picture]')!;
  const heads = [...picture.querySelectorAll('[data-as-built]')];
  picture.innerHTML = drawing;
  picture.append(...heads);
  // There is one main part of a page: that of React, which is there soon.
  each('main', (element) => {
    const plain = body.ownerDocument.createElement('div');
    for (const { name, value } of element.attributes) plain.setAttribute(name, value);
    plain.append(...element.childNodes);
    element.replaceWith(plain);
  });
  each('text-run', (element) => element.replaceWith(...element.childNodes));
  each('svg[viewBox="0 0 24 24"]', (element) => {
    element.innerHTML = `<use href="#${icons.idOf(element.innerHTML)}"></use>`;
    for (const { name } of [...element.attributes])
      if (!/^(?:width|height|style)$/.test(name)) element.removeAttribute(name);
    element.setAttribute('class', 'icon');
  });
  /** Whether a sheet tells by an attribute how something looks. */
  const isAsked = ({ name, value }: Attr) =>
    [name, `${name}=${value}`, `${name}="${value}"`].some((asked) => css.includes(`[${asked}]`));
  const isKnown = (name: string) => /^(?:icon|quiet|s\d+)$/.test(name) || css.includes(`.${name}`);
  each('*', (element) => {
    const classes = [...element.classList].filter(isKnown);
    const style = element.getAttribute('style');
    if (style) classes.push(rules.classOf(style));
    for (const attribute of [...element.attributes]) {
      const { name } = attribute;
      const isLeft = forUse.test(name) && !ours.includes(name) && !isAsked(attribute);
      if (isLeft || /^(?:style|class)$/.test(name)) element.removeAttribute(name);
    }
    if (classes.length > 0) element.setAttribute('class', classes.join(' '));
  });
  // In attributes alone: what is written for readers stays as it is.
  return body.innerHTML
    .replace(/<[^>]*>/g, (tag) => tag.replace(/\d+\.\d{2,}/g, inFewDigits))
    .replace(/><\/(?:circle|path|rect|use)>/g, '/>');
}
