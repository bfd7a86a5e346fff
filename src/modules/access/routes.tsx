import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { z } from 'zod'
import { parseContact, sealContact } from '#modules/people/index.ts'
import type { House } from '#platform/house.ts'
import type { Ctx, Env, Routes } from '#platform/http/env.ts'
import { readForm, typedText } from '#platform/http/form.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { answerPage } from '#ui/answer.tsx'
import { askForCode } from './ask-for-code.ts'
import { fingerprintOfCode, newCode } from './code.ts'
import {
  forgetAsking,
  giveToken,
  newSignInToken,
  readAsking,
  readTokenHash,
  rememberAsking,
  takeToken,
} from './cookie.ts'
import { readCode } from './domain/code.ts'
import { roles } from './domain/member.ts'
import { landing, wayBack } from './domain/way-back.ts'
import { enterAs, rolesToTry } from './enter-as.ts'
import { enterCode } from './enter-code.ts'
import { Ask } from './pages/ask.tsx'
import { Enter } from './pages/enter.tsx'
import { signOut } from './sign-out.ts'
import { words } from './words.ts'

/** Milliseconds an answer about a contact takes at least: known or not, it comes at the same moment. */
const evenAnswer = 60

const to = z.string().optional().transform(wayBack)
const askForm = z.object({ contact: z.string().max(254).default(''), to })
const enterForm = z.object({ code: z.string().max(40).default(''), to })
const demoForm = z.object({ role: z.enum(roles), to })

const gate = { kind: 'gate' } as const

export function routes(house: House): Routes {
  const app = new Hono<Env>()
  app.use('/sign-in/*', async (c, next) => {
    c.header('cache-control', 'no-store')
    await next()
  })

  const tryable = (): Promise<MemberRole[]> =>
    house.demo ? house.inWork(gate, (work) => rolesToTry(work, house.seal)) : Promise.resolve([])

  const askPage = async (c: Ctx, props: { to: string; typed?: string; error?: string }) =>
    answerPage(
      c,
      house,
      { title: words(c.var.lang)('signIn'), width: 'narrow', errors: props.error !== undefined },
      <Ask lang={c.var.lang} demo={await tryable()} {...props} />,
    )

  app.get('/sign-in', (c) => askPage(c, { to: wayBack(c.req.query('to')) }))

  app.get('/sign-in/codes', (c) => c.redirect('/sign-in', 302))
  app.post('/sign-in/codes', async (c) => {
    const start = performance.now()
    const form = await readForm(c, askForm)
    const typed = typedText(form.typed, 'contact')
    const back = wayBack(typedText(form.typed, 'to'))
    const contact = parseContact({ phone: typed })
    if (!contact.ok) return askPage(c, { to: back, typed, error: words(c.var.lang)(contact.refusal) })
    const { key } = sealContact(house.seal, contact.value)
    await house.inWork(gate, (work) => askForCode(work, { contactKey: key, code: newCode(house.seal) }))
    rememberAsking(c, house, key)
    await pause(Math.max(0, evenAnswer - (performance.now() - start)))
    return c.redirect(`/sign-in/code?to=${encodeURIComponent(back)}`, 303)
  })

  app.get('/sign-in/code', (c) => {
    const back = wayBack(c.req.query('to'))
    if (!readAsking(c, house)) return c.redirect(`/sign-in?to=${encodeURIComponent(back)}`, 303)
    return answerPage(
      c,
      house,
      { title: words(c.var.lang)('codeTitle'), width: 'narrow' },
      <Enter lang={c.var.lang} to={back} />,
    )
  })

  app.post('/sign-in', async (c) => {
    const start = performance.now()
    const form = await readForm(c, enterForm)
    const back = wayBack(typedText(form.typed, 'to'))
    const contactKey = readAsking(c, house)
    if (!contactKey) return c.redirect(`/sign-in?to=${encodeURIComponent(back)}`, 303)
    const code = readCode(typedText(form.typed, 'code'))
    const fresh = newSignInToken()
    const { member } = await house.inWork(gate, (work) =>
      enterCode(work, {
        contactKey,
        codeHash: code ? fingerprintOfCode(house.seal, code) : null,
        tokenHash: fresh.hash,
        formerTokenHash: readTokenHash(c, house),
      }),
    )
    await pause(Math.max(0, evenAnswer - (performance.now() - start)))
    if (!member)
      return answerPage(
        c,
        house,
        { title: words(c.var.lang)('codeTitle'), width: 'narrow', errors: true },
        <Enter lang={c.var.lang} to={back} wrong />,
      )
    giveToken(c, house, fresh.token)
    forgetAsking(c, house)
    return c.redirect(landing(back, member.role), 303)
  })

  app.post('/sign-in/demo', async (c) => {
    if (!house.demo) return c.notFound()
    const form = await readForm(c, demoForm)
    if (!form.ok) return c.redirect('/sign-in', 303)
    const fresh = newSignInToken()
    const command = { role: form.value.role, tokenHash: fresh.hash, formerTokenHash: readTokenHash(c, house) }
    const entered = await house.inWork(gate, (work) => enterAs(work, house.seal, command))
    if (!entered.ok) return c.notFound()
    giveToken(c, house, fresh.token)
    return c.redirect(landing(form.value.to, form.value.role), 303)
  })

  app.post('/sign-out', async (c) => {
    const tokenHash = readTokenHash(c, house)
    if (tokenHash) await house.inWork(gate, (work) => signOut(work, { tokenHash }))
    takeToken(c, house)
    return c.redirect('/sign-in', 303)
  })
  return app
}
