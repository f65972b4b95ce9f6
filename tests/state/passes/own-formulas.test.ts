import { transfer } from 'comlink';
import { expect, it, vi } from 'vitest';
import { activationOf } from '../../../src/core/activations';
import { firstChoice } from '../../../src/state/choice/choice';
import { setFormula } from '../../../src/state/choice/edits';
import { defineFormula } from '../../../src/state/choice/formulas';
import { buffersIn, tracesIn } from '../../../src/state/passes/buffers';
import { startWork } from '../../../src/state/passes/start';
import { workOn } from '../../../src/state/passes/work';
import { PortWorker } from '../../port-worker';

class Working extends PortWorker {
  constructor() {
    super();
    this.offer({
      async work(...asked: Parameters<typeof workOn>) {
        const worked = await workOn(...asked);
        return transfer(worked, [...buffersIn(worked)]);
      },
    });
  }
}

it('formulas of a pass that was worked out elsewhere mean what those of its choice do', async () => {
  vi.stubGlobal('Worker', Working);
  const own = { formula: 'z * sin(z)', slope: 'sin(z) + z * cos(z)' };
  await defineFormula(own);
  const choice = setFormula(2, 'wave', own)(firstChoice);
  const job = { choice, pass: true, plans: ['none', 'pytorch'] };
  const traces = tracesIn(await startWork(job, () => undefined)!.result);
  expect(traces.length).toBe(6);
  for (const { model } of traces)
    expect(activationOf(model.layers[1]!)).toBe(activationOf({ activation: '', own }));
});
