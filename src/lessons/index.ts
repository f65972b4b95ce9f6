import aFromZ from './a-from-z';
import bytes from './bytes';
import caches from './caches';
import checkpoints from './checkpoints';
import dropout from './dropout';
import fakeRelu from './fake-relu';
import faster from './faster';
import frameworks from './frameworks';
import general from './general';
import golf from './golf';
import keepA from './keep-a';
import type { Lesson } from './lesson';
import type { LessonName } from './names';
import output from './output';
import precision from './precision';
import whoReads from './who-reads';
import wrongTest from './wrong-test';

/** Every lesson there is, by its name. To add one is to add it here, and its name to `lessonNames`. */
export const lessons: Readonly<Record<LessonName, Lesson>> = {
  caches,
  'who-reads': whoReads,
  'keep-a': keepA,
  'fake-relu': fakeRelu,
  general,
  'a-from-z': aFromZ,
  bytes,
  faster,
  'wrong-test': wrongTest,
  output,
  precision,
  frameworks,
  dropout,
  checkpoints,
  golf,
};
