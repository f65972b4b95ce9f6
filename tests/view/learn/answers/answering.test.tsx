import { fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LessonName } from '../../../../src/lessons/names';
import { createStore } from '../../../../src/state/store';
import controls from '../../../../src/view/controls/controls.module.css';
import { layoutOf } from '../../../../src/view/layout';
import { LessonRoom } from '../../../../src/view/learn/LessonRoom';
import { renderIn } from '../../render';

const openLesson = async (name: LessonName, beat: number) => {
  renderIn(createStore())(<LessonRoom name={name} from={beat - 1} layout={layoutOf(1440, 900)} />);
  await vi.dynamicImportSettled();
};

const slot = () => document.querySelector<HTMLElement>('[data-slot="activation.Z"][data-layer="3"]')!;

beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1080);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(730);
});

afterEach(() => vi.restoreAllMocks());

describe('an answer on the stage', () => {
  it('is told why, where what was pressed is no slot, and pins nothing instead', async () => {
    await openLesson('who-reads', 1);
    fireEvent.click(document.querySelector('[data-place="forward"][data-tensor="Z3"]')!);
    expect(screen.getByText('This Z[3] is not in a cache.')).toBeVisible();
    fireEvent.click(slot());
    expect(screen.queryByText('This Z[3] is not in a cache.')).toBeNull();
  });

  it('is not given by the button that stands out, as long as nothing is chosen', async () => {
    await openLesson('who-reads', 1);
    expect(screen.getByRole('button', { name: /take the step/i })).not.toHaveClass(controls.primary!);
    fireEvent.click(slot());
    expect(screen.getByRole('button', { name: /take the step/i })).toHaveClass(controls.primary!);
  });

  it('has a hint that tells the cache it is in', async () => {
    await openLesson('who-reads', 1);
    fireEvent.click(screen.getByRole('button', { name: 'Hint' }));
    expect(screen.getByText('It is 1 slot, in layer 3’s activation_cache.')).toBeVisible();
  });
});

describe('a choice of so many', () => {
  it('says how many are chosen, and is checked once they are as many as were asked for', async () => {
    await openLesson('caches', 2);
    const boxes = within(screen.getByRole('group', { name: /Which 4 tensors/ })).getAllByRole('checkbox');
    const check = () => screen.getByRole('button', { name: 'Check' });
    for (const [i, box] of boxes.slice(0, 5).entries()) {
      fireEvent.click(box);
      expect(screen.getByText(`${i + 1} of 4 chosen`)).toBeVisible();
      expect(check().hasAttribute('disabled')).toBe(i + 1 !== 4);
    }
  });
});
