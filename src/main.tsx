import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { connectTrial } from './state/address/trial';
import { loadReader } from './state/choice/load-reader';
import { firstSight } from './state/shown/first-sight';
import { createStore } from './state/store';
import { shown } from './view/built/AsBuilt';
import { doEarly } from './view/built/early';
import { Guard } from './view/guard/Guard';
import { trustOwnParts } from './view/guard/trust';
import { loadAsBuilt } from './view/later';
import { App } from './view/page/App';
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
  const root = createRoot(document.getElementById('root')!);
  // At once, with its canvases painted, so that no frame is without them: the built page shows the same already.
  flushSync(() =>
    root.render(
      <StrictMode>
        <StoreProvider store={store}>
          <Guard part="The page" isAll>
            <App />
          </Guard>
        </StoreProvider>
      </StrictMode>,
    ),
  );
  doEarly();
}

/** Whether the address, or what the browser remembers of it, asks for anything but the first model. */
const isAsked = window.location.hash !== '' || window.history.state !== null;

// The page does without them, too.
const loadKernels = (): Promise<unknown> => import('./view/page/kernels').catch(() => undefined);

// What reads and writes links is no part of the first load: the first picture needs it only where a link asks for another.
const connect = (): Promise<void> =>
  Promise.all([import('./state/address/address'), loadReader(), loadKernels()]).then(
    ([{ connectAddress }]) => void connectAddress(store),
    () => store.getState().notify('What keeps the link could not be loaded. Is there a connection?'),
  );

// Where the built page shows no picture, all that would be in it comes first: nothing is to appear part by part.
const whole = shown ? undefined : loadAsBuilt().catch(() => undefined);

if (isAsked) void Promise.all([connect(), whole]).then(show);
else {
  store.getState().moveTo(firstSight);
  if (whole) void whole.then(show);
  else show();
  // Once the picture is on the screen.
  requestAnimationFrame(() => setTimeout(() => void connect()));
}
