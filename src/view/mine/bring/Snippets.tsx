import { Copy } from 'lucide-react';
import controls from '../../controls/controls.module.css';
import { useActions } from '../../store';
import styles from './Bring.module.css';
import { snippets } from './snippets';

/** How arrays are saved in Python, to copy; `open` where there is room for it. */
export function Snippets({ open = false }: { open?: boolean }) {
  const { notify } = useActions();
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => notify('The lines are copied.', { passing: true }),
      () => notify('The browser does not let the page copy. Select the lines, and copy them.'),
    );
  return (
    <details className={styles.snippets} open={open}>
      <summary>How do I save mine?</summary>
      {Object.entries(snippets).map(([whose, text]) => (
        <figure key={whose}>
          <figcaption>
            From {whose}
            <button
              type="button"
              className={controls.icon}
              aria-label={`Copy the lines for ${whose}`}
              title="Copy"
              onClick={() => copy(text)}
            >
              <Copy size={14} aria-hidden="true" />
            </button>
          </figcaption>
          {/* Long lines scroll sideways, by the keyboard too. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls takes the focus, so that keys reach its end. */}
          <pre tabIndex={0}>{text}</pre>
        </figure>
      ))}
    </details>
  );
}
