import { type Language, sayCount, sayMoment } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import type { Proposal } from '../db/proposal.ts'
import type { PartnerHome, PartnerSession } from '../db/proposal-partner.ts'
import { declineSentences } from '../domain/proposal.ts'
import { proposalWords } from '../proposal-words.ts'
import { ProposalFacts } from './proposal-list.tsx'

type Props = {
  readonly lang: Language
  readonly home: PartnerHome
  readonly sessions: readonly PartnerSession[]
  /** Given by its members in the last twelve months. */
  readonly minutes: number
  readonly proposals: readonly Proposal[]
  readonly said: string | null
}

/** A partner’s own page: her organisation’s figures, its proposals and their answers, what she may do. */
export const PartnerHomePage = ({ lang, home, sessions, minutes, proposals, said }: Props) => {
  const t = proposalWords(lang)
  const { organisation, centre } = home
  return (
    <>
      <div class="split">
        <h1>
          <bdi>{organisation.name}</bdi>
        </h1>
        <p class="row noprint">
          {organisation.mayRegister && (
            <LinkButton alt href="/partner/sessions">
              {t('public')}
            </LinkButton>
          )}
          <LinkButton href="/partner/proposals/new" icon="plus">
            {t('propose')}
          </LinkButton>
        </p>
      </div>
      <p class="lead">
        {t('homeLead', {
          organisation: `\u2068${organisation.name}\u2069`,
          centre: `\u2068${centre.name}\u2069`,
        })}
      </p>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <Figures lang={lang} sessions={sessions} minutes={minutes} />
      {proposals.length > 0 && (
        <section class="stack">
          <h2>{t('yours')}</h2>
          {proposals.map((proposal) => (
            <Mine key={proposal.id} lang={lang} proposal={proposal} />
          ))}
        </section>
      )}
    </>
  )
}

const Figures = ({ lang, sessions, minutes }: Pick<Props, 'lang' | 'sessions' | 'minutes'>) => {
  const t = proposalWords(lang)
  const held = sessions.filter(({ came }) => came !== null)
  const people = held.reduce((sum, { came }) => sum + (came ?? 0), 0)
  const hours = Math.round(minutes / 60)
  return (
    <section class="stack">
      <h2>{t('figures')}</h2>
      <ul class="todo">
        <li>
          <b class="slab">{sayCount(lang, held.length)}</b>
          <span>{t('sessions', { count: held.length })}</span>
        </li>
        <li>
          <b class="slab">{sayCount(lang, people)}</b>
          <span>{t('people', { count: people })}</span>
        </li>
        <li>
          <b class="slab">{sayCount(lang, hours)}</b>
          <span>{t('hours')}</span>
        </li>
      </ul>
      {sessions.length > 0 && (
        <details>
          <summary>{t('byDate')}</summary>
          <ul class="wl">
            {sessions.map((session) => (
              <li key={session.session}>
                <span>
                  <b>{sayMoment(lang, session.start)}</b>
                  <small>
                    {session.title} · <bdi>{session.place}</bdi>
                  </small>
                </span>
                <span>{sayFigure(lang, session)}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function sayFigure(lang: Language, { status, came, joined }: PartnerSession): string {
  const t = proposalWords(lang)
  if (status === 'cancelled') return t('cancelledSession')
  return came === null ? t('joinedSoFar', { count: joined }) : t('came', { count: came })
}

const Mine = ({ lang, proposal }: { readonly lang: Language; readonly proposal: Proposal }) => {
  const t = proposalWords(lang)
  const { id, status, rather, answer } = proposal
  const sentence = declineSentences.find((known) => known === answer)
  return (
    <section class="join stack">
      <h3>
        {proposal.activity?.title ?? t(`kind.${proposal.kind}`)} · {t(`status.${status}`)}
      </h3>
      <ProposalFacts lang={lang} proposal={proposal} />
      {sentence && <p>{t(`sentence.${sentence}`)}</p>}
      {status === 'accepted' && proposal.stop && (
        <p>
          <a href={`/stops/${proposal.stop}`}>{t('see')}</a>
        </p>
      )}
      {status === 'other-date' && rather && <p>{t('rather', { moment: sayMoment(lang, rather) })}</p>}
      {(status === 'new' || status === 'other-date') && (
        <div class="row">
          {status === 'other-date' && <Gesture id={id} gesture="agreement" label={t('agree')} />}
          <Gesture id={id} gesture="withdrawal" label={t('withdraw')} />
        </div>
      )}
    </section>
  )
}

const Gesture = ({ id, gesture, label }: { id: number; gesture: string; label: string }) => (
  <form method="post" action={`/partner/proposals/${id}/${gesture}`}>
    <Button alt={gesture === 'withdrawal'}>{label}</Button>
  </form>
)
