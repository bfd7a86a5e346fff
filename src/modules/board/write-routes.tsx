import { Hono } from 'hono'
import { readTowns } from '#modules/network/index.ts'
import { sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { answerPage } from '#ui/answer.tsx'
import { readMeetingPlaces } from './db/around.ts'
import { readMoments } from './db/moments.ts'
import { noticeForm } from './domain/forms.ts'
import { readChoice } from './domain/moment.ts'
import { sides } from './domain/vocabulary.ts'
import { NewNoticePage, WherePage } from './pages/new-notice.tsx'
import { postNotice } from './post-notice.ts'
import { contactOf } from './read-address.ts'
import { answerTo } from './refusals.ts'
import { words } from './words.ts'

const visitor = { kind: 'visitor' } as const

/** Writing a notice: which centre, then the form. */
export function writeRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const write = async (c: Ctx, slug: string, typed: Typed, errors: FieldErrors) => {
    const towns = await house.inWork(visitor, readTowns)
    const town = towns.find((one) => one.slug === slug)
    const page = { title: words(c.var.lang)('newTitle'), width: 'narrow' as const }
    if (!town) {
      const side = sides.find((one) => one === typed.side) ?? ''
      return answerPage(c, house, page, <WherePage lang={c.var.lang} towns={towns} side={side} />)
    }
    const read = await house.inWork({ kind: 'resident', centre: town.centre }, async (work) => ({
      places: await readMeetingPlaces(work, town.centre),
      moments: await readMoments(work, town.centre),
    }))
    return answerPage(
      c,
      house,
      { ...page, errors: Object.keys(errors).length > 0 },
      <NewNoticePage lang={c.var.lang} town={town} {...read} typed={typed} errors={errors} />,
    )
  }
  app.get('/board/new', (c) => {
    const { centre = '', side = '', subject = '', machine = '' } = c.req.query()
    return write(c, centre, { side, subject, machine }, {})
  })
  // An address a form was posted to, opened again: the page it belongs to.
  app.get('/board/notices', (c) => c.redirect('/board/new', 302))
  app.post('/board/notices', async (c) => {
    const form = await readForm(c, noticeForm)
    const slug = typedText(form.typed, 'centre')
    const town = (await house.inWork(visitor, readTowns)).find((one) => one.slug === slug)
    if (!town) return c.redirect('/board/new', 303)
    const contact = contactOf(form.typed, town)
    const errors = {
      ...(form.ok ? {} : form.errors),
      ...(contact.ok ? {} : { contact: contact.refusal }),
    }
    if (!form.ok || !contact.ok) return write(c, slug, form.typed, errors)
    const posted = await house.inWork({ kind: 'resident', centre: town.centre }, (work) =>
      postNotice(
        work,
        house.seal,
        {
          centre: town.centre,
          name: form.value.name,
          contact: sealContact(house.seal, contact.value),
          language: c.var.lang,
        },
        { ...form.value, moment: readChoice(form.value.moment) },
      ),
    )
    if (posted.ok) return c.redirect('/board/sent', 303)
    const field = posted.refusal === 'place-unknown' ? 'place' : 'moment'
    return write(c, slug, form.typed, { [field]: answerTo(posted.refusal).word })
  })
  return app
}
