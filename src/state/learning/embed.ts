import type { LessonName } from '../../lessons/names';

/** The size of a frame in which a course's site shows a lesson, in CSS pixels. */
export const frameSize = { width: 760, height: 520 } as const;

/** What is folded away in a frame, where a lesson or a question is the point. */
const folded = 'hide=header,editor,inspector,code,checks';

/** The short link to a beat of a lesson, counted from 1. */
export const lessonHash = (name: LessonName, beat: number): string => `#lesson=${name}&beat=${beat}`;

/** A link that shows only the lesson or the question. */
export const foldedHash = (hash: string): string => `${hash}${hash.includes('&') ? '&' : '/'}${folded}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** The HTML by which another page shows an address in a frame; `title` is what screen readers call it. */
export const frameOf = (address: string, title: string): string =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="${frameSize.width}" height="${frameSize.height}" loading="lazy" allow="clipboard-write"></iframe>`;
