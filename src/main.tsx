import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectAddress } from './state/address';
import { App } from './view/App';
import './view/styles/tokens.css';
import './view/styles/base.css';

connectAddress();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
