import { writeFileSync } from 'node:fs';
import { compiledKernel } from './kernel';

// After a change of the kernel's source: `npm run kernel`. A test holds that nobody forgets.
const text = Buffer.from(await compiledKernel()).toString('base64');
const lines = text.match(/.{1,100}/g)!.map((line) => `  '${line}'`);
writeFileSync(
  new URL('../../src/core/math/kernel/module.ts', import.meta.url),
  `/** What kernel.wat compiles to, in base64: written by \`npm run kernel\`. */\nexport const kernelModule =\n${lines.join(' +\n')};\n`,
);
