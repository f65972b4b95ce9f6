import type { KeepRuleName } from '../../core/model/keep-rules';
import type { Layer, Model } from '../../core/model/model';

/** Where a plan of real code was looked up. */
export interface Evidence {
  readonly version: string;
  readonly source: string;
  /** Whether that code was run, or only read. */
  readonly seen: 'run' | 'read';
}

/** One rule for a whole network: what its layers keep on the way forward. */
export interface Plan {
  readonly label: string;
  /** The title under which it is listed. */
  readonly group:
    | 'Keep'
    | 'Batch norm'
    | 'Dropout'
    | 'The output'
    | 'Compute again'
    | 'The course'
    | 'Real code';
  /** What it is, in a sentence. */
  readonly says: string;
  /** Whether a network has what the rule is about; where this is left out, every one has. */
  isFor?(model: Pick<Model, 'layers'>): boolean;
  /** The same network under this rule. */
  apply(model: Model): Model;
  /** What to know about such a layer under this rule, as where the picture simplifies real code; undefined where nothing. */
  note?(layer: Layer): string | undefined;
  /** Whether that code has no such activation at all, so that the picture is only what it might do. */
  lacks?(layer: Layer): boolean;
  readonly evidence?: Evidence;
}

/** The words that describe a rule, as a sentence. */
export const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}.`;

/** What code keeps for an activation, by the nearest keep rule, and what that leaves out. */
export interface Kept {
  readonly keep: KeepRuleName;
  readonly note: string | undefined;
}
