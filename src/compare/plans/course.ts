import { type ActivationName, isBuiltIn } from '../../core/activations';
import type { KeepRuleName } from '../../core/model/keep-rules';
import { type Layer, withLayers } from '../../core/model/model';
import frameworks from './frameworks.json' with { type: 'json' };
import type { Plan } from './plan';

const [week4, c2w1, week3] = frameworks.sources.course;

/** A plan of the course, which has few activations; others are drawn as if it treated them alike. */
const coursePlan = (
  label: string,
  says: string,
  keep: KeepRuleName,
  has: readonly ActivationName[],
  source = '',
): Plan => {
  const hasIt = ({ activation, own }: Layer) =>
    own === undefined && isBuiltIn(activation) && has.includes(activation);
  return {
    label,
    group: 'The course',
    says,
    apply: (model) => withLayers(model, () => ({ keep, route: undefined })),
    lacks: (layer) => !hasIt(layer),
    note: (layer) =>
      hasIt(layer) ? undefined : `The course has no ${layer.activation} there; it is drawn as if it did.`,
    evidence: { version: 'course code', source, seen: 'read' },
  };
};

/** What the deep learning course's own code keeps, by its weeks. */
export const coursePlans = {
  course_week4: coursePlan(
    'Course 1, week 4',
    'activation_cache = Z; sigmoid_backward computes s again and takes s(1 − s).',
    'Z',
    ['relu', 'sigmoid'],
    week4,
  ),
  course_week3: coursePlan(
    'Course 1, week 3',
    'A dictionary of Z and A, of which backward reads A alone: 1 − A².',
    'ZA',
    ['tanh', 'sigmoid'],
    week3,
  ),
  course_c2w1: coursePlan(
    'Course 2, week 1',
    'One tuple with Z and A, of which backward reads A alone: A > 0.',
    'ZA',
    ['relu', 'sigmoid'],
    c2w1,
  ),
} satisfies Record<string, Plan>;
