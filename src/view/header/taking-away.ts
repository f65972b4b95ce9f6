import type { BufferName } from '../../core/model/names';
import { type ExportKind, type ExportName, exportKinds } from '../../formats/exports';
import { csvOf } from '../../formats/exports/csv';
import { unworkable } from '../../state/address/unworkable';
import { nameOf } from '../../state/choice/choice';
import { cameWith } from '../../state/opening/expected';
import type { Asked, Brought, ErrandName } from '../../state/passes/errands';
import { isWrittenAtOnce } from '../../state/passes/size';
import { selectUntouched } from '../../state/selectors';
import type { Store } from '../../state/state';
import type { PictureKind } from '../picture/kinds';
import { pictureNow } from '../picture/shown';
import type { ThemeName } from '../stage/paint/colours';
import { download } from './download';

const NOT_IN_PYTHON =
  'This network has a part that is not written as this kind of Python code yet. The trace has all of it.';

/** Has a large file written in a thread of its own; what is said in the meantime goes once it is there. */
async function writtenElsewhere<E extends ErrandName>(
  { getState }: Store,
  file: string,
  errand: E,
  asked: Asked<E>,
): Promise<Brought<E>> {
  const says = `Writing ${file} …`;
  getState().notify(says);
  const { startErrand } = await import('../../state/passes/start');
  const brought = await startErrand(errand, asked).result;
  if (getState().notice === says) getState().notify(undefined);
  return brought;
}

/** Hands the pass over as a file of a kind. */
export function exportAs(kind: ExportName, store: Store): void {
  const state = store.getState();
  const { choice, notify } = state;
  const { ending, type, write, lacks }: ExportKind = exportKinds[kind];
  const name = nameOf(choice);
  const file = `${name}.${ending}`;
  const came = cameWith(state);
  const handOver = (pieces: BlobPart[] | undefined) =>
    pieces ? download(file, pieces, type) : notify(lacks?.(choice) ?? NOT_IN_PYTHON);
  if (isWrittenAtOnce(choice)) handOver(write(selectUntouched(state), name, came));
  else
    writtenElsewhere(store, file, 'file', { choice, kind, name, came }).then(
      (blob) => handOver(blob && [blob]),
      (error: unknown) => notify(unworkable(`${file} was not written`, error)),
    );
}

/** Hands one tensor of the pass over as a table. */
export function exportTensor(tensor: BufferName, store: Store): void {
  const { choice, notify } = store.getState();
  const matrix = selectUntouched(store.getState()).buffers.get(tensor)!;
  const file = `${nameOf(choice)}.${tensor}.csv`;
  if (isWrittenAtOnce(choice)) download(file, csvOf(matrix), 'text/csv');
  else
    writtenElsewhere(store, file, 'table', { matrix }).then(
      (blob) => download(file, [blob], 'text/csv'),
      (error: unknown) => notify(unworkable(`${file} was not written`, error)),
    );
}

/** Hands over what is shown as a picture. */
export function exportPicture({ ending, type, draw }: PictureKind, theme: ThemeName, store: Store): void {
  const state = store.getState();
  draw(pictureNow(store, theme)).then(
    (pieces) => download(`${nameOf(state.choice)}.${ending}`, pieces, type),
    () => state.notify('This browser cannot draw a picture as large as this network. The SVG can be opened.'),
  );
}
