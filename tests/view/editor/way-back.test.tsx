import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { type Choice, firstChoice } from '../../../src/state/choice/choice';
import { type Edit, setActivation, setAllKeeps, setLoss, setOutput } from '../../../src/state/choice/edits';
import { selectFrame, selectIndex } from '../../../src/state/selectors';
import { opening } from '../../../src/state/shown/view';
import { createStore } from '../../../src/state/store';
import { Editor } from '../../../src/view/editor/Editor';
import { LayerChoices } from '../../../src/view/stage/head/LayerChoices';
import { renderIn } from '../render';

const store = createStore();
const render = renderIn(store);

function show(...edits: Edit[]) {
  const choice = edits.reduce<Choice>((before, edit) => edit(before), firstChoice);
  store.setState({ ...opening, choice, position: { phase: 'backward', op: 'activation', layer: 3 } });
  render(
    <>
      <Editor />
      {[1, 2, 3].map((l) => (
        <LayerChoices key={l} l={l} />
      ))}
    </>,
  );
  return userEvent.setup();
}

const readBy = (l: number) => screen.queryByRole('combobox', { name: `Read by layer ${l}'s backward` });
const begins = () => screen.queryByRole('group', { name: 'How the way back begins' });

describe('what a layer’s backward reads', () => {
  it('can be chosen where Z and A are both kept, and the step reads it', async () => {
    const user = show(setAllKeeps('ZA'));
    await user.click(await screen.findByRole('combobox', { name: "Read by layer 3's backward" }));
    const offered = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
    expect(offered).toEqual(['the cheaperA here', 'A', 'Z', 'Z, stable form']);
    await user.click(screen.getByRole('option', { name: 'Z' }));
    expect(store.getState().choice.layers[2]!.route).toBe('Z');
    expect(selectFrame(store.getState()).step!.reads.map(({ name }) => name)).toEqual(['dA3', 'Z3']);
  });

  it('leaves the form where Z alone is kept, and nothing for a relu', async () => {
    const user = show();
    await user.click(await screen.findByRole('combobox', { name: "Read by layer 2's backward" }));
    await user.click(await screen.findByRole('option', { name: 'Z, stable form' }));
    expect(store.getState().choice.layers[1]!.route).toBe('Z_stable');
    expect(readBy(1)).toBeNull();
    await user.click(readBy(2)!);
    await user.click(await screen.findByRole('option', { name: 'Z' }));
    expect(store.getState().choice.layers[1]!.route).toBeUndefined();
  });
});

describe('how the way back begins', () => {
  it('can be chosen, the reader stays at dZ[L], and the last layer is asked for no route any more', async () => {
    const user = show();
    const before = selectIndex(store.getState());
    await screen.findByRole('combobox', { name: "Read by layer 3's backward" });
    await user.click(await screen.findByRole('button', { name: 'dZ at once' }));
    expect(selectFrame(store.getState()).step).toMatchObject({ op: 'output', writes: [{ name: 'dZ3' }] });
    expect(readBy(3)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'dA, then dZ' }));
    expect(selectIndex(store.getState())).toBe(before);
    expect(store.getState().choice).not.toHaveProperty('output');
  });

  it('is no question where loss and activation have no such output', async () => {
    show(setOutput('fused'), setLoss('mean_squared_error'));
    await screen.findAllByRole('combobox', { name: /^Read by layer/ });
    expect(begins()).toBeNull();
  });

  it('is no question for an output of another activation', async () => {
    show(setActivation(3, 'tanh'));
    await screen.findAllByRole('combobox', { name: /^Read by layer/ });
    expect(begins()).toBeNull();
  });
});
