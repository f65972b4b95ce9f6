/** The lessons by their names in links, in the order of the course; what is in them is loaded when it is asked for. */
export const lessonNames = [
  'caches',
  'who-reads',
  'keep-a',
  'fake-relu',
  'general',
  'a-from-z',
  'bytes',
  'faster',
  'wrong-test',
  'output',
  'precision',
  'frameworks',
  'dropout',
  'checkpoints',
  'golf',
] as const;

/** A lesson's name in links. */
export type LessonName = (typeof lessonNames)[number];

/** The lesson that answers what the page asks, and stands on its own: where whoever comes with the question begins. */
export const ANSWERING: LessonName = 'who-reads';

/** Whether a text is a lesson's name. */
export const isLessonName = (text: string): text is LessonName =>
  (lessonNames as readonly string[]).includes(text);
