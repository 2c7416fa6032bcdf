// The direction of imports between the rooms of src, and who owns which dependency. Run by `npm run lint`.
// Imports of types count like any other: a circle of types is a circle.

/** What each room may import, besides its own files. */
const ROOMS = {
  issues: [],
  documents: ['issues'],
  statistics: ['issues'],
  conditions: ['documents', 'issues'],
  rubric: ['conditions', 'documents', 'issues'],
  calendar: ['documents', 'issues'],
  engine: ['rubric', 'conditions', 'documents', 'issues'],
  scoring: ['calendar', 'rubric', 'conditions', 'documents', 'issues'],
  sampling: ['scoring', 'calendar', 'rubric', 'statistics', 'conditions', 'documents', 'issues'],
  calibration: ['scoring', 'sampling', 'calendar', 'rubric', 'statistics', 'conditions', 'documents', 'issues'],
  alerts: ['scoring', 'sampling', 'calendar', 'rubric', 'statistics', 'conditions', 'documents', 'issues'],
}

/** The rooms that may import a dependency. A dependency that is not named here, or of another room, is refused. */
const OWNERS = {
  zod: Object.keys(ROOMS),
  'jsonc-parser': ['documents'],
  'json-rules-engine': ['engine', 'conditions'],
  seedrandom: ['sampling', 'calibration'],
  '@noble/hashes': ['sampling'],
  'date-fns': ['documents', 'calendar'],
  '@date-fns/tz': ['documents', 'calendar'],
  'csv-parse': ['cli'],
  commander: ['cli'],
}

const directions = Object.entries(ROOMS).map(([room, below]) => ({
  name: `${room}-imports-down`,
  comment: `src/${room} may import ${below.length > 0 ? below.join(', ') : 'no other room'}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...below].join('|')})/` },
}))

const owners = Object.entries(OWNERS).map(([dependency, rooms]) => ({
  name: `${dependency.replace(/\W+/g, '-')}-has-owners`,
  comment: `${dependency} may be imported by ${rooms.join(', ')}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${rooms.join('|')})/` },
  to: { path: `(^|/)node_modules/${dependency}/` },
}))

export default {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'Files that import each other in a circle, even for types alone, cannot be read one at a time.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    ...directions,
    ...owners,
    {
      name: 'no-other-dependency',
      comment: 'The package depends on few packages, each with the rooms that may import it: see OWNERS.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '(^|/)node_modules/', pathNot: `(^|/)node_modules/(${Object.keys(OWNERS).join('|')})/` },
    },
    {
      name: 'root-index-leaves-out',
      comment: 'The root index gathers neither the command line, nor the engine, nor the internal documents.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/(cli|engine|documents)/' },
    },
    {
      name: 'only-the-engine-loads-json-rules-engine',
      comment: 'Its index brings jsonpath-plus and with it `vm`; conditions take its operator files alone.',
      severity: 'error',
      from: { path: '^src/conditions/' },
      to: {
        path: '(^|/)node_modules/json-rules-engine/',
        pathNot: '/json-rules-engine/dist/engine-default-[a-z-]+\\.js$',
      },
    },
    {
      name: 'no-import-by-own-name',
      comment: 'Within src, import by relative path.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(callgrade|dist/)' },
    },
    {
      name: 'no-unresolved-import',
      comment: 'The path leads nowhere.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
