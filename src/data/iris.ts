import type { DataSet } from './data-set';

let make: DataSet['make'] | undefined;

/** Says that the flowers are there (`irises.ts`): they are no part of the first load, and come with what checks edits. */
export function provideIrises(making: DataSet['make']): void {
  make = making;
}

/** Fisher's irises: 150 flowers, four measures in cm, three species in turn; which flower comes when is the seed's. */
export const iris: DataSet = {
  label: 'Iris',
  features: 4,
  classes: 3,
  most: 150,
  make(m, random) {
    if (!make) throw new Error('the irises have not come');
    return make(m, random);
  },
};
