import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Store } from '../../src/state/state';
import { StoreProvider } from '../../src/view/store';

/** Renders parts of the page as they show a store. */
export const renderIn = (store: Store) => (part: ReactNode) =>
  render(part, { wrapper: ({ children }) => <StoreProvider store={store}>{children}</StoreProvider> });
