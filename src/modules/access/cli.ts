import { parseArgs } from 'node:util'
import { parseContact, sealContact } from '#modules/people/index.ts'
import type { Command } from '#platform/cli.ts'
import type { House } from '#platform/house.ts'
import { isLanguage } from '#platform/i18n/index.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { createKey } from './create-key.ts'
import { readWaitingCode } from './db/code.ts'
import { lockMemberOf, readCentreNumber } from './db/member.ts'
import { roles } from './domain/member.ts'
import { inviteMember } from './invite-member.ts'

/** What the terminal prints; the answer of `run` is the exit code. */
const say = (text: string) => void process.stdout.write(`${text}\n`)
const complain = (text: string) => void process.stderr.write(`${text}\n`)

const centreOf = (house: House, slug: string) =>
  house.inWork({ kind: 'system', centre: null }, (work) => readCentreNumber(work, slug))

/** The options as typed; null when one is unknown or has no value. */
function read<K extends string>(args: string[], names: readonly K[]): Partial<Record<K, string>> | null {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]))
  try {
    return parseArgs({ args, options, strict: true }).values as Partial<Record<K, string>>
  } catch {
    return null
  }
}

const keyCreate: Command = {
  usage: 'key create --scope plan --centre <centre>   makes a key for a partner’s tool and prints it once',
  async run(house, args) {
    const typed = read(args, ['scope', 'centre'] as const)
    if (typed?.scope !== 'plan' || !typed.centre) {
      complain(`Usage: ${keyCreate.usage}`)
      return 2
    }
    const centre = await centreOf(house, typed.centre)
    if (centre === null) {
      complain(`There is no centre called « ${typed.centre} ».`)
      return 1
    }
    const made = await house.inWork({ kind: 'system', centre }, (work) => createKey(work, { scope: 'plan' }))
    if (!made.ok) return 1
    complain('This key is shown once. Whoever has it can change the programme of this centre.')
    say(made.value.key)
    return 0
  },
}

const refusals = {
  'name-missing': 'The name is empty or longer than 80 characters.',
  'role-needs-a-centre': 'This role belongs to a centre: add --centre.',
  'role-needs-an-organisation': 'A partner is invited by her coordinator, on the page of the organisation.',
  'role-has-no-centre': 'A network manager belongs to no centre: leave --centre out.',
  'already-a-member': 'Somebody of the team already has this phone or e-mail.',
} as const

const memberInvite: Command = {
  usage:
    'member invite --name <first name> --role <role> [--centre <centre>] --contact <phone or e-mail> [--language fr|en|ar]   adds somebody to the team',
  async run(house, args) {
    const typed = read(args, ['name', 'role', 'centre', 'contact', 'language'] as const)
    const role = roles.find((known) => known === typed?.role) as MemberRole | undefined
    const language = typed?.language ?? 'fr'
    if (!typed?.name || !role || !typed.contact || !isLanguage(language)) {
      complain(`Usage: ${memberInvite.usage}\nRoles: ${roles.join(', ')}`)
      return 2
    }
    const contact = parseContact({ phone: typed.contact })
    if (!contact.ok) {
      complain(`« ${typed.contact} » is neither a phone number nor an e-mail address.`)
      return 1
    }
    const centre = typed.centre ? await centreOf(house, typed.centre) : null
    if (typed.centre && centre === null) {
      complain(`There is no centre called « ${typed.centre} ».`)
      return 1
    }
    const name = typed.name
    const invited = await house.inWork({ kind: 'system', centre }, (work) =>
      inviteMember(work, { name, role, language, contact: sealContact(house.seal, contact.value) }),
    )
    if (!invited.ok) {
      complain(refusals[invited.refusal])
      return 1
    }
    say(`${name} can now sign in at ${house.settings.publicUrl}/sign-in`)
    return 0
  },
}

/** While no message can leave, the first members still have to come in: whoever holds the terminal reads their code to them. */
const memberCode: Command = {
  usage:
    'member code --contact <phone or e-mail>   shows the code this member has just asked for at /sign-in',
  async run(house, args) {
    const typed = read(args, ['contact'] as const)
    const contact = parseContact({ phone: typed?.contact })
    if (!contact.ok) {
      complain(`Usage: ${memberCode.usage}`)
      return 2
    }
    const { key } = sealContact(house.seal, contact.value)
    const sealed = await house.inWork({ kind: 'gate' }, async (work) => {
      const member = await lockMemberOf(work, key)
      return member && readWaitingCode(work, member.id)
    })
    if (!sealed) {
      complain('No code is waiting: ask for one at /sign-in first, with this same phone or e-mail.')
      return 1
    }
    say(house.seal.open(sealed))
    return 0
  },
}

/** The commands of this module, by noun and verb. */
export const commands: Record<string, Command> = {
  'key create': keyCreate,
  'member invite': memberInvite,
  'member code': memberCode,
}
