import { Hono } from 'hono'
import { requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readRecord } from './read-record.ts'
import { readStatements } from './tell-record-store.ts'

/** What a game leaves, for other tools: its figures as JSON, and as xAPI statements. Nobody is named in them. */
export function recordRoutes(house: House): Routes {
  const app = new Hono<Env>()
  const path = '/games/live/:id{[0-9]{1,9}}'
  for (const file of ['figures.json', 'xapi.json'])
    app.use(`${path}/${file}`, withMember(house), requireMember('facilitator', 'coordinator'))
  const memberOf = (c: Ctx) => c.var.member as MemberActor
  const asFile = (c: Ctx, name: string, value: object) => {
    c.header('content-disposition', `attachment; filename="partie-${c.req.param('id')}-${name}.json"`)
    return c.json(value)
  }

  app.get(`${path}/figures.json`, async (c) => {
    const record = await house.inWork(memberOf(c), (work) => readRecord(work, Number(c.req.param('id'))))
    if (!record) return c.notFound()
    return asFile(c, 'figures', {
      game: record.game,
      endedAt: record.endedAt.toString(),
      pack: record.pack.id,
      questions: record.questions.map(
        ({ position, item, again, tally: { people, right, partly, wrong } }) => ({
          position,
          item: item.id,
          skills: item.skills,
          again,
          people,
          right,
          partly,
          wrong,
        }),
      ),
    })
  })
  app.get(`${path}/xapi.json`, async (c) => {
    const statements = await readStatements(house, memberOf(c), Number(c.req.param('id')))
    return statements.length > 0 ? asFile(c, 'xapi', statements) : c.notFound()
  })
  return app
}
