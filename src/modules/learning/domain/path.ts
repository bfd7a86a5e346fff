import { z } from 'zod'
import { competences } from './digcomp.ts'
import { text } from './ladder.ts'
import { needs, pictograms } from './vocabulary.ts'

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

const common = {
  /** Names the step in what is kept; never changes once published. */
  id: slug,
  title: text(90),
  /** About how long, in minutes. */
  minutes: z.int().min(5).max(1200),
}

/** What one does there, in a sentence or two. */
const about = text(260)

/** One step: come to a session, play a game, try at home, or go and see elsewhere. */
const step = z.discriminatedUnion('kind', [
  /** Done when one was present at a session of any of these activities: workshop, talk or course. */
  z.strictObject({ kind: z.literal('session'), ...common, activities: z.array(slug).min(1).max(6) }),
  z.strictObject({ kind: z.literal('game'), ...common, pack: slug }),
  z.strictObject({ kind: z.literal('exercise'), ...common, about }),
  /** Somewhere else on the web; a member notes that it was done. */
  z.strictObject({
    kind: z.literal('link'),
    ...common,
    about,
    site: z.string().min(1).max(60),
    url: z.url({ protocol: /^https$/ }),
    /** The day somebody looked that it is there and free of charge; null: nobody has yet. */
    seen: z.iso.date().nullable(),
  }),
])
export type Step = z.infer<typeof step>

/** Steps in order, for an audience, towards something one can then do. */
export const pathSchema = z
  .strictObject({
    id: slug,
    icon: z.enum(pictograms),
    audience: z.enum([
      'everyone',
      'seniors',
      'young',
      'job-seekers',
      'shopkeepers',
      'women-founders',
      'families',
    ]),
    title: text(70),
    /** What one can do at the end, in one sentence. */
    goal: text(200),
    /** Needs of the programme it answers, the first one first. */
    needs: z.array(z.enum(needs)).min(1).max(3),
    skills: z.array(z.enum(competences)).min(1).max(5),
    steps: z.array(step).min(4).max(8),
  })
  .refine(
    ({ steps }) => new Set(steps.map(({ id }) => id)).size === steps.length,
    'a step has a name of its own',
  )
export type Path = z.infer<typeof pathSchema>

/** What a list shows of a path. */
export type PathRef = Pick<Path, 'id' | 'icon' | 'title' | 'needs'>

/** How long a path is, in hours, the half hour begun counting. */
export const hoursOf = ({ steps }: Path): number =>
  Math.ceil(steps.reduce((sum, { minutes }) => sum + minutes, 0) / 30) / 2
