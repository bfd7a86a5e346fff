import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import type { Decided, Round } from '../db/rounds.ts'
import { words } from '../words.ts'
import { Reasons } from './people.tsx'

/** A matching with the names of those it proposes. */
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

/** What each part of the page of a matching is given. */
export type RoundPart = SeenRound & {
  readonly lang: Language
  readonly decides: boolean
}

/** More blocking pairs than this are counted, not listed. */
const listed = 20

const nameOf = (names: ReadonlyMap<number, string>, id: number) => names.get(id) ?? '…'

/** Two who are proposed to each other, why, and what a member says to it. */
export const Pair = ({
  lang,
  round,
  founderNames,
  mentorNames,
  decides,
  pair,
}: RoundPart & { readonly pair: Decided }) => {
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

/** Who is left out this time, and what kept her from mentors. */
export const Left = ({ lang, round, proposed, founderNames, decides }: RoundPart) => {
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

/** Who would rather have each other. */
export const Blocking = ({ lang, blocking, founderNames, mentorNames }: RoundPart) => {
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
