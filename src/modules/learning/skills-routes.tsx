import { Hono } from 'hono'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { answerPage } from '#ui/answer.tsx'
import { nextQuestion } from './domain/next-question.ts'
import { outcome } from './domain/outcome.ts'
import type { Reading } from './domain/say.ts'
import type { Answered } from './domain/settle.ts'
import { readTrail } from './domain/trail.ts'
import { OutcomePage } from './pages/skills-outcome.tsx'
import { QuestionPage } from './pages/skills-question.tsx'
import { StartPage } from './pages/skills-start.tsx'
import { readLadders } from './read-ladders.ts'
import { readNear } from './read-near.ts'
import { pathsFor } from './read-paths.ts'
import { words } from './words.ts'

const visitor = { kind: 'visitor' } as const

/** What may not be in a search: a text no database takes. */
export const typedTown = (text: string) => text.replaceAll('\0', '').trim().slice(0, 120)

export const readingOf = (c: Ctx): Reading => ({ lang: c.var.lang, easy: c.req.query('easy') === '1' })

/** Where am I: ten questions at most, no account. The address carries the answers; nothing is written anywhere. */
export function skillsRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const { ladders, rungs } = readLadders()
  const known = new Set(rungs.map(({ code }) => code))
  const answeredOf = (c: Ctx) => readTrail(c.req.query('a') ?? '', known)

  const showOutcome = async (c: Ctx, answered: readonly Answered[]) => {
    const reading = readingOf(c)
    const found = outcome(rungs, answered)
    const needs = [...new Set(found.next.map(({ need }) => need))]
    const town = typedTown(c.req.query('near') ?? '')
    const near = await house.inWork(visitor, (work) => readNear(work, town, needs))
    const paths = pathsFor(needs)
    return answerPage(
      c,
      house,
      { title: words(reading.lang)('outcome'), width: 'narrow', theme: 'learning' },
      <OutcomePage
        reading={reading}
        ladders={ladders}
        answered={answered}
        outcome={found}
        near={near}
        town={town}
        now={house.now()}
        paths={paths}
      />,
    )
  }
  app.get('/skills', (c) => {
    const t = words(c.var.lang)
    return answerPage(
      c,
      house,
      { title: t('skills'), description: t('skillsLead'), width: 'narrow', theme: 'learning' },
      <StartPage reading={readingOf(c)} ladders={ladders} />,
    )
  })
  app.get('/skills/questions', (c) => {
    const answered = answeredOf(c)
    const next = nextQuestion(rungs, answered)
    if (next.kind === 'stop') return showOutcome(c, answered)
    const page = { title: words(c.var.lang)('skills'), width: 'narrow', theme: 'learning' } as const
    return answerPage(
      c,
      house,
      page,
      <QuestionPage reading={readingOf(c)} ladders={ladders} answered={answered} next={next} />,
    )
  })
  app.get('/skills/outcome', (c) => {
    const answered = answeredOf(c)
    return answered.length === 0 ? c.redirect('/skills', 302) : showOutcome(c, answered)
  })
  return app
}
