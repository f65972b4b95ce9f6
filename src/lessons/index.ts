import aFromZ from './course/a-from-z';
import bytes from './course/bytes';
import caches from './course/caches';
import checkpoints from './course/checkpoints';
import dropout from './course/dropout';
import fakeRelu from './course/fake-relu';
import faster from './course/faster';
import frameworks from './course/frameworks';
import general from './course/general';
import golf from './course/golf';
import keepA from './course/keep-a';
import output from './course/output';
import precision from './course/precision';
import whoReads from './course/who-reads';
import wrongTest from './course/wrong-test';
import type { Lesson } from './lesson';
import type { LessonName } from './names';

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
