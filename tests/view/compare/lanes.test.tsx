import { act, cleanup, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { firstChoice } from '../../../src/state/choice/choice';
import { setActivation, setBatchNorm, setDropout } from '../../../src/state/choice/edits';
import { compareMoves } from '../../../src/state/compared';
import { choose, lane, lanesNow, saidIn, show, store } from './show';

const goTo = (step: number) => act(() => compareMoves(store).moveToStep(step));

describe('lanes', () => {
  it('are added up to four, each with a rule that is not there yet, and removed down to two', async () => {
    const user = show(['Z', 'A']);
    expect(screen.queryByRole('button', { name: 'Remove rule 1' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Add a rule' }));
    await user.click(screen.getByRole('button', { name: 'Add a rule' }));
    expect(lanesNow()).toEqual(['Z', 'A', 'none', 'least']);
    expect(screen.queryByRole('button', { name: 'Add a rule' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Remove rule 2' }));
    await user.click(screen.getByRole('button', { name: 'Remove rule 1' }));
    expect(lanesNow()).toEqual(['none', 'least']);
    expect(screen.queryByRole('button', { name: /^Remove rule/ })).toBeNull();
  });

  it('take another rule out of a list of all, and leave the others alone', async () => {
    const user = show(['Z', 'A', 'mask']);
    await choose(user, 'Rule 2', 'PaddlePaddle');
    expect(lanesNow()).toEqual(['Z', 'paddle', 'mask']);
    expect(screen.getByRole('combobox', { name: 'Rule 2' })).toHaveTextContent('PaddlePaddle');
  });

  it('start checkpoints at √L, and take another k by its buttons and its field', async () => {
    const layers = Array.from({ length: 9 }, () => firstChoice.layers[0]!);
    const user = show(['Z', 'A'], {
      ...firstChoice,
      layers: [...layers.slice(1), firstChoice.layers.at(-1)!],
    });
    await choose(user, 'Rule 2', 'Checkpoints');
    expect(lanesNow()).toEqual(['Z', 'checkpoint-3']);
    await user.click(screen.getByRole('button', { name: 'More layers in rule 2' }));
    expect(lanesNow()).toEqual(['Z', 'checkpoint-4']);
    const k = screen.getByRole('spinbutton', { name: 'Layers between checkpoints of rule 2' });
    await user.clear(k);
    await user.paste('99');
    expect(lane(2).getByRole('alert')).toHaveTextContent('Expected a whole number from 1 to 9.');
    expect(lanesNow()).toEqual(['Z', 'checkpoint-4']);
  });

  it('say what their rule is before the first step, and then what each step does', () => {
    show(['Z', 'A']);
    expect(lane(1).getByText('The pre-activation, as the course does.')).toBeInTheDocument();
    goTo(1);
    expect(saidIn(2)).toHaveTextContent(/Z\[1\].*The activation, which the next layer keeps anyway\.$/);
  });

  it('wait in words where another rule begins the way back otherwise, and meet again after it', () => {
    show(['two_steps', 'fused']);
    goTo(8);
    expect(saidIn(2)).toHaveTextContent('Waits: another rule works out dA[3] first, and then dZ[3].');
    goTo(9);
    expect(saidIn(1)).toHaveTextContent('Waits: another rule works out dZ[3] at once.');
    expect(saidIn(2)).toHaveTextContent(/^dZ\[3\] at once/);
    goTo(11);
    for (const number of [1, 2]) expect(saidIn(number)).not.toHaveTextContent('Waits');
  });

  it('wait in words while another rule computes again, and mark neither read nor write then', () => {
    show(['Z', 'A'], setActivation(1, 'silu')(firstChoice));
    goTo(17);
    expect(lane(1).getByText('Waits: another rule computes again what it did not keep.')).toBeInTheDocument();
    expect(lane(2).queryByText(/Waits/)).toBeNull();
    const marked = (number: number) =>
      screen.getByRole('region', { name: `Rule ${number}` }).querySelectorAll('[data-mark]').length;
    expect(marked(1)).toBe(0);
    expect(marked(2)).toBeGreaterThan(0);
  });

  it('of real code say what the picture leaves out, layer by layer, and where it was looked up', () => {
    show(['pytorch_in_place', 'darknet'], setActivation(1, 'silu')(firstChoice));
    expect(lane(1).getByText('Layer 1, silu:').parentElement).toHaveTextContent(/cloned/);
    expect(lane(1).getByText(/2\.13\.0, seen by running it/)).toBeInTheDocument();
    expect(lane(2).getByText('Layer 1, silu:').parentElement).toHaveTextContent(/has no silu/);
    expect(lane(2).getByText(/read in its source/)).toBeInTheDocument();
  });

  it('offer the rules of batch norm and dropout where the network has them, and keep one that was chosen', async () => {
    const offered = async (user: ReturnType<typeof show>) => {
      await user.click(screen.getByRole('combobox', { name: 'Rule 1' }));
      const names = (await screen.findAllByRole('option')).map(({ textContent }) => textContent);
      await user.keyboard('{Escape}');
      return names.filter((name) => /^(Batch norm|Dropout) keeps/.test(name ?? ''));
    };
    expect(await offered(show(['Z', 'A']))).toEqual([]);
    cleanup();
    const withBoth = [
      setBatchNorm(1, { epsilon: 1e-5, keep: 'normalised' }),
      setDropout(1, { keep_prob: 0.8, keep: 'mask', seed: 1 }),
    ].reduce((choice, edit) => edit(choice), firstChoice);
    const user = show(['batch_norm_normalised', 'dropout_seed'], withBoth);
    expect(await offered(user)).toEqual([
      'Batch norm keeps Znorm',
      'Batch norm keeps Z, μ, 1/σ',
      'Batch norm keeps every stage',
      'Dropout keeps D',
      'Dropout keeps its seed',
    ]);
    expect(lane(2).getByText('Only the seed; D is drawn again.')).toBeInTheDocument();
    act(() => store.getState().edit(() => firstChoice));
    expect(screen.getByRole('combobox', { name: 'Rule 2' })).toHaveTextContent('Dropout keeps its seed');
  });

  it('say of keep A what dropout makes of it, layer by layer', () => {
    const dropout = { keep_prob: 0.8, keep: 'mask', seed: 1 } as const;
    show(['Z', 'A'], setDropout(2, dropout)(setDropout(1, dropout)(firstChoice)));
    expect(lane(2).getByText('Layer 1, relu:').parentElement).toHaveTextContent(
      'With dropout the next layer keeps Adrop, not A, so keeping A costs bytes here too. relu could read Adrop instead.',
    );
    expect(lane(2).getByText('Layer 2, tanh:').parentElement).toHaveTextContent(
      /tanh could not read Adrop instead: where D is 0 it is 0\./,
    );
    expect(lane(1).queryByText('Layer 1, relu:')).toBeNull();
  });

  it('of our own rules have nothing to look up', () => {
    show(['Z', 'least']);
    expect(screen.queryByText(/read in its source|seen by running/)).toBeNull();
  });

  it('keep the step when one of them gets another rule', async () => {
    const user = show(['Z', 'A']);
    goTo(12);
    await choose(user, 'Rule 1', 'Keep nothing');
    expect(store.getState().position).toEqual({ phase: 'backward', op: 'input', layer: 3 });
  });
});
