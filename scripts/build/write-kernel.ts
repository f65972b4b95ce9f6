import { writeFileSync } from 'node:fs';
import { compiled, kernels } from './kernel';

// After a change of a kernel's source: `npm run kernel`. A test holds that nobody forgets.
for (const [name, kernel] of Object.entries(kernels)) {
  const text = Buffer.from(await compiled(kernel)).toString('base64');
  const lines = text.match(/.{1,100}/g)!.map((line) => `  '${line}'`);
  const source = kernel.source.split('/').at(-1);
  writeFileSync(
    new URL(`../../${kernel.module}`, import.meta.url),
    `/** What ${source} compiles to, in base64: written by \`npm run kernel\`. */\nexport const ${name} =\n${lines.join(' +\n')};\n`,
  );
}
