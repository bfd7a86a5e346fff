import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import type { Phase } from '../domain/game.ts'
import { say, type Text } from '../domain/pack.ts'
import { liveWords } from '../live-words.ts'

/** A game in the list of a member’s games. */
export interface ListedGame {
  id: number
  code: string
  title: Text
  phase: Phase
  position: number
  total: number
  openedAt: Temporal.ZonedDateTime
}

type Props = { readonly lang: Language; readonly games: readonly ListedGame[] }

/** The games of a member: those under way, then those that are over. */
export const DriveList = ({ lang, games }: Props) => {
  const t = liveWords(lang)
  const [over, under] = [
    games.filter(({ phase }) => phase === 'ended'),
    games.filter(({ phase }) => phase !== 'ended'),
  ]
  return (
    <>
      <h1>{t('drive.games')}</h1>
      <p class="lead">{t('drive.lead')}</p>
      <p>
        <LinkButton href="/games/live/new" icon="plus">
          {t('drive.new')}
        </LinkButton>
      </p>
      <p class="row">
        <a href="/games/packs">{t('drive.packs')}</a>
        <a href="/exercises/packages">{t('drive.exercises')}</a>
      </p>
      {games.length === 0 && <p>{t('drive.none')}</p>}
      {under.length > 0 && <h2>{t('drive.under')}</h2>}
      <Games lang={lang} games={under} />
      {over.length > 0 && <h2>{t('drive.over')}</h2>}
      <Games lang={lang} games={over} />
    </>
  )
}

const Games = ({ lang, games }: Props) => {
  const t = liveWords(lang)
  return games.length === 0 ? null : (
    <ul class="wl">
      {games.map(({ id, code, title, phase, position, total, openedAt }) => (
        <li key={id}>
          <span>
            <a href={`/games/live/${id}${phase === 'ended' ? '/figures' : ''}`}>
              <b>{say(title, lang)}</b>
            </a>
            <small>{sayMoment(lang, openedAt)}</small>
          </span>
          <span>
            {t('drive.stands', { phase, at: position, total })}{' '}
            {phase !== 'ended' && (
              <b class="slab" dir="ltr">
                {code}
              </b>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
