import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form, Select } from '#ui/form.tsx'
import { groupings, spans, type View, writeView } from '../domain/calendar.ts'
import { words } from '../words.ts'

export interface ViewChoices {
  places: readonly { id: number; name: string }[]
  members: readonly { id: number; name: string }[]
}

/** How to look: week or month, by room, place or person, narrowed to some. Every view has its own address. */
export const ViewBar = ({
  lang,
  view,
  choices,
}: {
  readonly lang: Language
  readonly view: View
  readonly choices: ViewChoices
}) => {
  const t = words(lang)
  const named = ({ id, name }: { id: number; name: string }) => ({ value: String(id), label: name })
  return (
    <nav class="stack noprint" aria-label={t('views')}>
      <p class="row links">
        {spans.map((span) => (
          <a
            key={span}
            href={writeView({ ...view, span })}
            aria-current={span === view.span ? 'true' : undefined}
          >
            {t(`span.${span}`)}
          </a>
        ))}
        {groupings.map((by) => (
          <a key={by} href={writeView({ ...view, by })} aria-current={by === view.by ? 'true' : undefined}>
            {t(`by.${by}`)}
          </a>
        ))}
      </p>
      <Form action="/plan" method="get" class="row filters">
        <input type="hidden" name="span" value={view.span} />
        <input type="hidden" name="by" value={view.by} />
        <div class="field">
          <label for="day">{t('goTo')}</label>
          <input id="day" name="day" type="date" value={view.day.toString()} />
        </div>
        <Select
          name="place"
          label={t('place')}
          value={String(view.place ?? '')}
          options={[{ value: '', label: t('allPlaces') }, ...choices.places.map(named)]}
        />
        <Select
          name="host"
          label={t('host')}
          value={String(view.host ?? '')}
          options={[{ value: '', label: t('allHosts') }, ...choices.members.map(named)]}
        />
        <Select
          name="theme"
          label={t('theme')}
          value={view.theme ?? ''}
          options={[
            { value: '', label: t('allThemes') },
            ...(['discovery', 'learning', 'training', 'entrepreneurship'] as const).map((theme) => ({
              value: theme,
              label: t(`theme.${theme}`),
            })),
          ]}
        />
        <Button alt>{t('show')}</Button>
      </Form>
    </nav>
  )
}
