import type { Step, Trace } from '../../../core/pass/trace';
import { codeOf, type Language, type Line, languages, type Token } from '../../../explain/code';
import { Segmented } from '../../controls/Segmented';
import { useDisplay, useDisplayActions } from '../../store';
import { byHand } from './by-hand';
import styles from './Code.module.css';
import { Fold } from './Fold';
import { Named } from './Named';

const labels: Record<Language, { label: string; title: string; rest: string }> = {
  numpy: { label: 'NumPy', title: 'as the course writes it', rest: 'What calls it' },
  torch: { label: 'PyTorch by hand', title: 'as an autograd.Function', rest: 'The rest of it' },
  jax: { label: 'JAX by hand', title: 'as a custom_vjp with its residuals', rest: 'The rest of it' },
};

const options = languages.map((value) => ({ value, label: labels[value].label, title: labels[value].title }));

/** How many lines of a listing there are to the end of the function that runs. */
function ownLines(lines: readonly Line[]): number {
  const running = lines.findLastIndex((line) => line.running);
  const end = lines.findIndex(({ tokens }, i) => i > running && tokens.length === 0);
  return running === -1 || end === -1 ? lines.length : end;
}

/** A step as code, with the line marked that runs, in the language that the reader chose; what calls it comes when asked for. */
export function Code({ step, trace }: { step: Step; trace: Trace }) {
  const language = useDisplay((state) => state.language);
  const isWhole = useDisplay((state) => state.listingWhole);
  const { setLanguage, showListing } = useDisplayActions();
  const lines = codeOf(step, trace, language);
  const own = ownLines(lines);
  const note = byHand(step, trace.model, language);
  return (
    <section className={styles.code} aria-label="Code">
      <Segmented label="Language of the code" value={language} options={options} onChange={setLanguage} />
      {note && <p className={styles.note}>{note}</p>}
      <code className={styles.lines} translate="no">
        {lines.slice(0, isWhole ? undefined : own).map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place in the listing.
          <CodeLine key={i} line={line} />
        ))}
      </code>
      {own < lines.length && (
        <Fold isOpen={isWhole} onTurn={showListing}>
          {labels[language].rest}
        </Fold>
      )}
    </section>
  );
}

const signs = { packs: '⤓', unpacks: '⤒' };

/** What a line does in the step, in words; none where it does nothing. */
const titleOf = ({ running, leading, entry, packing }: Line): string | undefined => {
  if (running) return 'runs in this step';
  if (entry) return "the layer's entry in the list of caches";
  if (leading) return 'leads to the line that runs';
  return packing && `${packing} the cache`;
};

function CodeLine({ line }: { line: Line }) {
  const { depth, tokens, running, leading, entry, packing } = line;
  return (
    <span
      className={styles.line}
      style={{ paddingLeft: `${depth * 1.2 + 2.6}ch` }}
      aria-current={running ? 'step' : undefined}
      data-leading={leading || undefined}
      data-entry={entry || undefined}
      data-packing={packing}
      title={titleOf(line)}
    >
      <span className={styles.sign} aria-hidden="true">
        {running ? '▶' : leading ? '▷' : entry ? '●' : packing && signs[packing]}
      </span>
      {tokens.map((token, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a token is known by its place in the line.
        <Word key={i} token={token} />
      ))}
    </span>
  );
}

function Word({ token: { text, kind, tensor } }: { token: Token }) {
  const word = <span data-kind={kind}>{text}</span>;
  return tensor ? <Named tensor={tensor}>{word}</Named> : word;
}
