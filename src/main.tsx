import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectAddress } from './state/address/address';
import { connectTrial } from './state/address/trial';
import { App } from './view/App';
import { Guard } from './view/guard/Guard';
import { trustOwnParts } from './view/guard/trust';
import './view/styles/tokens.css';
import './view/styles/base.css';

trustOwnParts();
// First, so that a change is tried before anything else is told of it.
connectTrial();
connectAddress();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Guard part="The page" isAll>
      <App />
    </Guard>
  </StrictMode>,
);
