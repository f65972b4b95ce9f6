import type { Section } from './numpy-script';

/** A cell of a notebook, in pieces of its JSON. A source is a list of texts, which a reader puts together. */
function* cellJson(type: 'markdown' | 'code', id: string, source: readonly string[]): Generator<string> {
  yield `{"cell_type":"${type}","id":"${id}","metadata":{},`;
  if (type === 'code') yield '"execution_count":null,"outputs":[],';
  yield '"source":[';
  for (const [i, text] of source.entries()) yield (i === 0 ? '' : ',') + JSON.stringify(text);
  yield ']}';
}

const opening =
  'One forward and one backward pass as Cacheback ran it: what each layer keeps for the way back, and who reads it. Every number is held against those of the page.';

/** A name as plain text in Markdown, which would take some of its signs as its own. */
const plain = (name: string): string => name.replace(/[\\`*_{}[\]<>#+!|~$&-]/g, '\\$&').replace(/\s+/g, ' ');

/** A NumPy script as a notebook with words before it and between its parts, in pieces. nbformat 4.5. */
export function* notebookOf(sections: readonly Section[], name: string, words = opening): Generator<string> {
  yield '{"cells":[';
  yield* cellJson('markdown', 'head', [`# ${plain(name)}\n\n`, words]);
  for (const [i, { title, words, code }] of sections.entries()) {
    yield ',\n';
    yield* cellJson('markdown', `words-${i}`, [`## ${title}\n\n`, words]);
    yield ',\n';
    yield* cellJson('code', `code-${i}`, code);
  }
  const kernel = { display_name: 'Python 3', language: 'python', name: 'python3' };
  const metadata = JSON.stringify({ kernelspec: kernel, language_info: { name: 'python' } });
  yield `],"metadata":${metadata},"nbformat":4,"nbformat_minor":5}\n`;
}
