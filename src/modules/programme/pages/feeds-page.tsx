import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Field, Form, Select } from '#ui/form.tsx'
import { words as uiWords } from '#ui/words.ts'
import { words as activityWords } from '../activity-words.ts'
import type { FeedWish } from '../db/feed.ts'
import { needCodes } from '../domain/activity.ts'
import { themes } from '../domain/vocabulary.ts'
import { addressesOf, snippetsOf } from '../feed-addresses.ts'
import { words } from '../feed-words.ts'
import { Copyable } from './feeds-copy.tsx'

type FeedsProps = {
  readonly lang: Language
  readonly wish: FeedWish
  readonly choices: {
    readonly places: readonly { id: number; name: string; city: string }[]
    readonly centres: readonly { slug: string; name: string }[]
  }
  /** Sessions to come that answer the choice. */
  readonly count: number
  readonly name: string
  readonly publicUrl: string
}

/** What one may follow, and the addresses of it: for an agenda, for a town's site, for machines. */
export const FeedsPage = (props: FeedsProps) => {
  const { lang, wish, count, name, publicUrl } = props
  const t = words(lang)
  const at = addressesOf(publicUrl, wish, lang)
  const snippets = snippetsOf(publicUrl, wish, lang, name)
  return (
    <>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <WishForm {...props} />
      <p role="status">
        <b>{name}</b>
        <br />
        {t('found', { count })}
      </p>
      <h2>{t('agendaTitle')}</h2>
      <p>{t('agendaLead')}</p>
      <p>
        <a class="btn" href={at.ics.replace(/^https?:/, 'webcal:')}>
          {t('subscribe')}
        </a>
      </p>
      <Copyable id="ics" label={t('icsAddress')} hint={t('icsHint')} text={at.ics} />
      <h2>{t('siteTitle')}</h2>
      <Copyable id="frame" label={t('frameLabel')} hint={t('frameHint')} text={snippets.frame} rows={4} />
      <p>
        <LinkButton href={at.embed} alt onwards>
          {t('seeFrame')}
        </LinkButton>
      </p>
      <Copyable id="piece" label={t('pieceLabel')} hint={t('pieceHint')} text={at.piece} />
      <Copyable id="button" label={t('buttonLabel')} text={snippets.link} rows={3} />
      <h2>{t('readersTitle')}</h2>
      <Copyable id="json" label={t('jsonLabel')} text={at.json} />
      <Copyable id="rss" label={t('rssLabel')} text={at.rss} />
      <p>
        {t('docs')} <a href="/api/v1/openapi.json">{t('apiLink')}</a>
      </p>
    </>
  )
}

const WishForm = ({ lang, wish, choices }: Pick<FeedsProps, 'lang' | 'wish' | 'choices'>) => {
  const t = words(lang)
  return (
    <Form action="/feeds" method="get" class="ask">
      <Select
        name="place"
        label={t('place')}
        value={wish.place === undefined ? '' : String(wish.place)}
        options={[
          { value: '', label: t('anyPlace') },
          ...choices.places.map(({ id, name, city }) => ({
            value: String(id),
            label: `${city} · ${name}`,
            lang: 'fr',
          })),
        ]}
      />
      <Select
        name="centre"
        label={t('centre')}
        value={wish.centre ?? ''}
        options={[
          { value: '', label: t('anyCentre') },
          ...choices.centres.map(({ slug, name }) => ({ value: slug, label: name, lang: 'fr' })),
        ]}
      />
      <Select
        name="theme"
        label={t('theme')}
        value={wish.theme ?? ''}
        options={[
          { value: '', label: t('anyTheme') },
          ...themes.map((value) => ({ value, label: uiWords(lang)(value) })),
        ]}
      />
      <Select
        name="need"
        label={t('need')}
        value={wish.need ?? ''}
        options={[
          { value: '', label: t('anyNeed') },
          ...needCodes.map((value) => ({ value, label: activityWords(lang)(`need.${value}`) })),
        ]}
      />
      <Field name="near" label={t('near')} hint={t('nearHint')} value={wish.near ?? ''} />
      <Button>{t('show')}</Button>
    </Form>
  )
}
