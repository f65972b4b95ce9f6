import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { lessons } from '../../../src/lessons';
import { type LessonName, lessonNames } from '../../../src/lessons/names';
import { nameOf } from '../../../src/state/choice/choice';
import type { Store } from '../../../src/state/state';
import { createStore } from '../../../src/state/store';
import { App } from '../../../src/view/page/App';
import { renderIn } from '../render';

let store: Store;
let user: ReturnType<typeof userEvent.setup>;

/** The page with a lesson open at its last word. */
const openEndOf = (lesson: LessonName) => {
  store.setState({ view: 'learn', learning: { lesson, beat: lessons[lesson].beats.length + 1 } });
  renderIn(store)(<App />);
};

beforeEach(() => {
  Object.assign(window, { innerWidth: 1440, innerHeight: 900 });
  store = createStore();
  user = userEvent.setup();
});

const shownInHeader = () =>
  within(screen.getByRole('banner')).queryByRole('button', { name: /^Network: / })?.textContent;

describe('the header', () => {
  it('names the network of the lesson while one is open, the student’s own after it, and none beside the list', async () => {
    openEndOf('wrong-test');
    const leave = await screen.findByRole('button', { name: 'leave' });
    expect(shownInHeader()).toBe('2-4-1 flowers');
    expect(await screen.findByText('Cache tampered with')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'All lessons' }));
    expect(shownInHeader()).toBeUndefined();
    await user.click(screen.getByRole('button', { name: 'Just let me play' }));
    expect(shownInHeader()).toBe(nameOf(store.getState().choice));
    expect(screen.queryByText('Cache tampered with')).toBeNull();
    expect(leave).not.toBeInTheDocument();
  });
});

describe('from a lesson to code of one’s own', () => {
  it('lead those that say why, the last one among them', () => {
    const leading = lessonNames.filter((name) => lessons[name].yours !== undefined);
    expect(leading).toContain(lessonNames.at(-1));
    expect(leading).toContain('wrong-test');
  });

  it('there are two ways: to where it is checked, and to a script of one’s own network with nothing solved', async () => {
    const handed: string[] = [];
    URL.createObjectURL = () => 'blob:of-a-script';
    URL.revokeObjectURL = () => {};
    HTMLAnchorElement.prototype.click = function click() {
      handed.push(this.download);
    };
    openEndOf('golf');
    const yours = within(await screen.findByRole('region', { name: 'Your own code' }));
    await user.click(yours.getByRole('button', { name: 'Start your own (.py)' }));
    await waitFor(() => expect(handed).toEqual([`${nameOf(store.getState().choice)}.yours.py`]));
    await user.click(yours.getByRole('button', { name: 'Check mine' }));
    expect(store.getState().view).toBe('mine');
    expect(await screen.findByRole('heading', { name: /Bring the arrays of your own code/ })).toBeVisible();
  });
});
