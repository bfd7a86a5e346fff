import { type Language, languageCodes, languages } from '#platform/i18n/index.ts'
import { Icon } from './icon.tsx'
import { PhoneLink } from './phone-link.tsx'
import { type Theme, themes, words } from './words.ts'

/** A place one can go to from every page of the team. */
export type NavItem = { readonly href: string; readonly label: string; readonly current?: boolean }

export type HeaderProps = {
  readonly lang: Language
  /** Path and query this page answers to by GET: the language links lead back to it. */
  readonly url: string
  /** The page’s theme: its cloth hangs lowest. */
  readonly theme?: Theme | undefined
  /** The number people can call, as it is said: « 01 99 00 24 12 ». */
  readonly helpPhone?: string | undefined
  readonly nav?: readonly NavItem[] | undefined
  readonly staff?: boolean | undefined
  readonly width?: 'narrow' | 'broad' | 'free' | undefined
}

/** Four cloths over the top edge, the name, help and languages; the team’s places below. */
export const Header = ({ lang, url, theme, helpPhone, nav, staff, width }: HeaderProps) => {
  const t = words(lang)
  return (
    <header class={width === 'broad' ? 'top wrap broad' : 'top wrap'}>
      <div class="cloths" aria-hidden="true">
        {themes.map((name) => (
          <i key={name} class={`weave ${name}${name === theme ? ' on' : ''}`} />
        ))}
      </div>
      <div class="bar">
        <a class="brand" href={staff ? '/desk' : '/'}>
          <Icon name="mark" />
          <bdi lang="fr">Maillage</bdi>
        </a>
        {nav && nav.length > 0 && (
          <nav aria-label={t('teamNav')}>
            {nav.map(({ href, label, current }) => (
              <a key={href} href={href} aria-current={current ? 'page' : undefined}>
                {label}
              </a>
            ))}
          </nav>
        )}
        <nav aria-label={t('helpNav')}>
          {helpPhone && <PhoneLink number={helpPhone} />}
          {languageCodes
            .filter((code) => code !== lang)
            .map((code) => (
              <a key={code} href={inLanguage(url, code)} lang={code} hreflang={code}>
                {languages[code].ownName}
              </a>
            ))}
        </nav>
      </div>
    </header>
  )
}

/** The same address, asked in another language. */
function inLanguage(url: string, lang: Language): string {
  const { pathname, searchParams } = new URL(url, 'http://page.invalid')
  searchParams.set('lang', lang)
  return `${pathname}?${searchParams}`
}

/** The end of a public page: the towns, and the pages everybody may want. */
export const Foot = ({ lang }: { readonly lang: Language }) => {
  const t = words(lang)
  return (
    <footer class="foot">
      <div class="wrap stack">
        <p class="slab big">{t('oneThread')}</p>
        <p>
          <span lang="fr" dir="ltr">
            Saint-Ouen · Grenoble · Toulouse · Roubaix · Schiltigheim · Rennes · Mamoudzou · Saint-Pierre ·
            Fort-de-France
          </span>
          . {t('stops')}
        </p>
        <p class="row links">
          <a href="/places">{t('places')}</a>
          <a href="/games">{t('games')}</a>
          <a href="/verify">{t('verify')}</a>
          <a href="/feeds">{t('feeds')}</a>
          <a href="/volunteer">{t('volunteer')}</a>
          <a href="/privacy">{t('privacy')}</a>
          <a href="/accessibility">{t('accessibility')}</a>
          <a href="/sign-in">{t('team')}</a>
        </p>
      </div>
    </footer>
  )
}

/** The cloth’s lower edge. */
export const Hem = () => (
  <div class="hem" aria-hidden="true">
    {themes.map((name) => (
      <i key={name} class={`weave ${name}`} />
    ))}
  </div>
)
