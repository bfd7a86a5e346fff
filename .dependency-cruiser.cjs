// The boundaries of the house, each with its reason. Who may know whom is read from modules.json.
const modules = require('./modules.json')

const knowledge = Object.entries(modules).map(([name, { knows }]) => ({
  name: `${name}-knows-only-${knows.join('-') || 'nobody'}`,
  comment: `modules.json says whom ${name} may know. A new arrow is a decision: change modules.json and say why in docs/decisions.`,
  severity: 'error',
  from: { path: `^src/modules/${name}/` },
  to: { path: '^src/modules/', pathNot: `^src/modules/(${[name, ...knows].join('|')})/` },
}))

module.exports = {
  forbidden: [
    ...knowledge,
    {
      name: 'only-the-front-door',
      comment:
        'Another module is known by its index.ts alone: everything behind it may change without asking.',
      severity: 'error',
      from: { path: '^src/modules/([^/]+)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^src/modules/([^/]+)/.+', pathNot: '^src/modules/($1/|[^/]+/index\\.ts$)' },
    },
    {
      name: 'domain-is-pure',
      comment:
        'Rules take plain values: no database, no server, no page. The desk runs the same files in the browser.',
      severity: 'error',
      from: { path: '^src/modules/[^/]+/domain/', pathNot: '\\.test\\.tsx?$' },
      to: {
        dependencyTypesNot: ['type-only'],
        path: '^(src/platform/(database|work|jobs|http|seal|messages)|src/ui|src/modules/[^/]+/(db|pages)/|src/modules/[^/]+/routes|node_modules/(pg|kysely|hono|preact))',
      },
    },
    {
      name: 'sql-only-in-db',
      comment: 'Tables are read and written in db/: the rest of a module says what it wants, in words.',
      severity: 'error',
      from: { path: '^src/modules/', pathNot: '(/db/|\\.test\\.tsx?$)' },
      to: { path: '(^src/platform/database/index|node_modules/(pg|kysely)/)' },
    },
    {
      name: 'platform-knows-no-product',
      comment: 'The platform holds no product word: it can be lifted into another house.',
      severity: 'error',
      from: { path: '^src/platform/', pathNot: '(^src/platform/testing/|\\.test\\.tsx?$)' },
      to: { path: '^src/(modules|ui|front|demo)/' },
    },
    {
      name: 'ui-knows-no-module',
      comment: 'The ui draws what it is given.',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/(modules|front|demo)/' },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one idea, or three.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
