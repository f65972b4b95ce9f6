import { useMemo } from 'react';
import type { Matrix } from '../../../core/math/matrix';
import { named } from '../../../core/model/names';
import { inWords } from '../../../explain/numbers';
import { reachOf } from '../../../state/scales';
import { selectExplored, selectUntouched } from '../../../state/selectors';
import { Select } from '../../controls/Select';
import { placeThing } from '../../stage/drawing/place';
import { Heatmap } from '../../stage/elements/cells/Heatmap';
import { useActions, useStore } from '../../store';
import styles from '../Activations.module.css';
import type { Subject } from '../useSubject';
import { cellPlaces, useHoveredCell } from './cell-pointing';
import { useOutputs } from './useOutputs';

const MOST = { width: 240, height: 110 };
const CELL = { width: 24, height: 18 };

/** Z of a layer of the model, and what this activation makes of it. */
export function LayerCells({ subject, layer }: { subject: Subject; layer: number }) {
  const trace = useStore(selectUntouched);
  const { explore } = useActions();
  const { activation } = useStore(selectExplored);
  const Z = trace.buffers.get(named('Z', layer))!;
  const A = useOutputs(subject, Z);
  const hovered = useHoveredCell(Z.cols);
  const isOfLayer = trace.model.layers[layer - 1]?.activation === subject.name;
  const options = trace.model.layers.map((_, i) => ({ value: String(i + 1), label: `layer ${i + 1}` }));
  return (
    <section className={styles.panel} aria-label="The cells of a layer">
      <div className={styles.panelTitle}>
        <h3>The cells of</h3>
        <div className={styles.layerPicker}>
          <Select
            label="Layer whose cells lie on the curve"
            value={String(layer)}
            options={options}
            onChange={(next) => explore({ activation, layer: Number(next) })}
          />
        </div>
        <p className={styles.hint}>
          {hovered === undefined
            ? 'Point at a cell, or at its point on the curve.'
            : `z = ${inWords(Z.data[hovered]!)}${A ? `, a = ${inWords(A.data[hovered]!)}` : ''}`}
        </p>
      </div>
      <div className={styles.cellMaps}>
        <CellMap tensor={named('Z', layer)} place={cellPlaces[0]} matrix={Z} hovered={hovered} />
        {A ? (
          <CellMap
            tensor={named('A', layer)}
            place={cellPlaces[1]}
            matrix={A}
            hovered={hovered}
            label={isOfLayer ? undefined : `${subject.name} of Z[${layer}]`}
          />
        ) : (
          <p className={styles.hint} role="status">
            {subject.name} of so many cells takes a moment …
          </p>
        )}
      </div>
    </section>
  );
}

interface MapProps {
  readonly tensor: string;
  readonly place: string;
  readonly matrix: Matrix;
  readonly hovered: number | undefined;
  readonly label?: string | undefined;
}

function CellMap({ tensor, place, matrix, hovered, label }: MapProps) {
  const { rows, cols } = matrix;
  // It stays the same while its cells are pointed at, so that they are not painted again.
  const thing = useMemo(() => {
    const box = {
      x: 0,
      y: 20,
      width: Math.min(MOST.width, cols * CELL.width),
      height: Math.min(MOST.height, rows * CELL.height),
    };
    const spot = { lane: 'forward', tensor, layer: 0, state: 'held' } as const;
    return placeThing({ key: place, spot, matrix, scale: reachOf([matrix]), box, label });
  }, [tensor, place, matrix, label, rows, cols]);
  const { box } = thing;
  const cell = { width: box.width / cols, height: box.height / rows };
  return (
    <div className={styles.cellMap} style={{ width: box.width, height: box.height + 20 }}>
      <Heatmap id={place} thing={thing} />
      {hovered !== undefined && hovered < matrix.data.length && (
        <div
          className={styles.pointedCell}
          style={{
            left: (hovered % cols) * cell.width,
            top: box.y + Math.floor(hovered / cols) * cell.height,
            ...cell,
          }}
        />
      )}
    </div>
  );
}
