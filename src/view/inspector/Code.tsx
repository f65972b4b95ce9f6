import type { Step, Trace } from '../../core/pass/trace';
import { codeOf, type Language, type Line, languages, type Token } from '../../state/code';
import { usePointed } from '../../state/pointed';
import { Segmented } from '../controls/Segmented';
import styles from './Code.module.css';
import { Named } from './Named';

const labels: Record<Language, { label: string; title: string }> = {
  numpy: { label: 'NumPy', title: 'as the course writes it' },
  torch: { label: 'PyTorch', title: 'as an autograd.Function' },
  jax: { label: 'JAX', title: 'as a custom_vjp with its residuals' },
};

const options = languages.map((value) => ({ value, ...labels[value] }));

/** A step as code, with the line marked that runs, in the language that the reader chose. */
export function Code({ step, trace }: { step: Step; trace: Trace }) {
  const language = usePointed((state) => state.language);
  const { setLanguage } = usePointed.getState();
  return (
    <section className={styles.code} aria-label="Code">
      <Segmented label="Language of the code" value={language} options={options} onChange={setLanguage} />
      <code className={styles.lines}>
        {codeOf(step, trace, language).map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place in the listing.
          <CodeLine key={i} line={line} />
        ))}
      </code>
    </section>
  );
}

const signs = { packs: '⤓', unpacks: '⤒' };

function CodeLine({ line: { depth, tokens, running, packing } }: { line: Line }) {
  return (
    <span
      className={styles.line}
      style={{ paddingLeft: `${depth * 1.2 + 2.6}ch` }}
      aria-current={running ? 'step' : undefined}
      data-packing={packing}
      title={running ? 'runs in this step' : packing && `${packing} the cache`}
    >
      <span className={styles.sign} aria-hidden="true">
        {running ? '▶' : packing && signs[packing]}
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
