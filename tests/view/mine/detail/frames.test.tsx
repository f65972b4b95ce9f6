import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Frames } from '../../../../src/view/mine/detail/Frames';

const places = (cells: readonly number[]) =>
  Array.from(
    render(<Frames cells={cells} rows={2} cols={3} />).container.querySelectorAll('rect'),
    (rect) => [Number(rect.getAttribute('y')), Number(rect.getAttribute('x'))],
  );

describe('frames', () => {
  it('stand around the cells that they are of, row by row', () => {
    expect(places([0, 2, 4])).toEqual([
      [0, 0],
      [0, 2],
      [1, 1],
    ]);
  });

  it('are none where no cell is framed', () => {
    expect(render(<Frames cells={[]} rows={2} cols={3} />).container.innerHTML).toBe('');
  });
});
