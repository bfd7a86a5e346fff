import { Hono } from 'hono'
import { z } from 'zod'
import { requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, type Typed } from '#platform/http/form.ts'
import { readUpload } from '#platform/sheet/index.ts'
import { done, refuse } from '#platform/work/index.ts'
import type { FieldError } from '#ui/form.tsx'
import { addMachine, changeMachine, type MachineRefusal } from './add-machine.ts'
import { readBookingsOfMachine } from './db/bookings.ts'
import { readLabHere } from './db/lab.ts'
import { readInductions, readMachine, readMachines } from './db/machines.ts'
import { deletePhoto, readPhotographed, writePhoto } from './db/photos.ts'
import { machineForm, sheetOf } from './domain/lab-machine-form.ts'
import { sheetAgain, typedOf, usual } from './domain/lab-machine-typed.ts'
import { answerLab, labRoles, memberOf, numberIn } from './lab-frame.tsx'
import { type LabWord, labWords } from './lab-words.ts'
import { lightPhoto } from './machine-photo.ts'
import { LabMachineEditor } from './pages/lab-machine-editor.tsx'
import { LabMachinesPage } from './pages/lab-machines.tsx'

/** A photo as phones take it. */
const mostPhotoBytes = 8_000_000

const saidOf = {
  'machine-unknown': { status: 404, field: undefined, word: 'ma.none' },
  'space-unknown': { status: 422, field: 'room', word: 'op.roomMissing' },
  'induction-unknown': { status: 422, field: 'inductions', word: 'in.makerMissing' },
  'name-taken': { status: 409, field: 'name', word: 'ma.nameTaken' },
  'room-busy': { status: 409, field: 'room', word: 'ma.roomBusy' },
} satisfies Record<MachineRefusal, { status: number; field: string | undefined; word: LabWord }>

