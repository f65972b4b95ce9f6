import { getBrowser } from './browser/get';
import { thisMachine } from './browser/machine';
import { ways } from './browser/ways';

try {
  console.log(`Browser: ${getBrowser(thisMachine, ways, console.log)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
