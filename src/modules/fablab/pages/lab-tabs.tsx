import type { Language } from '#platform/i18n/index.ts'
import type { MemberRole } from '#platform/work/index.ts'
import { labWords } from '../lab-words.ts'

const tabs = [
  { href: '/fablab', word: 'tab.day', roles: ['receptionist', 'facilitator', 'coordinator'] },
  { href: '/fablab/openings', word: 'tab.openings', roles: ['facilitator', 'coordinator'] },
  { href: '/fablab/machines', word: 'tab.machines', roles: ['facilitator', 'coordinator'] },
  { href: '/fablab/upkeep', word: 'tab.upkeep', roles: ['facilitator', 'coordinator'] },
  { href: '/fablab/inductions', word: 'tab.inductions', roles: ['facilitator', 'coordinator'] },
  { href: '/fablab/makers', word: 'tab.makers', roles: ['facilitator', 'coordinator'] },
  { href: '/fablab/stock', word: 'tab.stock', roles: ['facilitator', 'coordinator'] },
  { href: '/fablab/figures', word: 'tab.figures', roles: ['facilitator', 'coordinator'] },
  { href: '/fablab/rules', word: 'tab.rules', roles: ['coordinator'] },
] as const

type Props = { readonly lang: Language; readonly role: MemberRole; readonly at: string }

/** The pages of the lab this member may open; nothing when there is only one. */
export const LabTabs = ({ lang, role, at }: Props) => {
  const t = labWords(lang)
  const mine = tabs.filter(({ roles }) => roles.some((one) => one === role))
  if (mine.length < 2) return null
  return (
    <nav aria-label={t('tabs')}>
      <ul class="row links">
        {mine.map(({ href, word }) => (
          <li key={href}>
            <a href={href} aria-current={href === at ? 'page' : undefined}>
              {t(word)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
