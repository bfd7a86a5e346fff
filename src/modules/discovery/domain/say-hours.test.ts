import { expect, test } from 'vitest'
import { sayOpeningHours } from './say-hours.ts'

test('opening hours are said in days, not in signs', () => {
  expect(sayOpeningHours('fr', 'Mo 14:00-18:00; Tu-Fr 09:30-12:00,14:00-19:30; Sa 10:00-18:00')).toEqual([
    'lundi 14:00–18:00',
    'mardi–vendredi 09:30–12:00, 14:00–19:30',
    'samedi 10:00–18:00',
  ])
})

test('hours we cannot say plainly are left unsaid', () => {
  expect(sayOpeningHours('fr', 'week 1-53/2 Mo 10:00-12:00; PH off')).toBeNull()
})
