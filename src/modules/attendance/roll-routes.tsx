import { Hono } from 'hono'
import { z } from 'zod'
import { parseContact, type SealedContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readForm, typedText } from '#platform/http/form.ts'
import { hashOf, newToken } from '#platform/seal/index.ts'
import { answerDesk, numberOf } from './desk-frame.tsx'
import { marks } from './domain/mark.ts'
import { countHeads } from './headcount.ts'
import { letIn } from './let-in.ts'
import { mark } from './mark.ts'
import { RollPage } from './pages/roll-page.tsx'
import { SheetPage } from './pages/sheet-page.tsx'
import { readRollCall } from './read-roll-call.ts'
import {
  type Answer,
  answerToMark,
  answerToWalkIn,
  noChairForThem,
  numberIsWrong,
  phoneIsWrong,
} from './refusals.ts'
import { walkIn } from './walk-in.ts'
import { words } from './words.ts'

const markForm = z.object({
  registration: z.coerce.number().int().positive(),
  mark: z.enum([...marks, 'undo']),
})
const letInForm = markForm.pick({ registration: true })
const walkInForm = z.object({
  name: z.string().default(''),
  phone: z.string().default(''),
  gesture: z.string().default(''),
})
const headsForm = z.object({
  people: z
    .string()
    .regex(/^\s*\d{1,3}\s*$/)
    .transform(Number),
})

const isOffered = (gesture: string) => /^[\w-]{22}$/.test(gesture)

/** The roll call of a session and the gestures made on it: each a POST that acts once, answered with the roll again. */
export function rollRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const sessionOf = (c: Ctx) => numberOf(c.req.param('id'))
  const back = (c: Ctx, anchor = '') => c.redirect(`/desk/sessions/${sessionOf(c)}${anchor}`, 303)

  const show = async (
    c: Ctx,
    refusal?: Answer,
    typed: Partial<Record<'name' | 'phone' | 'people' | 'gesture', string>> = {},
  ) => {
    const { lang } = c.var
    const member = memberOf(c)
    const read = await house.inWork(member, (work) => readRollCall(work, member, sessionOf(c), !refusal))
    if (!read.ok) return c.notFound()
    const sentence = refusal && words(lang)(refusal.word)
    return answerDesk(
      c,
      house,
      member,
      { title: words(lang)('who'), ...(refusal && { status: refusal.status, errors: true }) },
      <RollPage
        lang={lang}
        call={read.value}
        now={house.now()}
        gesture={typed.gesture && isOffered(typed.gesture) ? typed.gesture : newToken()}
        asksPhone={member.role !== 'facilitator'}
        typed={typed}
        {...(refusal?.field ? { errors: { [refusal.field]: sentence } } : { refused: sentence })}
      />,
    )
  }

  app.get('/desk/sessions/:id', (c) => show(c))

  app.get('/desk/sessions/:id/sheet', async (c) => {
    const member = memberOf(c)
    const read = await house.inWork(member, (work) => readRollCall(work, member, sessionOf(c), true))
    if (!read.ok) return c.notFound()
    const title = words(c.var.lang)('sheetTitle')
    return answerDesk(c, house, member, { title }, <SheetPage lang={c.var.lang} call={read.value} />)
  })

  app.post('/desk/sessions/:id/marks', async (c) => {
    const form = await readForm(c, markForm)
    if (!form.ok) return show(c, answerToMark('registration-unknown'))
    const { registration, mark: pressed } = form.value
    const command = {
      sessionId: sessionOf(c),
      registrationId: registration,
      mark: pressed === 'undo' ? null : pressed,
    }
    const result = await house.inWork(memberOf(c), (work) => mark(work, command))
    return result.ok ? back(c, `#r${registration}`) : show(c, answerToMark(result.refusal))
  })

  app.post('/desk/sessions/:id/admissions', async (c) => {
    const form = await readForm(c, letInForm)
    if (!form.ok) return show(c, answerToMark('registration-unknown'))
    const registrationId = form.value.registration
    const result = await house.inWork(memberOf(c), (work) =>
      letIn(work, { sessionId: sessionOf(c), registrationId }),
    )
    return result.ok
      ? back(c, `#r${registrationId}`)
      : show(c, result.refusal === 'session-full' ? noChairForThem : answerToMark(result.refusal))
  })

  app.post('/desk/sessions/:id/walk-ins', async (c) => {
    const member = memberOf(c)
    const { typed: fields } = await readForm(c, walkInForm)
    const typed = {
      name: typedText(fields, 'name'),
      phone: typedText(fields, 'phone'),
      gesture: typedText(fields, 'gesture'),
    }
    let contact: SealedContact | null = null
    if (typed.phone.trim() && member.role !== 'facilitator') {
      const parsed = parseContact({ phone: typed.phone })
      if (!parsed.ok) return show(c, phoneIsWrong, typed)
      contact = sealContact(house.seal, parsed.value)
    }
    const gesture = isOffered(typed.gesture) ? typed.gesture : newToken()
    const ticket = ticketOf(house, `${sessionOf(c)}:${member.member}:${gesture}`)
    // The language of somebody who just walked in is not known; the form would be one question longer.
    const command = { sessionId: sessionOf(c), name: typed.name, contact, language: 'fr', ticket }
    const result = await house.inWork(member, (work) => walkIn(work, command))
    return result.ok
      ? back(c, `#r${result.value.registrationId}`)
      : show(c, answerToWalkIn(result.refusal), typed)
  })

  app.post('/desk/sessions/:id/headcounts', async (c) => {
    const form = await readForm(c, headsForm)
    const typed = { people: typedText(form.typed, 'people') }
    if (!form.ok) return show(c, numberIsWrong, typed)
    const result = await house.inWork(memberOf(c), (work) =>
      countHeads(work, { sessionId: sessionOf(c), people: form.value.people }),
    )
    if (result.ok) return back(c)
    return show(c, result.refusal === 'not-a-number' ? numberIsWrong : answerToMark(result.refusal), typed)
  })
  return app
}

/** The link of a walk-in, drawn from the page's gesture with our key: the same form twice is the same link, and nobody can foresee it. */
function ticketOf(house: House, gesture: string) {
  const token = house.seal.fingerprint(`walk-in:${gesture}`).toString('base64url').slice(0, 22)
  return { token, hash: hashOf(token), sealed: house.seal.close(token) }
}
