import { beforeEach, describe, expect, it } from 'vitest';
import { slotKey } from '../../../src/core/pass/trace';
import { lessons } from '../../../src/lessons';
import { lessonNames } from '../../../src/lessons/names';
import { rightAnswer } from '../../../src/lessons/questions';
import { setKeep } from '../../../src/state/choice/edits';
import { seenIn } from '../../../src/state/learning/moment';
import { playLesson } from '../../../src/state/learning/playing';
import { passMoves } from '../../../src/state/moves';
import { selectFrame, selectIndex } from '../../../src/state/selectors';
import { focusOf } from '../../../src/state/shown/display';
import type { Store } from '../../../src/state/state';
import { createStore } from '../../../src/state/store';
import { lookKeys } from '../../../src/view/keys/keys';

let store: Store;

beforeEach(() => {
  store = createStore();
});

/** Plays one beat: by its right answer or a wrong one, or by the help that it offers. */
function playBeat(play: ReturnType<typeof playLesson>['play'], right: boolean): void {
  const { beats, now, give, confirm, help } = play.getState();
  const { asks, waits } = beats[now]!;
  if (waits) help();
  if (!asks) return;
  const seen = seenIn(store.getState());
  const answer = right ? rightAnswer(asks, seen) : [];
  if (asks.kind === 'reads') for (const slot of answer) store.asking.getState().toggle(slot);
  else give(answer);
  confirm();
}

describe.each(lessonNames)('playing the lesson %s', (name) => {
  it('leads to its last word, whoever answers right and does what it waits for', () => {
    const { play } = playLesson(lessons[name], store, 0);
    for (const beat of lessons[name].beats) {
      expect(play.getState().beats[play.getState().now]).toBe(beat);
      playBeat(play, true);
      if (beat.waits) expect(play.getState().done).toBe(true);
      const isMeasured = beat.asks?.kind === 'choice' && beat.asks.measures !== undefined;
      if (beat.asks && !isMeasured) expect(play.getState().judged?.isRight).toBe(true);
      play.getState().goOn();
    }
    const { beats, now } = play.getState();
    expect(beats[now]).not.toHaveProperty('asks');
  });

  it('begins at any beat with what it asks still to be answered', () => {
    for (const [i, beat] of lessons[name].beats.entries()) {
      const { play, end } = playLesson(lessons[name], store, i);
      expect(play.getState().now).toBe(i);
      expect(store.asking.getState().cover !== undefined).toBe((beat.asks ?? beat.covers) !== undefined);
      if (beat.waits) expect(play.getState().done).toBe(false);
      end();
    }
  });
});

