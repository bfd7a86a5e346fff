import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import type { Pack } from '../domain/pack.ts'
import { words } from '../words.ts'
import { Pictogram, Said, tongueOf } from './said.tsx'

/** Everything there is to play alone, each with its drawing; and the way into a room. */
export const ShelfPage = ({
  lang,
  packs,
  easy,
}: {
  readonly lang: Language
  readonly packs: readonly Pack[]
  readonly easy: boolean
}) => {
  const t = words(lang)
  const reading = { lang, tongue: tongueOf(lang, easy) }
  return (
    <>
      <h1>{t('games')}</h1>
      <p class="lead">{t('gamesLead')}</p>
      <p>
        <LinkButton href="/play" alt>
          {t('joinRoom')}
        </LinkButton>
      </p>
      {lang === 'fr' && (
        <p>
          <a href={easy ? '/games' : '/games?easy=1'}>{t(easy ? 'easyOff' : 'easyOn')}</a>
        </p>
      )}
      <ul class="shelf">
        {packs.map((pack) => (
          <li key={pack.id}>
            <Pictogram name={pack.icon} />
            <div>
              <h2>
                <a href={`/games/${pack.id}${easy ? '?easy=1' : ''}`}>
                  <Said text={pack.title} {...reading} />
                </a>
              </h2>
              <p>
                <Said text={pack.about} {...reading} />
              </p>
              <p class="hint">
                {t('questionsCount', { count: pack.items.length })}
                {lang !== 'fr' && !pack.languages.includes(lang) && <> · {t('onlyFrench')}</>}
                {lang === 'fr' && pack.languages.includes('easy') && <> · {t('easyAvailable')}</>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}
