/** Red, green and blue of `rgb(r, g, b)` or `#rrggbb`, from 0 to 255. */
export const channelsOf = (colour: string): number[] =>
  colour.startsWith('#')
    ? [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16))
    : (colour.match(/\d+/g) ?? []).map(Number);

/** A colour at its place along a ramp, from 0 to 1. */
export type Stop = readonly [place: number, colour: string];

/**
 * The colours from stop to stop of a ramp, mixed channel by channel, from 0 to 1 along it. As d3-scale mixes them, which
 * would bring all colour spaces and names of colours into the first load.
 */
export function rampOf(stops: readonly Stop[]): (place: number) => string {
  const parts = stops.map(([place, colour]) => ({ place, channels: channelsOf(colour) }));
  return (place) => {
    const next = Math.max(
      1,
      parts.findIndex((part) => part.place > place),
    );
    const [from, to] = place < 1 ? [parts[next - 1]!, parts[next]!] : [parts.at(-2)!, parts.at(-1)!];
    const share = (place - from.place) / (to.place - from.place);
    const channels = from.channels.map((start, i) => Math.round(start + (to.channels[i]! - start) * share));
    return `rgb(${channels.join(', ')})`;
  };
}
