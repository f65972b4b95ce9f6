import { paletteOf, type ThemeName } from './colours';
import { SHADES } from './shades';

/** The stops of a legend's gradient, evenly along the ramp from its most negative end. */
export function legendStops(theme: ThemeName): readonly string[] {
  const { paints } = paletteOf(theme);
  return Array.from({ length: 13 }, (_, i) => paints[Math.round((i / 12) * SHADES)]!.fill);
}
