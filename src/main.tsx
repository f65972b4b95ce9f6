import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectAddress } from './state/address/address';
import { connectTrial } from './state/address/trial';
import { createStore } from './state/store';
import { App } from './view/App';
import { Guard } from './view/guard/Guard';
import { trustOwnParts } from './view/guard/trust';
import { StoreProvider } from './view/store';
import './view/styles/tokens.css';
import './view/styles/base.css';
import './view/styles/forced-colours.css';
import './view/styles/print.css';

trustOwnParts();
const store = createStore();
// First, so that a change is tried before anything else is told of it.
connectTrial(store);
connectAddress(store);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <StoreProvider store={store}>
      <Guard part="The page" isAll>
        <App />
      </Guard>
    </StoreProvider>
  </StrictMode>,
);
