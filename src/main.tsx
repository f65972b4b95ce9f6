import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectTrial } from './state/address/trial';
import { loadReader } from './state/choice/load-reader';
import { firstSight } from './state/first-sight';
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

function show(): void {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <StoreProvider store={store}>
        <Guard part="The page" isAll>
          <App />
        </Guard>
      </StoreProvider>
    </StrictMode>,
  );
}

/** Whether the address, or what the browser remembers of it, asks for anything but the first model. */
const isAsked = window.location.hash !== '' || window.history.state !== null;

// What reads and writes links is no part of the first load: the first picture needs it only where a link asks for another.
const connect = (): Promise<void> =>
  Promise.all([import('./state/address/address'), loadReader()]).then(
    ([{ connectAddress }]) => void connectAddress(store),
    () => store.getState().notify('What keeps the link could not be loaded. Is there a connection?'),
  );

if (isAsked) void connect().then(show);
else {
  store.getState().moveTo(firstSight);
  show();
  // Once the picture is on the screen.
  requestAnimationFrame(() => setTimeout(() => void connect()));
}
