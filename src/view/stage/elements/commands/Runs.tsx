import type { TextCommand } from '../../drawing/command';
import { colourOf } from './drawn-styles';

/** The pieces of a text. */
export const Runs = ({ of }: { of: TextCommand }) => (
  <>
    {of.runs.map(({ text, raised, tone }) => {
      if (raised) return <sup key={text}>{text}</sup>;
      return tone ? (
        <em key={text} style={{ color: colourOf(tone) }}>
          {text}
        </em>
      ) : (
        text
      );
    })}
  </>
);
