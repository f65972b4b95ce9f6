import { expect, it } from 'vitest';
import { headForm } from '../../../src/view/stage/head/head-form';

it('a head keeps its buttons for units while its card narrows, longer than its name in full', () => {
  const widths = Array.from({ length: 300 }, (_, i) => 400 - i);
  const forms = widths.map((width) => headForm(width, 'relu', 'Z'));
  expect(forms[0]).toEqual({ steps: true, named: true, keeps: true });
  expect(forms.findIndex(({ named }) => !named)).toBeLessThan(forms.findIndex(({ steps }) => !steps));
});
