import { Monitor, Moon, Sun } from 'lucide-react';
import { themes, useTheme } from '../../state/shown/theme';
import controls from '../controls/controls.module.css';

const looks = {
  system: ['Theme: as the system', Monitor],
  light: ['Theme: light', Sun],
  dark: ['Theme: dark', Moon],
} as const;

/** Switches between the system's theme, light and dark. */
export function ThemeButton() {
  const { theme, setTheme } = useTheme();
  const [name, Icon] = looks[theme];
  const next = themes[(themes.indexOf(theme) + 1) % themes.length]!;
  return (
    <button
      type="button"
      className={controls.button}
      aria-label={name}
      title={name}
      onClick={() => setTheme(next)}
    >
      <Icon size={15} aria-hidden="true" />
    </button>
  );
}
