import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Needs } from '#ui/needs.tsx'
import { themes, words as uiWords } from '#ui/words.ts'
import { noFilters, resultsAddress } from '../domain/filters.ts'
import { needCodes, needs } from '../domain/needs.ts'
import type { Shown } from '../with-crowd.ts'
import { words } from '../words.ts'
import { FoundTickets } from './found-ticket.tsx'

/** One question, the needs in people's own words, and what comes soon. */
export const HomePage = ({
  lang,
  hits,
  now,
}: {
  lang: Language
  hits: readonly Shown[]
  now: Temporal.Instant
}) => {
  const t = words(lang)
  return (
    <>
      <form class="hero wrap stack" action="/sessions">
        <h1>
          <label for="near">{t('where')}</label>
        </h1>
        <p class="lead">{t('lead')}</p>
        <div class="ask">
          <div class="field">
            <span class="hint" id="near-h">
              {t('whereHint')}
            </span>
            <input id="near" name="near" maxLength={120} aria-describedby="near-h" />
          </div>
          <Button icon="pin">{t('see')}</Button>
        </div>
      </form>
      <section class="wrap stack">
        <h2>{t('whatBrings')}</h2>
        <Needs
          items={needCodes.map((need) => ({
            icon: needs[need].icon,
            words: needs[need][lang],
            href: resultsAddress('', { ...noFilters, need }),
          }))}
        />
      </section>
      {hits.length > 0 && (
        <section class="wrap stack">
          <h2>{t('soon')}</h2>
          <FoundTickets lang={lang} hits={hits} now={now} />
          <p>
            <LinkButton href="/sessions" alt onwards>
              {t('allSessions')}
            </LinkButton>
          </p>
        </section>
      )}
      <section class="wrap stack">
        <h2>{t('athome')}</h2>
        <Needs
          items={[
            { icon: 'game', words: t('athomePlay'), href: '/games' },
            { icon: 'k3', words: t('athomeSkills'), href: '/skills' },
            { icon: 'course', words: t('athomePaths'), href: '/paths' },
          ]}
        />
      </section>
      <section class="wrap stack">
        <h2>{t('make')}</h2>
        <Needs
          items={[
            { icon: 'printer3d', words: t('makeMachines'), href: '/machines' },
            { icon: 'photo', words: t('makeProjects'), href: '/projects' },
            { icon: 'form', words: t('makeBoard'), href: '/board' },
            { icon: 'shop', words: t('makeShop'), href: '/shop' },
            { icon: 'job', words: t('makeFounders'), href: '/founders' },
            { icon: 'helper', words: t('makeMentors'), href: '/mentors' },
          ]}
        />
      </section>
      <section class="wrap stack">
        <h2>{t('themes')}</h2>
        <ul class="themes">
          {themes.map((theme) => (
            <li key={theme}>
              <i class={`weave ${theme}`} />
              <h3>
                <a href={resultsAddress('', { ...noFilters, theme })}>{uiWords(lang)(theme)}</a>
              </h3>
              <p>{t(`${theme}Lead`)}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
