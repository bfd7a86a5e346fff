import { Hono } from 'hono'
import { answerTeam, requireMember, withMember } from '#modules/access/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, MemberActor, Routes } from '#platform/http/env.ts'
import { readUpload } from '#platform/sheet/index.ts'
import { bringPack, removePack } from './bring-pack.ts'
import { readOwnPacks } from './db/packs.ts'
import { say } from './domain/pack.ts'
import { PacksPage } from './pages/packs.tsx'
import { tongueOf } from './pages/said.tsx'
import { type PackFault, readyPacks } from './read-packs.ts'
import { type Word, words } from './words.ts'

/** A pack larger than this is a library. */
const mostBytes = 1024 * 1024

/** The games a centre brought in: their files in, and out. */
export function packRoutes(house: House): Routes {
  const app = new Hono<Env>()
  for (const path of ['/games/packs', '/games/packs/*'])
    app.use(path, withMember(house), requireMember('facilitator', 'coordinator'))

  const show = async (c: Ctx, wrong: { error?: Word; faults?: readonly PackFault[] } = {}) => {
    const member = c.var.member as MemberActor
    const { lang } = c.var
    const t = words(lang)
    const own = await house.inWork(member, (work) => readOwnPacks(work, member.centre))
    const brought = own.find(({ pack }) => pack.id === c.req.query('brought'))?.pack
    const said = brought
      ? t('packBrought', { title: say(brought.title, tongueOf(lang, false)), count: brought.items.length })
      : c.req.query('removed') !== undefined
        ? t('packRemoved')
        : null
    return answerTeam(
      c,
      house,
      member,
      { title: t('packs'), under: '/games/live', ...(wrong.error && { errors: true }) },
      <PacksPage
        lang={lang}
        own={own}
        ready={readyPacks()}
        said={said}
        error={wrong.error && t(wrong.error)}
        {...(wrong.faults && { faults: wrong.faults })}
      />,
    )
  }
  app.get('/games/packs', (c) => show(c))
  app.get('/games/packs/imports', (c) => c.redirect('/games/packs', 302))
  app.post('/games/packs/imports', async (c) => {
    const member = c.var.member as MemberActor
    const upload = await readUpload(c, 'file', mostBytes)
    if (!upload.ok) return show(c, { error: upload.refusal })
    const brought = await house.inWork(member, (work) =>
      bringPack(work, {
        centre: member.centre as number,
        member: member.member,
        file: new TextDecoder().decode(upload.value.bytes),
      }),
    )
    if (brought.ok) return c.redirect(`/games/packs?brought=${brought.value.id}`, 303)
    return brought.refusal === 'not-a-pack'
      ? show(c, { error: 'packFaults', faults: brought.faults })
      : show(c, { error: brought.refusal })
  })
  app.post('/games/packs/:id{[0-9]{1,9}}/removals', async (c) => {
    const member = c.var.member as MemberActor
    await house.inWork(member, (work) => removePack(work, member.centre as number, Number(c.req.param('id'))))
    return c.redirect('/games/packs?removed', 303)
  })
  return app
}
