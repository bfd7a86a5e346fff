import type { ComponentChildren } from 'preact'
import type { FieldErrors, Typed } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Form } from '#ui/form.tsx'
import { Icon } from '#ui/icon.tsx'
import { Note } from '#ui/note.tsx'
import type { Milestone } from '../domain/milestones.ts'
import type { Founder } from '../domain/vocabulary.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { type Word, words } from '../words.ts'
import { MilestoneSection } from './milestones.tsx'
import { ProfileFields, typedProfile } from './profile-fields.tsx'

/** What comes back to be mended, and of which form. */
export interface Back {
  of: 'profile' | 'milestones' | null
  typed: Typed
  errors: FieldErrors
  refused: Refusal | null
}

type Props = Back & {
  readonly lang: Language
  /** `/founders/me/…`, which is this page. */
  readonly address: string
  readonly token: string
  readonly founder: Founder
  readonly reached: readonly Milestone[]
  readonly now: Temporal.Instant
  readonly saved: boolean
  /** Her cohorts and her appointments with experts. */
  readonly children: ComponentChildren
}

/** What a founder sees by her link: what comes next, her milestones, all that is kept of her, and the end of it. */
export const MinePage = (props: Props) => {
  const { lang, address, token, founder, reached, now, saved, refused, children, ...back } = props
  const t = words(lang)
  return (
    <>
      <h1>{t('hello', { name: founder.name })}</h1>
      <p class="lead">
        <bdi>{founder.idea}</bdi>
      </p>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      {saved && (
        <Note role="status">
          <p>{t('saved')}</p>
        </Note>
      )}
      {founder.status !== 'active' && (
        <Note>
          <p>{t(founder.status === 'paused' ? 'pausedNote' : 'alumniNote')}</p>
        </Note>
      )}
      {children}
      <NextSteps lang={lang} token={token} founder={founder} />
      <MilestoneSection
        lang={lang}
        address={address}
        reached={reached}
        now={now}
        open={back.of === 'milestones'}
        typed={back.of === 'milestones' ? back.typed : {}}
        errors={back.of === 'milestones' ? back.errors : {}}
      />
      <section class="stack" id="profile" aria-labelledby="project">
        <h2 id="project">{t('profile')}</h2>
        <details open={back.of === 'profile'}>
          <summary>{t('profileChange')}</summary>
          <Form action={`${address}/profile`} class="join offer">
            {back.of === 'profile' && (
              <ErrorSummary
                lang={lang}
                errors={Object.entries(back.errors).map(([field, word]) => ({
                  field,
                  message: t(word as Word),
                }))}
              />
            )}
            <ProfileFields
              lang={lang}
              typed={back.of === 'profile' ? back.typed : typedProfile(founder)}
              errors={back.of === 'profile' ? back.errors : {}}
            />
            <p>
              <Button wide icon="ok">
                {t('save')}
              </Button>
            </p>
          </Form>
        </details>
      </section>
      {founder.status !== 'alumni' && (
        <form method="post" action={`${address}/pauses`}>
          <Button alt>{t(founder.status === 'paused' ? 'resume' : 'pause')}</Button>
        </form>
      )}
      <details>
        <summary>{t('erase')}</summary>
        <form class="stack" method="post" action={`${address}/erasures`}>
          <p>{t('eraseWhy')}</p>
          <Button alt>{t('eraseSure')}</Button>
        </form>
      </details>
    </>
  )
}

/** Where to go from here: a mentor, the state of her shop; her profile first when it says little. */
const NextSteps = ({ lang, token, founder }: { lang: Language; token: string; founder: Founder }) => {
  const t = words(lang)
  const steps = [
    ...(founder.needs.length === 0
      ? [{ href: '#profile', icon: 'form', word: 'next.profile', why: 'next.profileWhy' } as const]
      : []),
    { href: `/mentors/for/${token}`, icon: 'helper', word: 'next.mentor', why: 'next.mentorWhy' } as const,
    { href: '/shop', icon: 'shop', word: 'next.shop', why: 'next.shopWhy' } as const,
  ]
  return (
    <section class="stack" aria-labelledby="next">
      <h2 id="next">{t('nextTitle')}</h2>
      <ul class="needs">
        {steps.map(({ href, icon, word, why }) => (
          <li key={href}>
            <a href={href}>
              <Icon name={icon} />
              <span>
                {t(word)}
                <small class="hint">{t(why)}</small>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
