import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Everything that may be changed without changing the code; one environment variable each, all with a default. */
export interface Settings {
  readonly port: number
  readonly host: string
  /** Absolute path of the data folder. */
  readonly data: string
  /** A PostgreSQL run by somebody else; undefined: the embedded one. */
  readonly databaseUrl: string | undefined
  /** The owner's address on that PostgreSQL, for migrations; undefined: somebody migrates by hand. */
  readonly databaseOwnerUrl: string | undefined
  /** Without a slash at its end. */
  readonly publicUrl: string
  /** `auto`: load the demo network when the database is new and embedded. */
  readonly demo: 'auto' | 'on' | 'off'
  readonly rateLimit: boolean
  readonly role: 'all' | 'web' | 'worker'
  /** Undefined: messages are written to the log and shown at the desk, and nothing is sent. */
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Address of a learning record store (xAPI), name and password in it; undefined: results stay here. */
  readonly recordStore: string | undefined
  /** The help line printed on pages, as people read it. */
  readonly phone: string
  /** Signs links and cookies. */
  readonly secret: Buffer
  /** Where each value comes from, by the variable's name. */
  readonly origins: Readonly<Record<SettingName, Origin>>
  /** Each value as it may be shown: secrets are masked. */
  readonly shown: Readonly<Record<SettingName, string>>
}

export type Origin = 'default' | 'environment'

/** A setting's value cannot be used; the message names the setting and says what is expected. */
export class BadSetting extends Error {
  override name = 'BadSetting'
}

const text = (value: string) => value
const optional = (value: string) => (value === '' ? undefined : value)

function port(value: string): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number > 65_535) throw new Error('a number from 0 to 65535')
  return number
}

const oneOf =
  <T extends string>(...allowed: T[]) =>
  (value: string): T => {
    const found = allowed.find((word) => word === value.toLowerCase())
    if (found === undefined) throw new Error(`one of ${allowed.join(', ')}`)
    return found
  }

const address =
  (example: string, ...schemes: string[]) =>
  (value: string): string | undefined => {
    if (value === '') return undefined
    if (!URL.canParse(value) || !schemes.includes(new URL(value).protocol))
      throw new Error(`an address such as ${example}`)
    return value.replace(/\/+$/, '')
  }

const database = address('postgres://maillage_app:password@host:5432/maillage', 'postgres:', 'postgresql:')

/** The settings, as data: the table of the README and the lines printed at start are read from here. */
export const settingsTable = {
  PORT: { default: '3000', parse: port, meaning: 'port to serve on; 0 takes a free one' },
  HOST: { default: '127.0.0.1', parse: text, meaning: 'network address to serve on' },
  PUBLIC_URL: {
    default: '',
    parse: address('https://maillage.example', 'http:', 'https:'),
    meaning: 'address people type, written in messages',
  },
  MAILLAGE_DATA: {
    default: './data',
    parse: (value: string) => resolve(value),
    meaning: 'folder of the database and of the secret',
  },
  DATABASE_URL: {
    default: '',
    parse: database,
    meaning: 'a PostgreSQL 18 you run, as the app role; empty: the embedded one',
  },
  DATABASE_OWNER_URL: {
    default: '',
    parse: database,
    meaning: 'the same, as the owner, to migrate at start',
  },
  MAILLAGE_DEMO: {
    default: 'auto',
    parse: oneOf('auto', 'on', 'off'),
    meaning: 'demo network; auto: when the database is new and embedded',
  },
  MAILLAGE_RATE_LIMIT: {
    default: 'on',
    parse: oneOf('on', 'off'),
    meaning: 'limits how often one address may post',
  },
  MAILLAGE_ROLE: { default: 'all', parse: oneOf('all', 'web', 'worker'), meaning: 'what this process does' },
  SMTP_URL: {
    default: '',
    parse: address('smtp://user:password@host:587', 'smtp:', 'smtps:'),
    meaning: 'mail server; empty: messages are only logged and shown at the desk',
  },
  MAIL_FROM: { default: 'Maillage <maillage@localhost>', parse: text, meaning: 'sender of e-mails' },
  RECORD_STORE_URL: {
    default: '',
    parse: address('https://key:secret@store.example/xapi', 'https:', 'http:'),
    meaning: 'xAPI record store told of finished games; empty: none',
  },
  MAILLAGE_PHONE: { default: '01 99 00 24 12', parse: text, meaning: 'help line printed on pages' },
  MAILLAGE_SECRET: {
    default: '',
    parse: optional,
    meaning: 'signs links and cookies; empty: made once, kept in the data folder',
  },
} as const

