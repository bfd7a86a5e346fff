import { Hono } from 'hono'
import { requireMember, withMember } from '#modules/access/index.ts'
import { countryOf, parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, type Typed, typedText } from '#platform/http/form.ts'
import { done, refuse } from '#platform/work/index.ts'
import type { FieldError } from '#ui/form.tsx'
import { bookAtTheDoor } from './book-at-the-door.ts'
import { cancelBooking } from './cancel-booking.ts'
import { readOpenings } from './db/hours.ts'
import { readMachine } from './db/machines.ts'
import { deleteLastPresence, insertPresence } from './db/presences.ts'
import { markForm, presenceForm, walkInForm } from './domain/lab-forms.ts'
import { answerLab, labRoles, memberOf, numberIn, saidRefusal } from './lab-frame.tsx'
import { type LabWord, labWords } from './lab-words.ts'
import { markCame } from './mark-came.ts'
import { LabDayPage } from './pages/lab-day.tsx'
import { LabWalkInPage } from './pages/lab-walk-in.tsx'
import { readDoor } from './read-door.ts'
import { readLabDay } from './read-lab-day.ts'
import type { Refusal } from './refusals.ts'
import { newTicket } from './ticket.ts'

const dayIn = (text: string | undefined): Temporal.PlainDate | null => {
  if (!/^20\d\d-\d\d-\d\d$/.test(text ?? '')) return null
  try {
    return Temporal.PlainDate.from(text ?? '', { overflow: 'reject' })
  } catch {
    return null
  }
}

/** The day of the lab: who comes, who came, who stands at the door. For everybody of the team. */
export function labDayRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/fablab', '/fablab/bookings', '/fablab/bookings/*', '/fablab/presences'])
    app.use(path, withMember(house), requireMember(...labRoles.day))

  const show = async (c: Ctx, errors: FieldError[] = [], status?: number, on?: Temporal.PlainDate) => {
    const member = memberOf(c)
    const day = await house.inWork(member, (work) =>
      readLabDay(work, member.centre, on ?? dayIn(c.req.query('on'))),
    )
    const t = labWords(c.var.lang)
    return answerLab(
      c,
      house,
      {
        title: t('lab'),
        tab: '/fablab',
        ...(errors.length > 0 && { errors: true }),
        ...(status && { status }),
      },
      <LabDayPage
        lang={c.var.lang}
        day={day}
        now={house.now()}
        mayRunTheLab={member.role !== 'receptionist'}
        errors={errors}
        said={c.req.query('said') === 'booked' ? t('day.booked') : null}
      />,
    )
  }
  const refused = (c: Ctx, refusal: Refusal) => {
    const { status, message } = saidRefusal(c, refusal)
    return show(c, [{ message }], status)
  }
  app.get('/fablab', (c) => show(c))
  // Addresses forms were posted to, opened again: the page they belong to.
  for (const path of ['/fablab/presences', '/fablab/bookings', '/fablab/bookings/:id/:gesture'])
    app.get(path, (c) => c.redirect('/fablab', 302))

  app.post('/fablab/bookings/:id/mark', async (c) => {
    const form = await readForm(c, markForm)
    const came = form.ok && form.value.came !== 'none' ? form.value.came : null
    const marked = await house.inWork(memberOf(c), (work) => markCame(work, { bookingId: numberIn(c), came }))
    return marked.ok ? c.redirect(backTo(c), 303) : refused(c, marked.refusal)
  })
  app.post('/fablab/bookings/:id/cancellation', async (c) => {
    const cancelled = await house.inWork(memberOf(c), (work) =>
      cancelBooking(work, { bookingId: numberIn(c), by: 'lab' }),
    )
    return cancelled.ok ? c.redirect(backTo(c), 303) : refused(c, cancelled.refusal)
  })
  app.post('/fablab/presences', async (c) => {
    const form = await readForm(c, presenceForm)
    if (!form.ok) return refused(c, 'opening-unknown')
    const { opening: id, kind, take } = form.value
    const noted = await house.inWork(memberOf(c), async (work) => {
      const [opening] = await readOpenings(work, { id, centre: memberOf(c).centre })
      if (!opening) return refuse({ refusal: 'opening-unknown' })
      if (take === 'back') await deleteLastPresence(work, id)
      else {
        const { centre } = opening
        if (!(await insertPresence(work, { centre, opening: id, people: 1, machineKind: kind })))
          return refuse({ refusal: 'lab-full' })
      }
      return done(null)
    })
    if (noted.ok) return c.redirect(backTo(c), 303)
    return noted.refusal === 'lab-full'
      ? show(c, [{ message: labWords(c.var.lang)('day.labFull') }], 409)
      : refused(c, noted.refusal)
  })

  const walkIn = async (c: Ctx, typed: Typed = {}, errors: FieldError[] = [], status?: number) => {
    const member = memberOf(c)
    const on = dayIn(c.req.query('on') ?? typedText(typed, 'on'))
    const read = await house.inWork(member, (work) => readDoor(work, member.centre, on))
    return answerLab(
      c,
      house,
      {
        title: labWords(c.var.lang)('day.walkIn'),
        tab: '/fablab',
        ...(errors.length > 0 && { errors: true }),
        ...(status && { status }),
      },
      <LabWalkInPage lang={c.var.lang} {...read} typed={typed} errors={errors} />,
    )
  }
  app.get('/fablab/bookings/new', (c) => walkIn(c))
  app.post('/fablab/bookings', async (c) => {
    const form = await readForm(c, walkInForm)
    const t = labWords(c.var.lang)
    if (!form.ok)
      return walkIn(
        c,
        form.typed,
        Object.entries(form.errors).map(([field, word]) => ({ field, message: t(word as LabWord) })),
      )
    const { value } = form
    const machine = await house.inWork(memberOf(c), (work) => readMachine(work, value.slot.machine))
    // A number is read as people of that place write it: 06 39 is Mayotte there, and nowhere else.
    const country = machine ? countryOf(machine.place.postalCode) : undefined
    const contact = parseContact({ phone: value.contact, ...(country && { country }) })
    if (value.maker === null && !contact.ok) {
      const { message } = saidRefusal(c, contact.refusal)
      return walkIn(c, form.typed, [{ field: 'contact', message }])
    }
    const booked = await house.inWork(memberOf(c), (work) =>
      bookAtTheDoor(work, {
        centre: memberOf(c).centre,
        makerId: value.maker,
        name: value.name,
        contact: contact.ok ? sealContact(house.seal, contact.value) : null,
        language: c.var.lang,
        birthYear: value.birthYear,
        adultName: value.adult,
        kind: value.kind,
        people: value.people,
        machineId: value.slot.machine,
        startsAt: value.slot.startsAt,
        slots: value.slots,
        tickets: { maker: newTicket(house.seal), booking: newTicket(house.seal) },
      }),
    )
    if (booked.ok) return c.redirect(`/fablab?on=${typedText(form.typed, 'on')}&said=booked`, 303)
    if (booked.refusal === 'name-missing')
      return walkIn(c, form.typed, [{ field: 'name', message: t('day.nameMissing') }])
    const { status, field, message } = saidRefusal(c, booked.refusal)
    return walkIn(
      c,
      form.typed,
      [{ field: field === 'phone' ? 'contact' : (field ?? 'slot'), message }],
      status,
    )
  })
  return app
}

/** The day one was looking at. */
function backTo(c: Ctx): string {
  const from = c.req.header('referer') ?? ''
  const on = URL.canParse(from) ? new URL(from).searchParams.get('on') : null
  return dayIn(on ?? undefined) ? `/fablab?on=${on}` : '/fablab'
}
