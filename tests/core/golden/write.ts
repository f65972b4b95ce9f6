import { writeFileSync } from 'node:fs';
import { fingerprint, golden } from './passes';

// After a change that is meant to change what a pass does: `npx tsx tests/core/golden/write.ts`.
const fingerprints = Object.fromEntries(golden().map(([name, model]) => [name, fingerprint(model)]));
writeFileSync(new URL('passes.json', import.meta.url), `${JSON.stringify(fingerprints, null, 2)}\n`);
