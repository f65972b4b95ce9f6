import { Guard } from '../guard/Guard';
import { later, useInTime, useLater } from '../later';
import { useDisplay, useDisplayActions } from '../store';
import { useFileDrop } from '../useFileDrop';
import styles from './Around.module.css';
import { Notice } from './Notice';
import { useFocusKept } from './useFocusKept';

const keyList = later('KeyList', () => import('../keys/KeyList'));
const newer = later('Newer', () => import('../offline/Newer'));

/** What lies over the page, whatever is shown, and is no part of the first picture. */
export function Around() {
  const keysListed = useDisplay((state) => state.keysListed);
  const { listKeys } = useDisplayActions();
  const KeyList = useLater(keyList, keysListed, () => listKeys(false));
  const Newer = useInTime(newer);
  const dropping = useFileDrop();
  useFocusKept();
  return (
    <>
      <Notice />
      {Newer && <Newer />}
      {KeyList && (
        <Guard part="The list of keys" over onLeave={() => listKeys(false)}>
          <KeyList />
        </Guard>
      )}
      {dropping && <div className={styles.drop}>Drop a model, or arrays to check</div>}
    </>
  );
}
