import type { Verdict } from '../../../core/verdict/verdict';

const captions: Record<Verdict, string> = {
  'A is enough': 'Each vertical line, one output a, meets the curve at one height: A tells the slope.',
  'A is enough while alpha ≥ 0':
    'While alpha ≥ 0, each vertical line, one output a, meets the curve at one height: A tells the slope.',
  'Z is needed':
    'A vertical line, one output a, that meets the curve twice at different heights: A is not enough.',
  'nothing to judge': 'A vertical line is one output a.',
};

/** How the curve of slope against output is read. */
export const captionOf = (verdict: Verdict): string => captions[verdict];
