import { Hono } from 'hono'
import { requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { type FieldErrors, readForm, type Typed, typedText } from '#platform/http/form.ts'
import { done, refuse, type Work } from '#platform/work/index.ts'
import { readBooking } from './db/bookings.ts'
import { readLabHere } from './db/lab.ts'
import { readMachine } from './db/machines.ts'
import { readMaker } from './db/makers.ts'
import {
  insertMaterial,
  insertStockMove,
  readMaterials,
  readStockMoves,
  retireMaterial,
  writeMaterial,
} from './db/stock.ts'
import { materialForm, moveForm } from './domain/stock.ts'
import { answerLab, labRoles, memberOf, numberIn } from './lab-frame.tsx'
import { type LabWord, labWords } from './lab-words.ts'
import { LabMaterialPage } from './pages/lab-material.tsx'
import { LabStockPage } from './pages/lab-stock.tsx'

/** What the lab has on its shelves, and everything that comes and goes. */
export function labStockRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/fablab/stock', '/fablab/stock/*'])
    app.use(path, withMember(house), requireMember(...labRoles.lab))

  const inWords = (c: Ctx, errors: FieldErrors) =>
    Object.entries(errors).map(([field, word]) => ({ field, message: labWords(c.var.lang)(word as LabWord) }))
  const page = (c: Ctx, errors: FieldErrors, status?: number) => ({
    title: labWords(c.var.lang)('st.title'),
    tab: '/fablab/stock',
    ...(Object.keys(errors).length > 0 && { errors: true }),
    ...(status && { status }),
  })
  /** The booking whose material is noted, when the address or the form names one of this centre. */
  const bookingOf = async (work: Work, text: string | undefined) => {
    const booking = /^[1-9]\d{0,8}$/.test(text ?? '') ? await readBooking(work, Number(text)) : null
    const maker = booking && (await readMaker(work, booking.maker))
    const machine = booking && (await readMachine(work, booking.machine))
    return booking && maker && machine ? { id: booking.id, name: maker.name, machine: machine.name } : null
  }

  const list = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}, status?: number) => {
    const { centre } = memberOf(c)
    const read = await house.inWork(memberOf(c), async (work) => ({
      materials: await readMaterials(work, centre),
      booking: await bookingOf(work, c.req.query('booking')),
    }))
    return answerLab(
      c,
      house,
      page(c, errors, status),
      <LabStockPage
        lang={c.var.lang}
        {...read}
        typed={typed}
        errors={inWords(c, errors)}
        said={c.req.query('said') === 'saved'}
      />,
    )
  }
  app.get('/fablab/stock', (c) => list(c))
  app.post('/fablab/stock', async (c) => {
    const form = await readForm(c, materialForm)
    if (!form.ok) return list(c, form.typed, form.errors)
    const id = await house.inWork(memberOf(c), (work) => insertMaterial(work, memberOf(c).centre, form.value))
    return id === null
      ? list(c, form.typed, { name: 'st.nameTaken' }, 409)
      : c.redirect(`/fablab/stock/${id}`, 303)
  })

  const one = async (c: Ctx, typed: Typed = {}, errors: FieldErrors = {}, status?: number) => {
    const { centre } = memberOf(c)
    const read = await house.inWork(memberOf(c), async (work) => {
      const material = (await readMaterials(work, centre)).find(({ id }) => id === numberIn(c))
      return (
        material && {
          material,
          moves: await readStockMoves(work, material.id),
          timeZone: (await readLabHere(work, centre)).timeZone,
          booking: await bookingOf(work, c.req.query('booking') ?? typedText(typed, 'booking')),
        }
      )
    })
    if (!read) return c.notFound()
    return answerLab(
      c,
      house,
      page(c, errors, status),
      <LabMaterialPage
        lang={c.var.lang}
        {...read}
        typed={typed}
        errors={inWords(c, errors)}
        said={c.req.query('said') === 'saved'}
      />,
    )
  }
  app.get('/fablab/stock/:id{[0-9]+}', (c) => one(c))
  app.get('/fablab/stock/:id{[0-9]+}/moves', (c) => c.redirect(`/fablab/stock/${numberIn(c)}`, 302))

  app.post('/fablab/stock/:id{[0-9]+}', async (c) => {
    const form = await readForm(c, materialForm)
    const isRetired = typedText(form.typed, 'retire') === 'yes'
    if (!form.ok && !isRetired) return one(c, form.typed, form.errors)
    const { centre } = memberOf(c)
    const written = await house.inWork(memberOf(c), async (work) => {
      const all = await readMaterials(work, centre)
      if (!all.some(({ id }) => id === numberIn(c))) return 'unknown'
      if (isRetired) await retireMaterial(work, numberIn(c))
      else if (form.ok) {
        const { name } = form.value
        if (all.some((other) => other.id !== numberIn(c) && other.name.toLowerCase() === name.toLowerCase()))
          return 'taken'
        await writeMaterial(work, numberIn(c), form.value)
      }
      return 'done'
    })
    if (written === 'unknown') return c.notFound()
    if (written === 'taken') return one(c, form.typed, { name: 'st.nameTaken' }, 409)
    return c.redirect(`/fablab/stock${isRetired ? '' : `/${numberIn(c)}`}?said=saved`, 303)
  })
  app.post('/fablab/stock/:id{[0-9]+}/moves', async (c) => {
    const form = await readForm(c, moveForm)
    if (!form.ok) return one(c, form.typed, form.errors)
    const { centre, member } = memberOf(c)
    const moved = await house.inWork(memberOf(c), async (work) => {
      const material = (await readMaterials(work, centre)).find(({ id }) => id === numberIn(c))
      if (!material) return refuse({ refusal: 'material-unknown' as const })
      const booking = await bookingOf(work, String(form.value.booking))
      const isWritten = await insertStockMove(work, {
        ...form.value,
        centre,
        material: material.id,
        member,
        booking: booking?.id ?? null,
      })
      return isWritten ? done(null) : refuse({ refusal: 'not-enough' as const })
    })
    if (moved.ok) return c.redirect(`/fablab/stock/${numberIn(c)}?said=saved`, 303)
    return moved.refusal === 'not-enough' ? one(c, form.typed, { amount: 'st.notEnough' }, 409) : c.notFound()
  })
  return app
}
