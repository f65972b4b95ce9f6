import { readdirSync, readFileSync } from 'node:fs';
import { it } from 'vitest';
import { selectExpectedReport } from '../../src/state/expected';
import { useStore } from '../../src/state/store';

const initial = useStore.getInitialState();
it('try', async () => {
  for (const name of readdirSync('tests/cases/files')) {
    useStore.setState({ ...initial });
    await useStore.getState().open(new File([readFileSync(`tests/cases/files/${name}`)], name));
    const s = useStore.getState();
    const opened = s.choice !== initial.choice;
    const r = selectExpectedReport(s);
    process.stdout.write(
      `${name}: ${opened ? 'OPENED' : 'refused'} ${r ? `${r.tensors} tensors ${r.flaw ? `FLAW ${r.flaw.tensor}` : ''} ${r.misfit ? `MISFIT ${r.misfit}` : ''}` : 'no expected'} ${s.notice ? `\n     ${s.notice.replaceAll('\n', '\n     ')}` : ''}${s.offer ? `\n     [${s.offer.label}]` : ''}\n`,
    );
  }
});
