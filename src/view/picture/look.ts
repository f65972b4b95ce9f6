import type { ThemeName } from '../stage/colours';
import type { Tones } from '../stage/drawing/tones';

/** What the colours of a file are. */
export interface Look {
  readonly theme: ThemeName;
  readonly tones: Tones;
}
