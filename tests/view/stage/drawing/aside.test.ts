import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../../src/core/model/model';
import { frameAt } from '../../../../src/core/pass/frames/frame';
import { record } from '../../../../src/core/pass/record';
import { courseNetwork } from '../../../../src/lessons/network';
import { indexAt } from '../../../../src/lessons/turn';
import { modelOf } from '../../../../src/state/choice/model-of';
import { scalesOf } from '../../../../src/state/scales';
import { withAside } from '../../../../src/view/stage/drawing/aside';
import { drawingOf } from '../../../../src/view/stage/drawing/drawing';
import { type Thing, thingsOf } from '../../../../src/view/stage/drawing/thing';
import { stageGeometry } from '../../../../src/view/stage/layout/fit';
import { keysInFocus } from '../../../../src/view/stage/layout/focused';

const trace = record(modelOf(courseNetwork));
const room = { width: 1400, height: 900, fit: 'network' as const, numbers: false };
const geometry = stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), room);
const frame = frameAt(trace, indexAt(trace, { after: 'dZ2' }));
const whole = drawingOf({ trace, frame, scales: scalesOf([trace], 'layer'), geometry, notes: new Map() });
const middle = keysInFocus(frame.places, 3, { layer: 2 });

/** What of a drawing is not as it is where all is in the middle. */
const changed = (drawing: readonly Thing[], part: 'place' | 'card') =>
  thingsOf(
    drawing.filter((thing, i) => thing !== whole[i]),
    part,
  ).map(({ key }) => key);

describe('a drawing with something in the middle', () => {
  it('is the same where all is', () => {
    expect(withAside(whole, undefined, geometry.boxes)).toBe(whole);
  });

  it('has all else step back, paler and thinner, and says the same', () => {
    const drawing = withAside(whole, middle, geometry.boxes);
    expect(changed(drawing, 'place')).toHaveLength(geometry.boxes.size - middle.size);
    expect(changed(drawing, 'card').sort()).toEqual(
      ['forward', 'cache', 'backward'].flatMap((lane) => [`${lane}1`, `${lane}3`]).sort(),
    );
    const [before, after] = [whole, drawing].map(
      (all) => thingsOf(all, 'place').find(({ key }) => key === 'cache:1.activation.Z')!.commands,
    );
    expect(after!.map(({ sign }) => sign)).toEqual(before!.map(({ sign }) => sign));
    const opacityIn = (commands: typeof before) =>
      commands!.find((command) => command.kind === 'cells')!.opacity;
    expect(opacityIn(after)).toBeLessThan(opacityIn(before));
  });

  it('never has what the step reads or makes step back', () => {
    const drawing = withAside(whole, keysInFocus(frame.places, 3, { layer: 3 }), geometry.boxes);
    const marked = thingsOf(drawing, 'place').filter(({ spot }) => spot.mark);
    expect(marked.length).toBeGreaterThan(2);
    for (const thing of marked) expect(whole).toContain(thing);
  });

  it('is made of the same things each time, so that the page leaves them alone', () => {
    const [once, again] = [0, 1].map(() => withAside(whole, middle, geometry.boxes));
    expect(again!.every((thing, i) => thing === once![i])).toBe(true);
  });
});
