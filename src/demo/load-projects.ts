import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { drawingOf } from '#fixtures/project-drawings.ts'
import { type ProjectFixture, projects } from '#fixtures/projects.ts'
import type { centres } from '#fixtures/world.ts'
import {
  addFile,
  addStep,
  kindOf,
  makeTheSame,
  newProjectForm,
  preparePicture,
  publishProject,
  readProjects,
  sendProject,
  startProject,
} from '#modules/projects/index.ts'
import type { House } from '#platform/house.ts'
import { readerOf } from './reader-of.ts'
import { outline, wedge } from './shapes.ts'

type Centre = (typeof centres)[number]
type Reader = NonNullable<Awaited<ReturnType<typeof readerOf>>>

/** What people made in a centre. A centre that shows something already is left as it is. */
export async function loadProjects(house: House, centre: Centre): Promise<void> {
  const ours: readonly ProjectFixture[] = projects.filter(({ centre: slug }) => slug === centre.slug)
  const member = ours.length > 0 ? await readerOf(house, centre) : null
  if (!member) return
  const number = member.centre as number
  const there = await house.inWork(member, (work) => readProjects(work, { centre: number, limit: 1 }))
  if (there.length > 0) return
  for (const project of ours) await make(house, member, number, project)
}

async function make(house: House, member: Reader, centre: number, fixture: ProjectFixture): Promise<void> {
  const facts = newProjectForm.parse({ ...fixture, name: fixture.by, licence: fixture.licence ?? null })
  const resident = { kind: 'resident', centre } as const
  const known = await house.inWork({ kind: 'visitor' }, (work) =>
    readProjects(work, { status: ['published'] }),
  )
  const remixOf = known.find(({ title }) => title === fixture.after)?.id ?? null
  const who = { centre, name: facts.name, contact: null, language: fixture.language }
  const mine = await house.inWork(resident, async (work) => {
    const { project } = (await startProject(work, house.seal, who, { facts, remixOf })).value
    const [begun] = await readProjects(work, { id: project, centre })
    return { project, author: begun?.author ?? 0, centre }
  })
  for (const [i, [words, alt]] of fixture.steps.entries()) {
    const made = await draw(fixture, i + 1)
    const added = await house.inWork(resident, (work) =>
      addStep(work, mine, { words, picture: { made, alt } }),
    )
    if (!added.ok) throw new Error(`the demo’s step « ${words} » is refused: ${added.refusal}`)
  }
  if (fixture.file) {
    const bytes = fixture.file === 'wedge' ? wedge() : outline()
    const kind = kindOf(bytes)
    if (kind) await house.inWork(resident, (work) => addFile(work, mine, { kind, bytes }))
  }
  await house.inWork(resident, (work) => sendProject(work, mine))
  if (fixture.waiting) return
  const { project } = mine
  await house.inWork(member, (work) => publishProject(work, { project, sending: 1, member }))
  for (let i = 0; i < (fixture.made ?? 0); i += 1)
    await house.inWork(resident, (work) => makeTheSame(work, { project, once: randomUUID(), picture: null }))
  if (!fixture.pictureWaits) return
  const picture = { made: await draw(fixture, fixture.steps.length), alt: `${fixture.title}, refaite` }
  await house.inWork(resident, (work) => makeTheSame(work, { project, once: randomUUID(), picture }))
}

/** The drawing of a step, taken in as a photo would be. */
async function draw({ drawing, title }: ProjectFixture, stage: number) {
  const png = await sharp(Buffer.from(drawingOf(drawing, stage)))
    .png({ compressionLevel: 1 })
    .toBuffer()
  const made = await preparePicture(png)
  if (!made.ok) throw new Error(`the demo’s drawing of « ${title} » cannot be read`)
  return made.value
}
