/** The house, from the ground up: a floor may import itself and the floors below it, never one beside or above. */
const floors = {
  core: [],
  data: ['core'],
  compare: ['core', 'data'],
  explain: ['core', 'data'],
  mine: ['core', 'data', 'explain'],
  formats: ['core', 'data', 'compare', 'explain', 'mine'],
  lessons: ['core', 'data', 'compare', 'explain', 'mine', 'formats'],
  state: ['core', 'data', 'compare', 'explain', 'mine', 'formats', 'lessons'],
  view: ['core', 'data', 'compare', 'explain', 'mine', 'formats', 'lessons', 'state'],
};

const inside = (names) => `^src/(${names.join('|')})/`;
const packages = (names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

const floorRules = Object.entries(floors).map(([floor, below]) => ({
  name: `${floor}-imports-downwards`,
  comment: `${floor} may import ${[floor, ...below].join(', ')}, and no other floor.`,
  severity: 'error',
  from: { path: inside([floor]) },
  to: { path: '^src/', pathNot: inside([floor, ...below]) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...floorRules,
    {
      name: 'core-stands-alone',
      comment: 'The mathematics needs no package and nothing of Node, so it runs and reads anywhere.',
      severity: 'error',
      from: { path: inside(['core']) },
      to: { pathNot: inside(['core']) },
    },
    {
      name: 'only-the-view-draws',
      comment:
        'React, controls, icons and formulas belong to the view; below it everything runs without a page.',
      severity: 'error',
      from: { path: inside(['core', 'data', 'compare', 'explain', 'mine', 'formats', 'lessons', 'state']) },
      to: {
        path: packages(['react', 'react-dom', 'tinykeys', 'radix-ui', '@radix-ui', 'lucide-react', 'katex']),
      },
    },
    {
      name: 'the-store-is-in-state',
      comment: 'There is one store; data and formats are functions of what they are given.',
      severity: 'error',
      from: { path: inside(['core', 'data', 'compare', 'explain', 'mine', 'formats', 'lessons']) },
      to: { path: packages(['zustand', 'reselect']) },
    },
    {
      name: 'd3-never-touches-the-page',
      comment:
        'd3 computes (scales, shapes, ticks), React draws: none of the parts of d3 that hold DOM nodes.',
      severity: 'error',
      from: {},
      to: {
        path: packages([
          'd3',
          'd3-selection',
          'd3-transition',
          'd3-axis',
          'd3-brush',
          'd3-drag',
          'd3-zoom',
          '@types/d3-(selection|transition|axis|brush|drag|zoom)',
        ]),
      },
    },
    {
      name: 'the-page-ships-dependencies-only',
      comment: 'What the page imports stands under dependencies, and runs in a browser.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'core'], pathNot: '^node_modules/@types/' },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or three.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is left over.',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'no-dead-files',
      comment: 'What the page never reaches is left over, even where a test still does.',
      severity: 'error',
      from: { path: '^src/main\\.tsx$' },
      // What the build puts in the place of a package's part, what JSX becomes, and what the build draws the first picture
      // by: no import of ours names them.
      to: {
        path: '^src/',
        pathNot: '^src/view/(?:guard/adopted-styles|jsx/[a-z-]+|built/(?:first-picture|stage|cells))\\.tsx?$',
        reachable: false,
      },
    },
    {
      name: 'nothing-unresolved',
      comment: 'Every import leads to a file or an installed package.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript interface: this is version 6, installed beside it.
    parser: 'tsc',
    // Imports of types are imports too: a type from a floor above is knowledge of that floor.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
