import type { Tones } from '../stage/drawing/tones';
import type { ThemeName } from '../stage/paint/colours';

/** What the colours of a file are. */
export interface Look {
  readonly theme: ThemeName;
  readonly tones: Tones;
}
