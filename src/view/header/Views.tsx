import { useStore } from '../../state/store';
import { type ViewName, viewNames } from '../../state/view';
import { Segmented } from '../controls/Segmented';

const labels: Record<ViewName, string> = { step: 'Step', compare: 'Compare' };

const options = viewNames.map((value) => ({ value, label: labels[value] }));

/** The views of the page, one of which is shown. */
export function Views() {
  const view = useStore((state) => state.view);
  const { setView } = useStore.getState();
  return <Segmented label="View" value={view} options={options} onChange={setView} />;
}
