import { getPythonWith } from './python/get';

/** Brings the Python that the exported scripts run under. That there is none is no failure: their tests are skipped. */
const [module = 'numpy', missing = 'skipped'] = process.argv.slice(2);
const python = getPythonWith(module);
console.log(
  python
    ? `Python with ${module}: ${python}`
    : `No Python with ${module} can be had on this machine; the tests that run exported scripts are ${missing}.`,
);
if (!python && missing !== 'skipped') process.exitCode = 1;
