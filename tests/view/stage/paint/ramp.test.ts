import { scaleLinear } from 'd3-scale';
import { interpolateRdBu } from 'd3-scale-chromatic';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { legendStops } from '../../../../src/view/stage/paint/legend-stops';
import { channelsOf, rampOf, type Stop } from '../../../../src/view/stage/paint/ramp';

const colour = fc.integer({ min: 0, max: 0xffffff }).map((rgb) => `#${rgb.toString(16).padStart(6, '0')}`);

/** Stops from 0 to 1, no two at one place. */
const stops = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 6 })
  .chain((inner) =>
    fc.tuple(
      ...[0, ...inner.sort((a, b) => a - b), 100].map((at) => fc.tuple(fc.constant(at / 100), colour)),
    ),
  );

it('a ramp mixes its stops as d3-scale does', () => {
  fc.assert(
    fc.property(stops, fc.double({ min: 0, max: 1, noNaN: true }), (stops: readonly Stop[], place) => {
      const scale = scaleLinear(
        stops.map(([at]) => at),
        stops.map(([, of]) => of),
      );
      expect(rampOf(stops)(place)).toBe(scale(place));
    }),
  );
});

it('a ramp begins and ends with its first and last stop', () => {
  const ramp = rampOf([
    [0, '#010203'],
    [1, '#ffeedd'],
  ]);
  expect([ramp(0), ramp(1)]).toEqual(['rgb(1, 2, 3)', 'rgb(255, 238, 221)']);
});

it('the light theme ends near the ends of ColorBrewer’s RdBu', () => {
  const shown = legendStops('light');
  expect(channelsOf(shown[0]!)).toEqual(channelsOf(interpolateRdBu(0.05)));
  expect(channelsOf(shown.at(-1)!)).toEqual(channelsOf(interpolateRdBu(0.95)));
});
