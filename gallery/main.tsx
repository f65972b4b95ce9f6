import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../src/view/styles/tokens.css';
import '../src/view/styles/base.css';
import { Gallery } from './Gallery';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
);
