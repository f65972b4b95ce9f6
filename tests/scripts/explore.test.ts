import { describe, expect, it } from 'vitest';
import { commandFor, failuresIn } from '../../scripts/explore/failures';
import { propertyTests } from '../../scripts/explore/files';
import { runRound } from '../../scripts/explore/round';

const property = `Property failed after 4 tests
{ seed: -7, path: "3:0:1", endOnFailure: true }
Counterexample: [11]`;

const report = {
  testResults: [
    {
      name: '/somewhere/tests/a.test.ts',
      assertionResults: [
        { fullName: 'a holds', status: 'passed', failureMessages: [] },
        { fullName: "a does hold, too: 'always'", status: 'failed', failureMessages: [property] },
        { fullName: 'a is b', status: 'failed', failureMessages: ['expected 1 to be 2'] },
      ],
    },
    { name: '/somewhere/tests/b.test.ts', message: 'Cannot find module', assertionResults: [] },
  ],
};

describe('what test:explore found', () => {
  it('is each test that failed, with the seed and the path that its property told', () => {
    expect(failuresIn(report, 5, '/somewhere')).toMatchObject([
      { file: 'tests/a.test.ts', test: "a does hold, too: 'always'", seed: -7, path: '3:0:1' },
      { file: 'tests/a.test.ts', test: 'a is b', seed: 5, path: undefined },
      { file: 'tests/b.test.ts', test: '', seed: 5, message: 'Cannot find module' },
    ]);
  });

  it('is repeated by a command that a shell reads as it is meant', () => {
    expect(failuresIn(report, 5, '/somewhere').map(commandFor)).toEqual([
      "npm run test:explore -- --seed=-7 --path=3:0:1 --file=tests/a.test.ts --test='a does hold, too: '\\''always'\\'''",
      "npm run test:explore -- --seed=5 --file=tests/a.test.ts --test='a is b'",
      'npm run test:explore -- --seed=5 --file=tests/b.test.ts',
    ]);
  });
});

describe('a round of test:explore', () => {
  it('tries all files whose tests draw by fast-check, or whose helpers do', () => {
    const files = propertyTests('tests');
    expect(files).toContain('tests/core/math/multiply.test.ts');
    expect(files).toContain('tests/view/stage/layout/geometry.test.ts');
    expect(files).toContain('tests/formats/exports/numpy.test.ts');
    expect(files).not.toContain('tests/core/models.ts');
    expect(files).not.toContain('tests/core/reference.test.ts');
  });

  it('draws by its own seed, finds what fails for that seed, and the one draw again by its path', async () => {
    const files = ['tests/scripts/one-in-four.test.ts'];
    const found = await runRound({ files, seed: 3, environment: { FC_FAILING: '1' } });
    expect(found.tests).toBe(2);
    expect(found.failures).toMatchObject([{ file: files[0], seed: 3, path: expect.stringMatching(/^\d+/) }]);
    const [failure] = found.failures;
    const again = await runRound({ ...failure!, files, environment: { FC_FAILING: '1' } });
    expect(again.tests).toBe(1);
    expect(again.failures).toMatchObject([{ test: failure!.test, path: failure!.path }]);
    expect(again.failures[0]!.message).toContain('Property failed after 1 tests');
  });
});
