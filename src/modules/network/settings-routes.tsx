import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed } from '#platform/http/form.ts'
import { readHomes } from './db/kit.ts'
import { readListedCentres, readRooms } from './db/open-centre.ts'
import { centreForm, roomForm } from './domain/centre-form.ts'
import { addRoom, openCentre } from './open-centre.ts'
import { CentresPage, RoomsPage } from './pages/settings.tsx'
import { type SettingsWord, settingsWords } from './settings-words.ts'

/** What is set once: the network manager’s centres, a coordinator’s rooms. */
export function settingsRoutes(house: House): Routes {
  const app = new Hono<Env>()
  app.use('/settings/centres', withMember(house), requireMember('network-manager'))
  app.use('/settings/rooms', withMember(house), requireMember('coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const saidIn = (c: Ctx, word: SettingsWord) => (c.req.query('said') === word ? word : null)

  const centres = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const listed = await house.inWork(memberOf(c), readListedCentres)
    return answerTeam(
      c,
      house,
      memberOf(c),
      {
        title: settingsWords(c.var.lang)('centres'),
        under: '/settings/centres',
        ...(Object.keys(errors).length > 0 && { errors: true }),
      },
      <CentresPage
        lang={c.var.lang}
        centres={listed}
        said={saidIn(c, 'opened')}
        typed={typed}
        errors={errors}
      />,
    )
  }
  app.get('/settings/centres', (c) => centres(c))
  app.post('/settings/centres', async (c) => {
    const form = await readForm(c, centreForm)
    if (!form.ok) return centres(c, form.typed, form.errors)
    const country = countryOf(form.value.postalCode)
    const phone = parseContact({ phone: form.value.phone, country })
    const typed = form.value.contact
    const contact = parseContact(typed.includes('@') ? { email: typed, country } : { phone: typed, country })
    if (!phone.ok) return centres(c, form.typed, { phone: 'phone-wrong' })
    if (!contact.ok) return centres(c, form.typed, { contact: 'contact-wrong' })
    const opened = await house.inWork(memberOf(c), (work) =>
      openCentre(work, {
        ...form.value,
        phone: phone.value.canonical,
        contact: sealContact(house.seal, contact.value),
        language: 'fr',
      }),
    )
    if (opened.ok) return c.redirect('/settings/centres?said=opened', 303)
    return centres(c, form.typed, {
      [opened.refusal === 'already-a-member' ? 'contact' : 'name']:
        opened.refusal === 'already-a-member' ? 'already-a-member' : 'name-taken',
    })
  })

  const rooms = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}) => {
    const member = memberOf(c)
    const centre = member.centre as number
    const read = await house.inWork(member, async (work) => ({
      rooms: await readRooms(work, centre),
      homes: await readHomes(work, centre),
    }))
    return answerTeam(
      c,
      house,
      member,
      {
        title: settingsWords(c.var.lang)('roomsTitle'),
        under: '/plan',
        ...(Object.keys(errors).length > 0 && { errors: true }),
      },
      <RoomsPage lang={c.var.lang} {...read} said={saidIn(c, 'added')} typed={typed} errors={errors} />,
    )
  }
  app.get('/settings/rooms', (c) => rooms(c))
  app.post('/settings/rooms', async (c) => {
    const form = await readForm(c, roomForm)
    if (!form.ok) return rooms(c, form.typed, form.errors)
    const added = await house.inWork(memberOf(c), (work) => addRoom(work, form.value))
    if (added.ok) return c.redirect('/settings/rooms?said=added', 303)
    return rooms(c, form.typed, { [added.refusal === 'name-taken' ? 'name' : 'place']: added.refusal })
  })
  return app
}
