import type { Locator, Page } from '@playwright/test';
import type { Frame } from '../../src/core/pass/frames/frame';
import type { Lane } from '../../src/core/pass/frames/place';

/** A heatmap as its handles tell it. */
export interface Standing {
  readonly tensor: string;
  readonly place: string;
  readonly slot: string | undefined;
  readonly layer: string;
  readonly state: string;
  readonly mark: string | undefined;
}

const inOrder = (standings: readonly Standing[]): string[] =>
  standings
    .map(({ place, layer, slot, tensor, state, mark }) =>
      [place, layer, slot ?? '', tensor, state, mark ?? ''].join(' '),
    )
    .sort();

/** Every heatmap on the page by its handles, in an order that does not depend on where it stands. */
export const standing = async (page: Page): Promise<string[]> =>
  inOrder(
    await page.locator('[data-tensor]').evaluateAll((elements) =>
      elements.map((element) => {
        const { tensor, place, slot, layer, state, mark } = (element as HTMLElement).dataset;
        return { tensor: tensor!, place: place!, slot, layer: layer!, state: state!, mark };
      }),
    ),
  );

/** What the handles have to say of a frame. */
export const standingIn = ({ places }: Frame): string[] =>
  inOrder(
    Array.from(places.values(), ({ tensor, lane, slot, layer, state, mark }) => ({
      tensor,
      place: lane,
      slot: slot && `${slot.cache}.${slot.slot}`,
      layer: String(layer),
      state,
      mark,
    })),
  );

/** The heatmap of a tensor in a lane. */
export const heatmap = (page: Page, tensor: string, place: Lane): Locator =>
  page.locator(`[data-tensor="${tensor}"][data-place="${place}"]`);

/** The heatmap of a slot: `slot(page, 1, 'activation.Z')`. */
export const slot = (page: Page, layer: number, name: string): Locator =>
  page.locator(`[data-place="cache"][data-layer="${layer}"][data-slot="${name}"]`);

/** Takes the timeline to a step, and waits until it is shown. */
export async function goToStep(page: Page, step: number): Promise<void> {
  await page.getByRole('slider', { name: 'Step', exact: true }).fill(String(step));
  await page.locator(`main[data-step="${step}"]`).waitFor();
}

/** The region that tells what the step does. */
export const inspector = (page: Page): Locator => page.getByRole('region', { name: 'Step', exact: true });

/** The sentence on what the step does. */
export const sentence = (page: Page): Locator => inspector(page).getByRole('status');

/** The lines from slots that are read to what is made of them. */
export const readLines = (page: Page): Locator => page.locator('[data-drawn="reads"]');
