import { useMemo, useState } from 'react';
import { sizesOf } from '../src/core/model/model';
import { frameAt } from '../src/core/pass/frames/frame';
import { scalesOf } from '../src/state/scales';
import { stageGeometry } from '../src/view/stage/layout/fit';
import { Picture } from '../src/view/stage/Picture';
import { networkNames, passOf } from '../tests/examples/networks';
import { State } from './State';

const room = { width: 1100, height: 640, fit: 'network', numbers: false } as const;

function Stage({ of }: { of: (typeof networkNames)[number] }) {
  const trace = useMemo(() => passOf(of), [of]);
  const [index, setIndex] = useState(() => Math.ceil(trace.steps.length * 0.7));
  const geometry = useMemo(
    () => stageGeometry(frameAt(trace, 0).places, sizesOf(trace.model), room),
    [trace],
  );
  return (
    <State of={`Stage: ${of}`}>
      <input
        type="range"
        aria-label={`Step of ${of}`}
        min={0}
        max={trace.steps.length}
        value={index}
        onChange={({ target }) => setIndex(Number(target.value))}
      />
      <Picture
        name={of}
        trace={trace}
        frame={frameAt(trace, index)}
        scales={scalesOf([trace])}
        geometry={geometry}
        notes={new Map()}
      />
    </State>
  );
}

/** The stage of every example, at a step that can be chosen. */
export const Stages = () => networkNames.map((name) => <Stage key={name} of={name} />);
