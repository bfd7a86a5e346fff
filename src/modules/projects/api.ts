import { z } from 'zod'
import { readTowns } from '#modules/network/index.ts'
import { type AnyOperation, anybody, operation } from '#platform/api/index.ts'
import { done, refuse } from '#platform/work/index.ts'
import { type Project, readProjects } from './db/projects.ts'
import { difficulties, licenceAddress, machineKinds, materials } from './domain/vocabulary.ts'
import { words } from './words.ts'

const project = z
  .object({
    id: z.int(),
    url: z.string(),
    title: z.string(),
    sentence: z.string(),
    writtenIn: z.string(),
    machines: z.array(z.enum(machineKinds)),
    materials: z.array(z.enum(materials)),
    minutes: z.int(),
    difficulty: z.enum(difficulties),
    licence: z.string().nullable().describe('The address of the licence; null: all rights kept.'),
    madeBy: z.string().nullable(),
    remixOf: z.int().nullable(),
    makes: z.int(),
    picture: z.object({ url: z.string(), alt: z.string() }).nullable(),
    centre: z.object({ slug: z.string(), name: z.string() }),
  })
  .meta({ id: 'Project' })

/** What people made, for machines: the same as for people. */
export const operations: readonly AnyOperation[] = [
  operation({
    id: 'listProjects',
    method: 'GET',
    path: '/projects',
    summary: 'Projects published by centres, newest first; a member of the team looked at each of them.',
    query: z.object({
      centre: z.string().max(60).optional(),
      machine: z.enum(machineKinds).optional(),
      difficulty: z.enum(difficulties).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    answers: { 200: { meaning: 'The projects.', schema: z.object({ projects: z.array(project) }) } },
    refusals: { 'centre-unknown': { status: 422, field: 'centre' } },
    say: (lang) => words(lang)('refused.centre-unknown'),
    who: anybody,
    async run(work, { query, house }) {
      const town = query.centre && (await readTowns(work)).find(({ slug }) => slug === query.centre)
      if (query.centre && !town) return refuse({ refusal: 'centre-unknown' })
      const projects = await readProjects(work, {
        status: ['published'],
        ...(town && { centre: town.centre }),
        machine: query.machine,
        difficulty: query.difficulty,
        limit: query.limit,
      })
      return done({
        status: 200,
        body: { projects: projects.map((one) => show(one, house.settings.publicUrl)) },
      })
    },
  }),
]

const show = (one: Project, publicUrl: string) => ({
  id: one.id,
  url: `${publicUrl}/projects/${one.id}`,
  title: one.title,
  sentence: one.sentence,
  writtenIn: one.writtenIn,
  machines: one.machines,
  materials: one.materials,
  minutes: one.minutes,
  difficulty: one.difficulty,
  licence: one.licence && licenceAddress[one.licence],
  madeBy: one.madeBy,
  remixOf: one.remixOf,
  makes: one.makes,
  picture: one.cover && {
    url: `${publicUrl}/projects/pictures/${one.cover.id}/page.jpg`,
    alt: one.cover.alt,
  },
  centre: { slug: one.centre.slug, name: one.centre.name },
})
