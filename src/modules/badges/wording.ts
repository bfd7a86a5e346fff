import type { Language } from '#platform/i18n/index.ts'
import type { Achievement } from './domain/achievements.ts'
import type { Wording } from './domain/credential.ts'
import { type Word, words } from './words.ts'

/** What an achievement is called, what it says, and what was seen or done for it. */
export function wordingOf(lang: Language, achievement: Achievement): Wording {
  const t = words(lang)
  const { id, evidence, hours = 0 } = achievement
  if (evidence === 'hours')
    return {
      name: t('award.hours.name', { hours }),
      description: t('award.hours.what', { hours }),
      criteria: [t('award.hours.seen', { hours })],
    }
  const own = (part: 'name' | 'what' | 'seen') => t(`award.${id}.${part}` as Word)
  if (evidence === 'path')
    return {
      name: t('award.path.name', { path: own('name') }),
      description: t('award.path.what', { path: own('name') }),
      criteria: [t('award.path.seen')],
    }
  return { name: own('name'), description: own('what'), criteria: own('seen').split(' / ') }
}
