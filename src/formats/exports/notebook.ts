import type { Section } from './numpy-script';

const lines = (text: string): string[] => text.split(/(?<=\n)/);

/** A NumPy script as a notebook with words between its parts. nbformat 4.5. */
export function notebookOf(sections: readonly Section[], name: string): string {
  const cells = sections.flatMap(({ title, code }, i) => [
    { cell_type: 'markdown', id: `words-${i}`, metadata: {}, source: lines(`## ${title}`) },
    {
      cell_type: 'code',
      id: `code-${i}`,
      metadata: {},
      execution_count: null,
      outputs: [],
      source: lines(code),
    },
  ]);
  const head = {
    cell_type: 'markdown',
    id: 'head',
    metadata: {},
    source: lines(
      `# ${name}\n\nOne forward and one backward pass as Cacheback ran it: what each layer keeps for the way back, and who reads it. Every number is held against the page's.`,
    ),
  };
  return JSON.stringify(
    {
      cells: [head, ...cells],
      metadata: {
        kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' },
        language_info: { name: 'python' },
      },
      nbformat: 4,
      nbformat_minor: 5,
    },
    undefined,
    1,
  );
}