/** The machines of a centre: its facilitators see them, its coordinator writes them. */
export function labMachineRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const members = withMember(house)
  app.use('/fablab/machines', members, requireMember(...labRoles.lab))
  for (const path of [
    '/fablab/machines/new',
    '/fablab/machines/:id{[0-9]+}',
    '/fablab/machines/:id/photo',
    '/fablab/machines/:id/retirement',
  ])
    app.use(path, members, requireMember(...labRoles.rules))

  app.get('/fablab/machines', async (c) => {
    const member = memberOf(c)
    const machines = await house.inWork(member, (work) =>
      readMachines(work, { centre: member.centre, retiredToo: true }),
    )
    return answerLab(
      c,
      house,
      { title: labWords(c.var.lang)('ma.title'), tab: '/fablab/machines' },
      <LabMachinesPage
        lang={c.var.lang}
        machines={machines}
        mayWrite={member.role === 'coordinator'}
        said={c.req.query('said') === 'saved'}
      />,
    )
  })

  const editor = async (
    c: Ctx,
    id: number | null,
    typed: Typed | null = null,
    errors: readonly FieldError[] = [],
    status?: number,
  ) => {
    const member = memberOf(c)
    const read = await house.inWork(member, async (work) => {
      const machine = id === null ? null : await readMachine(work, id)
      if (id !== null && machine?.centre !== member.centre) return null
      return {
        machine,
        here: await readLabHere(work, member.centre),
        inductions: await readInductions(work, member.centre),
        hasPhoto: machine !== null && (await readPhotographed(work, member.centre)).has(machine.id),
      }
    })
    if (!read) return c.notFound()
    return answerLab(
      c,
      house,
      {
        title: read.machine?.name ?? labWords(c.var.lang)('ma.new'),
        tab: '/fablab/machines',
        ...(errors.length > 0 && { errors: true }),
        ...(status && { status }),
      },
      <LabMachineEditor
        lang={c.var.lang}
        {...read}
        typed={typed ?? (read.machine ? typedOf(read.machine) : usual)}
        errors={errors}
      />,
    )
  }
  const inWords = (c: Ctx, errors: Record<string, string>): FieldError[] =>
    Object.entries(errors).map(([field, word]) => ({ field, message: labWords(c.var.lang)(word as LabWord) }))
  const refused = (c: Ctx, id: number | null, refusal: MachineRefusal, typed: Typed) => {
    const { status, field, word } = saidOf[refusal]
    if (refusal === 'machine-unknown') return c.notFound()
    return editor(c, id, typed, [{ field, message: labWords(c.var.lang)(word) }], status)
  }
  app.get('/fablab/machines/new', (c) => editor(c, null))
  app.post('/fablab/machines', requireMember(...labRoles.rules), async (c) => {
    const form = await readForm(c, machineForm)
    if (!form.ok) return editor(c, null, form.typed, inWords(c, form.errors))
    const added = await house.inWork(memberOf(c), (work) =>
      addMachine(work, sheetOf(form.value, 'in-service')),
    )
    return added.ok
      ? c.redirect('/fablab/machines?said=saved', 303)
      : refused(c, null, added.refusal, form.typed)
  })
  app.get('/fablab/machines/:id{[0-9]+}', (c) => editor(c, numberIn(c)))
  app.post('/fablab/machines/:id{[0-9]+}', async (c) => {
    const form = await readForm(c, machineForm)
    const id = numberIn(c)
    if (!form.ok) return editor(c, id, form.typed, inWords(c, form.errors))
    const changed = await house.inWork(memberOf(c), async (work) => {
      const before = await readMachine(work, id)
      return changeMachine(work, {
        machineId: id,
        sheet: sheetOf(form.value, before?.status ?? 'in-service'),
      })
    })
    return changed.ok
      ? c.redirect('/fablab/machines?said=saved', 303)
      : refused(c, id, changed.refusal, form.typed)
  })
  for (const gesture of ['retirement', 'photo'])
    app.get(`/fablab/machines/:id/${gesture}`, (c) => c.redirect(`/fablab/machines/${numberIn(c)}`, 302))

  app.post('/fablab/machines/:id/retirement', async (c) => {
    const form = await readForm(c, z.object({ to: z.enum(['retired', 'in-service']) }))
    const machineId = numberIn(c)
    const changed = await house.inWork(memberOf(c), async (work) => {
      const machine = await readMachine(work, machineId)
      if (!machine || !form.ok) return refuse({ refusal: 'machine-unknown' as const, ahead: 0 })
      const ahead = await readBookingsOfMachine(work, machineId, work.now, null)
      if (form.value.to === 'retired' && ahead.length > 0)
        return refuse({ refusal: 'booked-ahead' as const, ahead: ahead.length })
      const { ok } = await changeMachine(work, { machineId, sheet: sheetAgain(machine, form.value.to) })
      return ok ? done(null) : refuse({ refusal: 'machine-unknown' as const, ahead: 0 })
    })
    if (changed.ok) return c.redirect('/fablab/machines?said=saved', 303)
    if (changed.refusal === 'machine-unknown') return c.notFound()
    const message = labWords(c.var.lang)('ma.bookedAhead', { count: changed.ahead })
    return editor(c, machineId, null, [{ message }], 409)
  })

  app.post('/fablab/machines/:id/photo', async (c) => {
    const machine = numberIn(c)
    const member = memberOf(c)
    const upload = await readUpload(c, 'photo', mostPhotoBytes)
    const typed = upload.ok ? upload.value.typed : upload.typed
    const wrong = (word: LabWord) =>
      editor(c, machine, null, [{ field: 'photo', message: labWords(c.var.lang)(word) }])
    const isHere = await house.inWork(
      member,
      async (work) => (await readMachine(work, machine))?.centre === member.centre,
    )
    if (!isHere) return c.notFound()
    if (typed.remove === 'yes') await house.inWork(member, (work) => deletePhoto(work, machine))
    else {
      if (!upload.ok) return wrong(upload.refusal === 'file-missing' ? 'ma.photoMissing' : 'ma.photoWrong')
      const light = await lightPhoto(upload.value.bytes)
      if (!light.ok) return wrong('ma.photoWrong')
      await house.inWork(member, (work) =>
        writePhoto(work, { machine, centre: member.centre, ...light.value }),
      )
    }
    return c.redirect(`/fablab/machines/${machine}`, 303)
  })
  return app
}
