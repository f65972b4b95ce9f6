import type { BufferName } from '../core/model/names';
import type { Match } from './finding/search';
import type { Made } from './pass';
import type { Row } from './report';
import type { Tensor } from './tensor';

/** What came of one tensor, before it is put into words. */
export interface TensorOutcome {
  readonly made: Made;
  readonly theirs: Tensor | undefined;
  readonly verdict: Row['verdict'];
  readonly match?: Match | undefined;
  readonly from: readonly BufferName[];
  /** Whether others may have been computed from the tensor before it went wrong. */
  readonly isAside: boolean;
}
