import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { zeros } from '../../../src/core/math/matrix';
import { createStore } from '../../../src/state/store';
import { Legend } from '../../../src/view/stage/Legend';
import { gridOf } from '../../../src/view/stage/paint/grid';
import { renderIn } from '../render';

describe('the legend', () => {
  it('says which colour is which sign, and from which size of cells on a mark says it too', () => {
    renderIn(createStore())(<Legend />);
    const said = screen.getByText(/^Blue is positive, red negative/);
    const size = Number(/in cells of (\d+) px/.exec(said.textContent)![1]);
    const holdsAt = (side: number) => {
      const most = { across: 1000, down: 1000 };
      return gridOf(zeros(10, 10, 'float32'), { width: 10 * side, height: 10 * side }, most).holds;
    };
    expect(holdsAt(size)).not.toBe('nothing');
    expect(holdsAt(size - 0.1)).toBe('nothing');
  });
});
