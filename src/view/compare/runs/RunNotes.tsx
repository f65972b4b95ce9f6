import type { Plan } from '../../../compare/plans';
import type { Model } from '../../../core/model/model';
import styles from '../Compare.module.css';

/** What to know of a rule, layer by layer: where it is real code, what the picture simplifies, and where that was looked up. */
export function RunNotes({ plan, model }: { plan: Plan; model: Model }) {
  const { evidence } = plan;
  const notes = model.layers.flatMap((layer, i) => {
    const note = plan.note?.(layer);
    return note ? [{ layer: i + 1, activation: layer.activation, note }] : [];
  });
  if (!evidence && notes.length === 0) return null;
  return (
    <div className={styles.notes}>
      {notes.length > 0 && (
        <ul>
          {notes.map(({ layer, activation, note }) => (
            <li key={layer}>
              <strong>
                Layer {layer}, {activation}:
              </strong>{' '}
              {note}
            </li>
          ))}
        </ul>
      )}
      {evidence && (
        <details>
          <summary>
            {evidence.version}, {evidence.seen === 'run' ? 'seen by running it' : 'read in its source'}
          </summary>
          <p>{evidence.source}</p>
        </details>
      )}
    </div>
  );
}