describe('a lesson', () => {
  it('brings back once, before its last word, what was missed', () => {
    const { play } = playLesson(lessons['who-reads'], store, 0);
    const { length } = play.getState().beats;
    const network = store.getState().choice;
    playBeat(play, false);
    expect(play.getState().judged?.isRight).toBe(false);
    expect(play.getState().beats).toHaveLength(length + 1);
    play.getState().goTo(length - 1);
    expect(store.getState().choice.layers).not.toEqual(network.layers);
    expect(store.asking.getState().offered.size).toBeGreaterThan(0);
    playBeat(play, false);
    expect(play.getState().beats).toHaveLength(length + 1);
  });

  it('says what it comes to of its own network, as the student left it, whatever came back in another', () => {
    const { play } = playLesson(lessons['keep-a'], store, 0);
    store.getState().edit(setKeep(1, 'mask'));
    store.getState().edit(setKeep(2, 'A'));
    play.getState().goOn();
    const activations: string[] = [];
    for (const right of [false, true, true]) {
      activations.push(store.getState().choice.layers[1]!.activation);
      playBeat(play, right);
      play.getState().goOn();
    }
    expect(activations).toEqual(['tanh', 'tanh', 'sigmoid']);
    const { beats, now, goTo } = play.getState();
    expect(now).toBe(beats.length - 1);
    expect(store.getState().choice.layers.map(({ activation, keep }) => [activation, keep])).toEqual([
      ['relu', 'mask'],
      ['tanh', 'A'],
      ['sigmoid', 'Z'],
    ]);
    goTo(now);
    expect(store.getState().choice.layers.map(({ activation }) => activation)).toEqual([
      'relu',
      'tanh',
      'sigmoid',
    ]);
  });

  it('notices what it waits for in whatever way it is done', () => {
    const { play } = playLesson(lessons['keep-a'], store, 0);
    store.getState().edit(setKeep(2, 'ZA'));
    expect(play.getState().done).toBe(false);
    store.getState().edit(setKeep(2, 'A'));
    expect(play.getState().done).toBe(true);
  });

  it('notices a step that is taken', () => {
    const { play } = playLesson(lessons.caches, store, 0);
    passMoves(store).move('next');
    expect(play.getState().done).toBe(true);
  });

  it('takes the step whose reads it asked for, and shows on the stage how the answer turned out', () => {
    const { play } = playLesson(lessons['who-reads'], store, 0);
    const before = selectIndex(store.getState());
    store.asking.getState().toggle('3.linear.b');
    play.getState().confirm();
    expect(selectIndex(store.getState())).toBe(before + 1);
    const { marks } = store.asking.getState();
    expect(marks.get('3.linear.b')).toBe('mistaken');
    expect(marks.get('3.activation.Z')).toBe('missed');
  });

  it('offers the slots that hold something, and no other', () => {
    playLesson(lessons['who-reads'], store, 1);
    const { places } = selectFrame(store.getState());
    const held = [...places.values()].filter(
      ({ slot, state, freedAt }) => slot && freedAt === undefined && state !== 'empty',
    );
    expect(store.asking.getState().offered).toEqual(new Set(held.map(({ slot }) => slotKey(slot!))));
    store.asking.getState().toggle('3.activation.Z');
    expect(store.asking.getState().chosen.size).toBe(0);
  });

  it('puts in the middle what a beat tells of, which the student may leave and come back to, and the whole where it tells of all', () => {
    const { play } = playLesson(lessons['who-reads'], store, 1);
    const focus = () => focusOf(store.display.getState());
    const toggle = () => lookKeys.find(({ press }) => press === 'f')!.run(store.display);
    expect(focus()).toEqual({ layer: 2 });
    toggle();
    expect(focus()).toBeUndefined();
    toggle();
    expect(focus()).toEqual({ layer: 2 });
    play.getState().goTo(play.getState().beats.length - 1);
    expect(focus()).toBeUndefined();
    toggle();
    expect(focus()).toBe('step');
  });

  it('goes on with what the student has made of the network', () => {
    const { play } = playLesson(lessons['keep-a'], store, 0);
    store.getState().edit(setKeep(1, 'mask'));
    store.getState().edit(setKeep(2, 'A'));
    play.getState().goOn();
    expect(store.getState().choice.layers.map(({ keep }) => keep)).toEqual(['mask', 'A', 'Z']);
  });
});

describe('what was pressed beside the slots', () => {
  it('is forgotten with the next slot that is chosen, and what was pinned with the next beat', () => {
    const { play } = playLesson(lessons['who-reads'], store, 0);
    const { asking, pointing } = store;
    asking.getState().refuse('forward:Z3');
    expect(asking.getState().refused).toBe('forward:Z3');
    asking.getState().toggle('3.activation.Z');
    expect(asking.getState().refused).toBeUndefined();
    play.getState().confirm();
    pointing.getState().pin({ place: 'forward:Z3', row: 0, col: 0 });
    pointing.getState().pointAt({ place: 'forward:Z3', row: 0, col: 0 });
    pointing.getState().pointAtTensor('Z3');
    play.getState().goOn();
    expect(pointing.getState()).toMatchObject({ pinned: undefined, cell: undefined, tensor: undefined });
  });
});
