import type { ComponentChildren } from 'preact'
import type { Town } from '#modules/network/index.ts'
import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly towns: readonly Town[]
  /** What is open now: cohorts, experts, talks. */
  readonly children: ComponentChildren
}

/** What we do for whoever starts a business, women first, and how to begin. */
export const FrontPage = ({ lang, towns, children }: Props) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <p>{t('women')}</p>
      <p>
        <LinkButton href="#where" onwards>
          {t('begin')}
        </LinkButton>
      </p>
      <h2>{t('how')}</h2>
      <ol class="thread">
        <li>{t('how1')}</li>
        <li>{t('how2')}</li>
        <li>{t('how3')}</li>
      </ol>
      {children}
      <h2 id="where">{t('where')}</h2>
      <ul class="needs">
        {towns.map(({ slug, name }) => (
          <li key={slug}>
            <a href={`/founders?centre=${slug}`}>
              <Icon name="pin" /> <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <h2>{t('also')}</h2>
      <ul class="needs">
        <li>
          <a href="/shop">
            <Icon name="shop" /> {t('alsoShop')}
          </a>
        </li>
        <li>
          <a href="/mentors">
            <Icon name="helper" /> {t('alsoMentor')}
          </a>
        </li>
        <li>
          <a href="/board">
            <Icon name="form" /> {t('alsoBoard')}
          </a>
        </li>
      </ul>
    </>
  )
}
