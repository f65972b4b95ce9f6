import { type Theme, themes, useTheme } from '../src/state/shown/theme';
import { createStore } from '../src/state/store';
import { Segmented } from '../src/view/controls/Segmented';
import { StoreProvider } from '../src/view/store';
import { useThemeOnPage } from '../src/view/useThemeName';
import { Checked } from './Checked';
import styles from './Gallery.module.css';
import { Panels } from './Panels';
import { Stages } from './Stages';
import { Steps } from './Steps';

const store = createStore();

/** Everything that the page shows, in its states, side by side: to look at while it is changed. No part of what is built. */
export function Gallery() {
  useThemeOnPage();
  const { theme, setTheme } = useTheme();
  return (
    <main className={styles.gallery}>
      <header>
        <h1>Panels and stages in their states</h1>
        <Segmented
          label="Theme"
          value={theme}
          options={themes.map((value) => ({ value, label: value }))}
          onChange={(value: Theme) => setTheme(value)}
        />
      </header>
      <StoreProvider store={store}>
        <Stages />
        <Steps />
        <Checked />
        <Panels />
      </StoreProvider>
    </main>
  );
}
