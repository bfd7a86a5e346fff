import type { FounderSide, MentorSide } from '../../src/modules/mentoring/domain/pair.ts'
import { random } from './season.ts'

const needs = ['customers', 'money', 'law', 'web', 'photos', 'confidence', 'organisation', 'premises']
const sectors = ['food', 'fashion', 'care', 'crafts', 'shop', 'repair', 'digital', 'teaching']
const languages = ['fr', 'ar', 'en', 'pt', 'tr', 'bm']
const week = [1, 2, 3, 4, 5, 6].flatMap((day) =>
  ['morning', 'afternoon', 'evening'].map((part) => `${day}-${part}`),
)

/** A made-up city: founders with two or three needs and a third of the half-days, mentors with one to five places. */
export function makeMentoring({
  founders,
  mentors,
  seed,
}: {
  founders: number
  mentors: number
  seed: number
}): {
  founders: FounderSide[]
  mentors: MentorSide[]
} {
  const next = random(seed)
  const int = (most: number) => Math.floor(next() * most)
  const some = <T>(all: readonly T[], share: number) => all.filter(() => next() < share)
  const one = <T>(all: readonly T[]) => all[int(all.length)] as T
  const ranked = (most: number) =>
    next() < 0.5 ? [...new Set(Array.from({ length: 5 }, () => 1 + int(most)))] : []
  const spoken = () => [...new Set([next() < 0.85 ? 'fr' : one(languages), ...some(languages, 0.15)])]
  return {
    founders: Array.from({ length: founders }, (_, i) => ({
      id: i + 1,
      languages: spoken(),
      weekly: some(week, 0.33),
      sector: one(sectors),
      needs: some(needs, 0.3),
      childcare: next() < 0.4,
      wishesWomanMentor: next() < 0.3,
      waited: next() < 0.2 ? 1 : 0,
      ranked: ranked(mentors),
    })),
    mentors: Array.from({ length: mentors }, (_, i) => ({
      id: i + 1,
      languages: spoken(),
      weekly: some(week, 0.2),
      helps: some(needs, 0.4),
      sectors: some(sectors, 0.3),
      worksIn: next() < 0.6 ? one(sectors) : null,
      avoidsRivals: next() < 0.2,
      avoidsSectors: some(sectors, 0.05),
      saysWoman: next() < 0.5,
      free: 1 + int(5),
      ranked: ranked(founders),
    })),
  }
}
