import type { Edit } from '../../state/choice/edits';
import { MOST_CHANGES } from '../../state/what-if/changes';
import { useStoreApi } from '../store';

/** Makes a change by hand, unless there would be more than a link can hold. */
export function useAttempt(): (edit: Edit) => void {
  const { getState } = useStoreApi();
  return (edit) => {
    const { choice, edit: change, notify } = getState();
    const { tampered = [] } = edit(choice);
    if (tampered.length <= MOST_CHANGES) change(edit);
    else notify(`There can be ${MOST_CHANGES} changes by hand at a time. Put some back first.`);
  };
}
