import { cleanup, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { sizesOf } from '../../../../src/core/model/model';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import type { Trace } from '../../../../src/core/pass/trace';
import { type Choice, firstChoice } from '../../../../src/state/choice/choice';
import { setAllKeeps } from '../../../../src/state/choice/edits';
import { scalesOf } from '../../../../src/state/scales';
import { selectTrace } from '../../../../src/state/selectors';
import { createStore } from '../../../../src/state/store';
import { changeCell } from '../../../../src/state/what-if/edits';
import { selectNotes } from '../../../../src/state/what-if/notes';
import { stagePicture } from '../../../../src/view/picture/svg';
import { type Command, plain, signs } from '../../../../src/view/stage/drawing/command';
import { drawingOf, type Scene } from '../../../../src/view/stage/drawing/drawing';
import { litThings } from '../../../../src/view/stage/drawing/lit';
import type { LitThing } from '../../../../src/view/stage/drawing/thing';
import type { Tones } from '../../../../src/view/stage/drawing/tones';
import { stageGeometry } from '../../../../src/view/stage/layout/fit';
import { Picture } from '../../../../src/view/stage/Picture';
import { renderIn } from '../../render';

const store = createStore();
const render = renderIn(store);

const tones = new Proxy({}, { get: (_, tone) => `--${String(tone)}` }) as Tones;

const keeping = (keep: 'Z' | 'A' | 'ZA' | 'mask' | 'none') => setAllKeeps(keep)(firstChoice);

/** What was changed by hand: Z[2] in the caches, so that what reads it moves. */
const tampered = changeCell({ tensor: 'Z2', row: 0, col: 0 }, 3, 1)(keeping('Z'));

/** A pass of a choice as the store has it: with its changes, and notes of what moved by them. */
function passOf(choice: Choice): Pick<Scene, 'trace' | 'notes' | 'scales'> {
  store.setState({ choice });
  const state = store.getState();
  const trace = selectTrace(state);
  return { trace, notes: selectNotes(state), scales: scalesOf([trace]) };
}

function sceneAt(choice: Choice, index: (trace: Trace) => number): Scene {
  const pass = passOf(choice);
  const { trace } = pass;
  const room = { width: 1400, height: 900, fit: 'network' as const, numbers: true };
  return {
    ...pass,
    frame: frameAt(trace, index(trace)),
    geometry: stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), room),
  };
}

const last = ({ steps }: Trace) => steps.length;
const middle = ({ steps }: Trace) => Math.floor(steps.length / 2);
const nearEnd = ({ steps }: Trace) => steps.length - 2;

const scenes: Record<string, () => Scene> = {
  'before the first step': () => sceneAt(keeping('Z'), () => 0),
  'at a step of the way forward': () => sceneAt(keeping('Z'), () => 2),
  'where A stands in two slots': () => sceneAt(keeping('A'), middle),
  'where both are kept': () => sceneAt(keeping('ZA'), nearEnd),
  'where nothing is kept': () => sceneAt(keeping('none'), nearEnd),
  'where relu reads its cache': () => sceneAt(keeping('Z'), nearEnd),
  'at the end': () => sceneAt(keeping('mask'), last),
  'at the end of a pass that was changed by hand': () => sceneAt(tampered, last),
  'at a step of a pass that was changed by hand': () => sceneAt(tampered, nearEnd),
};

const parsed = (svg: readonly string[]): Document =>
  new DOMParser().parseFromString(svg.join(''), 'image/svg+xml');

const svgOf = (scene: Scene, lit: readonly LitThing[] = []): Document =>
  parsed(stagePicture({ ...scene, name: 'any', lit, theme: 'light', tones }).svg);

/** Everything that is drawn in a document, each by its sign, and what it says; a line by where it runs. */
const drawnIn = (root: ParentNode): string[] =>
  Array.from(root.querySelectorAll('[data-drawn]'), (element) => {
    const sign = element.getAttribute('data-drawn')!;
    const says = sign === 'values' ? '' : (element.textContent ?? '').toLowerCase();
    return `${sign} ${says}${element.getAttribute('d') ?? ''}`;
  }).sort();

const asListed = (commands: readonly Command[]): string[] =>
  commands
    .map((command) => {
      const says = command.kind === 'text' ? plain(command).toLowerCase() : '';
      return `${command.sign} ${says}${command.kind === 'line' ? command.d : ''}`;
    })
    .sort();

const commandsOf = (scene: Scene): Command[] => drawingOf(scene).flatMap(({ commands }) => [...commands]);

afterEach(() => {
  cleanup();
  store.pointing.setState({ pinned: undefined });
});