export type SettingName = keyof typeof settingsTable

const masked: Partial<Record<SettingName, (value: string) => string>> = {
  MAILLAGE_SECRET: () => '••••••',
  DATABASE_URL: hidePassword,
  DATABASE_OWNER_URL: hidePassword,
  SMTP_URL: hidePassword,
  RECORD_STORE_URL: hidePassword,
}

/** Reads every setting; an empty variable counts as unset. Throws {@link BadSetting}; makes the secret's file if needed. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const names = Object.keys(settingsTable) as SettingName[]
  const given = (name: SettingName) => (env[name] ?? '').trim()
  const read = <N extends SettingName>(name: N) => {
    const { parse, default: fallback } = settingsTable[name]
    try {
      return parse(given(name) || fallback) as ReturnType<(typeof settingsTable)[N]['parse']>
    } catch (error) {
      throw new BadSetting(`${name}=${given(name)} cannot be used: it must be ${(error as Error).message}.`)
    }
  }
  const data = read('MAILLAGE_DATA')
  const host = read('HOST')
  const number = read('PORT')
  const publicUrl =
    read('PUBLIC_URL') ?? `http://${['0.0.0.0', '::'].includes(host) ? 'localhost' : host}:${number}`
  const shown = Object.fromEntries(
    names.map((name) => {
      const raw = given(name) || settingsTable[name].default
      return [name, raw && masked[name] ? masked[name](raw) : raw]
    }),
  ) as Record<SettingName, string>
  shown.PUBLIC_URL = publicUrl
  shown.MAILLAGE_SECRET ||= 'kept in the data folder'
  shown.MAILLAGE_DATA = data
  return {
    port: number,
    host,
    data,
    publicUrl,
    databaseUrl: read('DATABASE_URL'),
    databaseOwnerUrl: read('DATABASE_OWNER_URL'),
    demo: read('MAILLAGE_DEMO'),
    rateLimit: read('MAILLAGE_RATE_LIMIT') === 'on',
    role: read('MAILLAGE_ROLE'),
    smtpUrl: read('SMTP_URL'),
    mailFrom: read('MAIL_FROM'),
    recordStore: read('RECORD_STORE_URL'),
    phone: read('MAILLAGE_PHONE'),
    secret: secretOf(read('MAILLAGE_SECRET'), data),
    origins: Object.fromEntries(
      names.map((name) => [name, given(name) ? 'environment' : 'default']),
    ) as Record<SettingName, Origin>,
    shown,
  }
}

/** One aligned line per setting: name, value, origin. Secrets are masked. */
export function describeSettings({ shown, origins }: Settings): string {
  const rows = (Object.keys(settingsTable) as SettingName[]).map(
    (name) => [name, shown[name] || '(none)', origins[name]] as const,
  )
  const width = (column: 0 | 1) => Math.max(...rows.map((row) => row[column].length))
  return rows
    .map(([name, value, origin]) => `  ${name.padEnd(width(0))}  ${value.padEnd(width(1))}  ${origin}`)
    .join('\n')
}

function hidePassword(url: string): string {
  if (!URL.canParse(url)) return '••••••'
  const shown = new URL(url)
  if (shown.password) shown.password = '******'
  return shown.href
}

/** Thirty-two random bytes, the same at each start and in each process of the folder. */
function secretOf(given: string | undefined, data: string): Buffer {
  if (given !== undefined) return Buffer.from(given, 'utf8')
  const file = join(data, 'secret')
  if (!existsSync(file)) {
    mkdirSync(data, { recursive: true, mode: 0o700 })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, randomBytes(32), { mode: 0o600 })
    try {
      linkSync(draft, file) // whole or not at all, and the first of two processes wins
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(draft)
    }
  }
  return readFileSync(file)
}
