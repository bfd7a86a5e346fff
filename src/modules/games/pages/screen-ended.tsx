import type { Room } from '../domain/game.ts'
import { liveWords } from '../live-words.ts'
import type { Reading } from './said.tsx'

/** The end: thanks, one thing to keep, and who found most when the room wished to see it. */
export const Ended = ({ room, lang }: Pick<Reading, 'lang'> & { readonly room: Room }) => {
  const t = liveWords(lang)
  return (
    <>
      <h1>{t('screen.end')}</h1>
      <p class="lead">{t('screen.endLead')}</p>
      {room.podium.length > 0 && (
        <>
          <h2>{t('screen.podium')}</h2>
          <ol class="podium">
            {room.podium.map(({ name, right }) => (
              <li key={name}>
                <b>
                  <bdi>{/^\d$/.test(name) ? t('play.teamN', { team: name }) : name}</bdi>
                </b>{' '}
                {t('screen.podiumLine', { right })}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}
