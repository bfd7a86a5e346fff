import { type Language, sayDate } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { minutesToUndo } from '../apply-round.ts'
import type { Decided, Round } from '../db/rounds.ts'
import { answerTo, type Refusal } from '../refusals.ts'
import { words } from '../words.ts'
import { Reasons } from './people.tsx'

export interface SeenRound {
  round: Round
  proposed: readonly Decided[]
  blocking: readonly { founder: number; mentor: number }[]
  founderNames: ReadonlyMap<number, string>
  mentorNames: ReadonlyMap<number, string>
  /** Applied, and nobody told yet. */
  mayUndo: boolean
  zone: string
}

type Props = SeenRound & {
  readonly lang: Language
  readonly decides: boolean
  readonly refused: Refusal | null
}

/** More blocking pairs than this are counted, not listed. */
const listed = 20

/** What a matching proposes, why, who is left and why; a person decides pair by pair, and nothing happens before. */
export const RoundPage = (props: Props) => {
  const { lang, round, proposed, refused, zone } = props
  const t = words(lang)
  const pairs = proposed.filter(({ mentor }) => mentor !== null)
  return (
    <>
      <p>
        <a href="/ventures/mentoring">{t('backToTeam')}</a>
      </p>
      <h1>{t('round', { date: sayDate(lang, round.askedAt.toZonedDateTimeISO(zone)) })}</h1>
      {refused && (
        <Note kind="no" role="alert">
          <p>{t(answerTo(refused).word)}</p>
        </Note>
      )}
      <p class="lead">
        {t(`round.${round.status}`)} · {t(`method.${round.method}`)}
      </p>
      {round.status === 'waiting' ? (
        <Note role="status">
          <p>{t('progress')}</p>
        </Note>
      ) : (
        <>
          <p>{t('looked', { founders: round.founders, mentors: round.mentors })}</p>
          <Gestures {...props} />
          <h2>{t('proposedTitle')}</h2>
          <ul class="wl">
            {pairs.map((pair) => (
              <Pair key={pair.founder} {...props} pair={pair} />
            ))}
          </ul>
          <Left {...props} />
          <Blocking {...props} />
        </>
      )}
    </>
  )
}

const nameOf = (names: ReadonlyMap<number, string>, id: number) => names.get(id) ?? '…'

const Pair = ({
  lang,
  round,
  founderNames,
  mentorNames,
  decides,
  pair,
}: Props & { readonly pair: Decided }) => {
  const t = words(lang)
  const address = `/ventures/mentoring/rounds/${round.id}/pairs/${pair.founder}`
  return (
    <li>
      <b>
        {t('pair', {
          founder: nameOf(founderNames, pair.founder),
          mentor: nameOf(mentorNames, pair.mentor as number),
        })}
      </b>
      <span>
        {t('points', { points: pair.score ?? 0 })}
        <Reasons lang={lang} reasons={pair.reasons} />
      </span>
      <span class="hint">
        {t(`decision.${pair.decision}`)}
        {pair.chosen && ` · ${t('chosen')}`}
      </span>
      {decides && round.status === 'ready' && (
        <Form action={`${address}/decisions`} class="noprint">
          <p class="row">
            {pair.decision === 'open' ? (
              <>
                <Button name="decision" value="accepted" icon="ok">
                  {t('accept')}
                </Button>
                <Button alt name="decision" value="refused">
                  {t('refuse')}
                </Button>
                <Button alt name="decision" value="apart">
                  {t('keepApart')}
                </Button>
              </>
            ) : (
              <Button alt name="decision" value="open">
                {t('reopen')}
              </Button>
            )}
            <a href={address}>{t('choose')}</a>
          </p>
        </Form>
      )}
    </li>
  )
}

const Gestures = ({ lang, round, proposed, decides, mayUndo }: Props) => {
  const t = words(lang)
  const address = `/ventures/mentoring/rounds/${round.id}`
  if (!decides) return null
  if (round.status === 'applied')
    return mayUndo ? (
      <Form action={`${address}/undos`}>
        <p>{t('undoSaid')}</p>
        <p>
          <Button alt>{t('undo')}</Button>
        </p>
      </Form>
    ) : null
  if (round.status !== 'ready') return null
  const open = proposed.some(({ decision, mentor }) => decision === 'open' && mentor !== null)
  return (
    <>
      {open && (
        <Form action={`${address}/acceptances`} class="noprint">
          <Button alt icon="ok">
            {t('acceptAll')}
          </Button>
        </Form>
      )}
      <Form action={`${address}/applications`}>
        <p>{t('applySaid', { minutes: minutesToUndo })}</p>
        <p>
          <Button icon="ok">{t('apply')}</Button>
        </p>
      </Form>
      <Form action={`${address}/drops`} class="noprint">
        <Button alt>{t('drop')}</Button>
      </Form>
    </>
  )
}

const Left = ({ lang, round, proposed, founderNames, decides }: Props) => {
  const t = words(lang)
  const left = proposed.filter(({ mentor }) => mentor === null)
  return left.length === 0 ? null : (
    <>
      <h2>{t('leftTitle')}</h2>
      <p>{t('leftSaid')}</p>
      <ul class="wl">
        {left.map(({ founder, why }) => (
          <li key={founder}>
            <b>
              <bdi>{nameOf(founderNames, founder)}</bdi>
            </b>
            <span>
              {why
                .map(({ because, mentors }) => t('because', { count: mentors, why: t(`ex.${because}`) }))
                .join(' · ')}
            </span>
            {decides && round.status === 'ready' && (
              <a href={`/ventures/mentoring/rounds/${round.id}/pairs/${founder}`}>{t('choose')}</a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const Blocking = ({ lang, blocking, founderNames, mentorNames }: Props) => {
  const t = words(lang)
  return (
    <>
      <h2>{t('blockingTitle')}</h2>
      <p>{t(blocking.length > 0 ? 'blockingSaid' : 'noBlocking')}</p>
      <ul>
        {blocking.slice(0, listed).map(({ founder, mentor }) => (
          <li key={`${founder}-${mentor}`}>
            {t('pair', { founder: nameOf(founderNames, founder), mentor: nameOf(mentorNames, mentor) })}
          </li>
        ))}
      </ul>
      {blocking.length > listed && <p>{t('more', { count: blocking.length - listed })}</p>}
    </>
  )
}
