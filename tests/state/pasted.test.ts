import { describe, expect, it } from 'vitest';
import { firstChoice, sizesOfChoice } from '../../src/state/choice/choice';
import { createStore } from '../../src/state/store';
import { exampleFor } from '../../src/view/mine/bring/example';

const paste = async (text: string) => {
  const store = createStore();
  const isOpened = await store.getState().open(new File([text], 'what was pasted'), { pasted: true });
  return { isOpened, notice: store.getState().notice };
};

describe('a text that is pasted', () => {
  it('and fits nothing is told its shape first, and then what can be done', async () => {
    expect(await paste('dW1 = [[1. 2.]\n [3. 4.]]')).toEqual({
      isOpened: false,
      notice:
        'dW[1]: yours is 2 × 2, here it is 4 × 2. If your network is another, open its model first, or paste X, Y and all W and b with it.',
    });
  });

  it('as the example in the box is written is opened', async () => {
    expect(await paste(exampleFor(sizesOfChoice(firstChoice)))).toMatchObject({ isOpened: true });
  });
});
