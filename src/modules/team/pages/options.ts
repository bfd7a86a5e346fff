import { type Language, languages as named } from '#platform/i18n/index.ts'
import type { IconName } from '#ui/icon.tsx'
import { languages, reaches, type Skill, skills } from '../domain/vocabulary.ts'
import { words } from '../words.ts'

const drawings: Readonly<Record<Skill, IconName>> = {
  smartphone: 'phone',
  computer: 'workshop',
  internet: 'talk',
  safety: 'scam',
  paperwork: 'form',
  photos: 'photo',
  'job-search': 'job',
  office: 'course',
  business: 'shop',
  fablab: 'fablab',
  coding: 'clinic',
  games: 'game',
}

export const skillOptions = (lang: Language) =>
  skills.map((skill) => ({ value: skill, label: words(lang)(`skill.${skill}`), icon: drawings[skill] }))

export const languageOptions = () =>
  languages.map((code) => ({ value: code, label: named[code].ownName, lang: code }))

export const reachOptions = (lang: Language) =>
  reaches.map((km) => ({ value: String(km), label: words(lang)('reachKm', { km }) }))
