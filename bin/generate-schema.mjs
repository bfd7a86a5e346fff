// Writes src/platform/database/schema.ts from a migrated database: node bin/generate-schema.mjs postgres://owner@host/db
import { spawnSync } from 'node:child_process'

const types = { timestamptz: 'Temporal.Instant', date: 'Temporal.PlainDate', int8: 'number' }
const { status } = spawnSync(
  'node_modules/.bin/kysely-codegen',
  [
    '--dialect',
    'postgres',
    '--url',
    process.argv[2] ?? '',
    '--default-schema',
    'none',
    '--exclude-pattern',
    'graphile_worker.*',
    '--type-mapping',
    JSON.stringify(types),
    '--out-file',
    'src/platform/database/schema.ts',
  ],
  { stdio: 'inherit' },
)
process.exitCode = status ?? 1
