import { type Language, sayCount, sayLanguages } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import type { Moment } from '../db/moments.ts'
import type { Notice } from '../db/notices.ts'
import { writeChoice } from '../domain/moment.ts'
import type { Matches, Pair, Proposed } from '../read-matches.ts'
import type { Refusal } from '../refusals.ts'
import { sayMomentOf } from '../say.ts'
import { words } from '../words.ts'
import { Told } from './moderation.tsx'
import { MomentSelect } from './moment-select.tsx'
import { NoticeCard } from './notice-card.tsx'

type Who = (neighbour: number) => { name: string; contact: string }
type Shared = { readonly lang: Language; readonly who: Who; readonly moments: readonly Moment[] }
type Props = Shared &
  Matches & {
    readonly said: 'published' | 'refused' | 'kept' | 'introduced' | 'ended' | null
    readonly refused: Refusal | null
  }

/** What a member decides: answers received, what the rules propose and why, and who meets whom now. */
export const MatchesPage = (props: Props) => {
  const { lang, answers, proposals, now, who, moments, said, refused } = props
  const t = words(lang)
  const shared = { lang, who, moments }
  return (
    <>
      <h1>{t('matches')}</h1>
      <p class="lead">{t('matchesLead')}</p>
      <p>
        <a href="/board/moderation">{t('moderation')}</a>
      </p>
      <Told lang={lang} said={said} refused={refused} />
      <h2>{t('answers')}</h2>
      {answers.length === 0 && <p>{t('answersNone')}</p>}
      <div class="tickets">
        {answers.map((pair) => (
          <Answer key={pair.introduction.id} {...shared} pair={pair} />
        ))}
      </div>
      <h2>{t('proposals')}</h2>
      {proposals.length === 0 && <p>{t('proposalsNone')}</p>}
      <div class="tickets">
        {proposals.map(({ ask, fits }) => (
          <NoticeCard key={ask.id} lang={lang} notice={ask} heading="h3">
            <Person {...who(ask.neighbour)} />
            {fits.map((fit) => (
              <Proposal key={fit.offer.id} {...shared} ask={ask} fit={fit} />
            ))}
          </NoticeCard>
        ))}
      </div>
      <h2>{t('nowMeeting')}</h2>
      {now.length === 0 && <p>{t('nowMeetingNone')}</p>}
      <ul class="wl">
        {now.map(({ introduction, notice, moment }) => (
          <li key={introduction.id}>
            <bdi>{notice.sentence}</bdi>
            <Person {...who(notice.neighbour)} />
            <Person {...who(introduction.other)} />
            <span>{moment ? sayMomentOf(lang, moment) : t('momentTheyAreCalled')}</span>
            <form method="post" action={`/board/matches/${introduction.id}/ends`}>
              <Button alt icon="ok">
                {t('doneByTeam')}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </>
  )
}

const Person = ({ name, contact }: { readonly name: string; readonly contact: string }) => (
  <p>
    <bdi>{name}</bdi> · <bdi dir="ltr">{contact}</bdi>
  </p>
)

const Answer = ({ lang, who, moments, pair }: Shared & { readonly pair: Pair }) => {
  const t = words(lang)
  const { introduction, notice, moment } = pair
  const other = who(introduction.other)
  return (
    <NoticeCard lang={lang} notice={notice} heading="h3">
      <Person {...who(notice.neighbour)} />
      <p>
        <b>
          <bdi>{t('answeredBy', { name: other.name })}</bdi>
        </b>{' '}
        <bdi dir="ltr">{other.contact}</bdi>
      </p>
      {moment && <p>{t('wished', { moment: sayMomentOf(lang, moment) })}</p>}
      <form class="stack" method="post" action={`/board/matches/${introduction.id}/introductions`}>
        <MomentSelect
          team
          lang={lang}
          moments={moments}
          id={`moment-${introduction.id}`}
          label={t('moment')}
          value={moment ? writeChoice(moment) : 'call'}
        />
        <Button icon="ok">{t('introduce')}</Button>
      </form>
      <form method="post" action={`/board/matches/${introduction.id}/refusals`}>
        <Button alt icon="no">
          {t('notThis')}
        </Button>
      </form>
    </NoticeCard>
  )
}

const Proposal = ({
  lang,
  who,
  moments,
  ask,
  fit,
}: Shared & { readonly ask: Notice; readonly fit: Proposed }) => {
  const t = words(lang)
  const wished =
    ask.openingId === null
      ? ask.sessionId === null
        ? 'call'
        : `session.${ask.sessionId}`
      : `opening.${ask.openingId}`
  return (
    <form class="join stack" method="post" action="/board/matches">
      <input type="hidden" name="ask" value={ask.id} />
      <input type="hidden" name="offer" value={fit.offer.id} />
      <p>
        <b>
          <bdi>{fit.offer.sentence}</bdi>
        </b>
      </p>
      <Person {...who(fit.offer.neighbour)} />
      <p>
        {t('why')} {reasonsOf(lang, fit).join(' · ')}
      </p>
      <MomentSelect
        team
        lang={lang}
        moments={moments}
        id={`moment-${ask.id}-${fit.offer.id}`}
        label={t('moment')}
        value={wished}
      />
      <Button icon="ok">{t('introduce')}</Button>
    </form>
  )
}

/** Kilometres under which two places are one. */
const same = 0.3

/** Why the rules put these two together, in words. */
function reasonsOf(lang: Language, fit: Proposed): string[] {
  const t = words(lang)
  const near =
    fit.km === null
      ? []
      : [fit.km < same ? t('why.samePlace') : t('why.near', { km: sayCount(lang, Math.ceil(fit.km)) })]
  return [
    t('why.subject'),
    ...(fit.machine ? [t('why.machine')] : []),
    t('why.languages', { languages: sayLanguages(lang, fit.languages) }),
    t('why.halfDays', { halfDays: fit.halfDays.map((half) => t(`half.${half}`)).join(', ') }),
    ...near,
    fit.helping > 0 ? t('why.helping', { helping: fit.helping }) : t('why.free'),
  ]
}