describe('the list of what is drawn', () => {
  for (const [when, sceneOf] of Object.entries(scenes))
    it(`is drawn whole on the page and in a file, and nothing else, ${when}`, () => {
      const scene = sceneOf();
      const listed = asListed(commandsOf(scene));
      expect(listed.length).toBeGreaterThan(30);
      const { container } = render(<Picture name="" {...scene} />);
      expect(drawnIn(container)).toEqual(listed);
      expect(drawnIn(svgOf(scene))).toEqual(listed);
    });

  it('has the same cards at every step, of which that of the step has a ring', () => {
    const scene = sceneAt(keeping('Z'), () => 0);
    const partsAt = (index: number) => {
      const things = drawingOf({ ...scene, frame: frameAt(scene.trace, index) });
      const ring = things.filter(({ part, commands }) => part === 'ring' && commands[0]!.sign === 'current');
      return { cards: things.filter(({ part }) => part === 'card'), ring };
    };
    const { cards } = partsAt(0);
    expect(cards).toHaveLength(9);
    expect(partsAt(0).ring).toHaveLength(0);
    for (const { index } of scene.trace.steps) {
      expect(partsAt(index).cards.every((card, i) => card === cards[i])).toBe(true);
      expect(partsAt(index).ring).toHaveLength(1);
    }
  });

  it('stands where it says on the page and in a file', () => {
    const scene = scenes['at a step of a pass that was changed by hand']!();
    const rings = commandsOf(scene).filter(({ sign }) => sign === 'read' || sign === 'write');
    expect(rings.length).toBeGreaterThan(1);
    const { container } = render(<Picture name="" {...scene} />);
    const page = svgOf(scene);
    for (const sign of ['read', 'write'] as const) {
      const boxes = rings
        .filter((ring) => ring.sign === sign)
        .flatMap((ring) => ('box' in ring ? ring.box : []));
      const ofPage = Array.from(container.querySelectorAll<HTMLElement>(`[data-drawn="${sign}"]`));
      const inFile = Array.from(page.querySelectorAll(`[data-drawn="${sign}"]`));
      boxes.forEach((box, i) => {
        const { left, top, width, height } = ofPage[i]!.style;
        expect([left, top, width, height].map(Number.parseFloat)).toEqual(
          [box.x, box.y, box.width, box.height].map((side) => expect.closeTo(side, 6)),
        );
        const [x, w, stroke] = ['x', 'width', 'stroke-width'].map((of) =>
          Number(inFile[i]!.getAttribute(of)),
        );
        // SVG's lines run along the middle of theirs.
        expect([x! - stroke! / 2, w! + stroke!]).toEqual([
          expect.closeTo(box.x, 6),
          expect.closeTo(box.width, 6),
        ]);
      });
    }
  });

  it('has the frames around a pinned cell and its sources on the page and in a file', async () => {
    const scene = scenes['where relu reads its cache']!();
    const at = { place: 'backward:dZ1', row: 0, col: 0 };
    for (const lit of ['sources', 'dependents'] as const) {
      store.pointing.setState({ pinned: at, lit });
      const { container } = render(<Picture name="" {...scene} />);
      const frames = litThings(at, lit, scene);
      expect(frames.length).toBeGreaterThan(1);
      await waitFor(() => expect(container.querySelector('[data-drawn="pinned"]')).not.toBeNull());
      const listed = asListed([...commandsOf(scene), ...frames.flatMap(({ commands }) => commands)]);
      expect(drawnIn(container)).toEqual(listed);
      expect(drawnIn(svgOf(scene, frames))).toEqual(listed);
      cleanup();
    }
  });

  it('has every sign in one of these pictures', () => {
    const inLists = Object.values(scenes).flatMap((sceneOf) => commandsOf(sceneOf()).map(({ sign }) => sign));
    // Around cells that are pinned, and slots that are pointed at.
    const ofPointing = ['pinned', 'sources', 'dependents', 'twins'];
    expect(new Set([...inLists, ...ofPointing])).toEqual(new Set(signs));
  });

  it('is plain data, the same for the same step', () => {
    const scene = scenes['at the end of a pass that was changed by hand']!();
    expect(commandsOf(scene)).toEqual(commandsOf(scene));
    for (const command of commandsOf(scene))
      for (const value of Object.values(command)) expect(typeof value).not.toBe('function');
  });

  it('keeps what a step leaves alone, so that it is not drawn again', () => {
    const scene = scenes['where relu reads its cache']!();
    const next = { ...scene, frame: frameAt(scene.trace, scene.frame.index + 1) };
    const before = new Map(drawingOf(scene).map((thing) => [thing.part + thing.key, thing]));
    for (const [key, place] of next.frame.places) {
      if (scene.frame.places.get(key) !== place) continue;
      const now = drawingOf(next).find((thing) => thing.part === 'place' && thing.key === key);
      expect(now).toBe(before.get(`place${key}`));
    }
  });
});

describe('the colours of a list', () => {
  it('are names of the theme, so that a list is the same in both themes', () => {
    const fills = Array.from(
      svgOf(scenes['where relu reads its cache']!()).querySelectorAll('[data-drawn]'),
      (of) => of.getAttribute('stroke'),
    ).filter((stroke) => stroke !== null);
    expect(fills.length).toBeGreaterThan(10);
    for (const stroke of fills) expect(stroke).toMatch(/^--/);
  });
});
