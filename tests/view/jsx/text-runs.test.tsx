import { act, render } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { expect, test } from 'vitest';

/** Every text of a page that stands beside something else, and is more than spaces. */
function besides(root: Element): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    const others = Array.from(parentElement!.childNodes).filter(
      ({ textContent }) => textContent!.trim() !== '',
    );
    if (data.trim() !== '' && others.length > 1) found.push(data);
  }
  return found;
}

const html = (children: ReactNode) => render(children).container.innerHTML;

const [bytes, isMany] = [512, true as boolean];

test('texts that stand alone are one text', () => {
  expect(
    html(
      <p>
        Held {bytes} B{isMany && ', many'}
      </p>,
    ),
  ).toBe('<p>Held 512 B, many</p>');
});

test('a text beside an element stands in an element of its own, and the spaces around it stay where they were', () => {
  expect(
    html(
      <p>
        Held <strong>{bytes}</strong> B
      </p>,
    ),
  ).toBe('<p><text-run>Held</text-run> <strong>512</strong> <text-run>B</text-run></p>');
});

test('so does a text in a fragment, in a list, and in a text of a picture', () => {
  const Part = () => <>part {bytes}</>;
  const shown = render(
    <div>
      <Part />
      {['a', <b key="b">b</b>]}
      <svg>
        <title>picture {bytes}</title>
        <text>
          x<tspan>1</tspan>
        </text>
      </svg>
    </div>,
  ).container;
  expect(besides(shown)).toEqual([]);
  expect(shown.querySelector('svg text')!.innerHTML).toBe('<tspan>x</tspan><tspan>1</tspan>');
});

test('what a translator did to texts is neither missed nor kept when they change or go', () => {
  let grow: () => void = () => undefined;
  function Counter() {
    const [count, setCount] = useState(0);
    grow = () => setCount(count + 1);
    return (
      <p>
        {count === 0 && 'nothing, '}
        {count} of <b>two</b>
        {count < 2 ? ' so far' : null} {count > 1 && <i>done</i>}
      </p>
    );
  }
  const { container } = render(<Counter />);
  for (const says of ['nothing, 0 of two so far ', '1 of two so far ', '2 of two done']) {
    expect(container.textContent).toBe(says);
    for (const run of container.querySelectorAll('text-run, b, i')) {
      const font = document.createElement('font');
      font.textContent = run.textContent;
      run.replaceChildren(font);
    }
    act(grow);
  }
});
