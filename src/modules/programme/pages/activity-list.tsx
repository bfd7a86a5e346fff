import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { Kind } from '#ui/ticket.tsx'
import { words as uiWords } from '#ui/words.ts'
import { type ActivityFilters, queryOf } from '../activity-filters.ts'
import { words } from '../activity-words.ts'
import { type Activity, activityStatuses } from '../domain/activity.ts'
import { audiences, formats, themes } from '../domain/vocabulary.ts'

type ListProps = {
  readonly lang: Language
  readonly activities: readonly Activity[]
  readonly sessionsToCome: ReadonlyMap<number, number>
  readonly filters: ActivityFilters
  /** The asker belongs to a centre; otherwise she keeps those of the network. */
  readonly inCentre: boolean
  readonly said: string | null
}

/** Every activity one can plan, by theme, and the ways to more. */
export const ActivityList = ({ lang, activities, sessionsToCome, filters, inCentre, said }: ListProps) => {
  const t = words(lang)
  const query = queryOf(filters)
  return (
    <>
      <h1>{t('activities')}</h1>
      <p class="lead">{t(inCentre ? 'listLead' : 'listLeadNetwork')}</p>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <p class="row">
        <LinkButton href="/plan/activities/new" icon="plus">
          {t('new')}
        </LinkButton>
        <LinkButton href="/plan/activities/import" alt>
          {t('import')}
        </LinkButton>
        <LinkButton href={`/plan/activities.csv${query}`} alt download>
          {t('export')}
        </LinkButton>
      </p>
      <FilterForm lang={lang} filters={filters} inCentre={inCentre} />
      <p role="status">{t('count', { count: activities.length })}</p>
      {activities.length === 0 && (
        <Empty title={t('emptyTitle')}>
          <p>{t('emptyLead')}</p>
          <p>
            <a href="/plan/activities">{t('showAll')}</a>
          </p>
        </Empty>
      )}
      {themes.map((theme) => {
        const those = activities.filter((activity) => activity.theme === theme)
        return those.length === 0 ? null : (
          <section key={theme} class="stack">
            <h2>{uiWords(lang)(theme)}</h2>
            <ul class="rolls">
              {those.map((activity) => (
                <Line
                  key={activity.id}
                  lang={lang}
                  activity={activity}
                  sessions={sessionsToCome.get(activity.id) ?? 0}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

const Line = ({ lang, activity, sessions }: { lang: Language; activity: Activity; sessions: number }) => {
  const t = words(lang)
  const { texts, minutes, capacity, hosts, status, centreId } = activity
  const said = texts[lang] ?? texts.fr
  return (
    <li>
      <Kind
        lang={lang}
        format={activity.format}
        details={[
          t(`audience.${activity.audience}`),
          ...(centreId === null ? [] : [t('own')]),
          ...(status === 'ready' ? [] : [t(`status.${status}`)]),
        ]}
      />
      <h3 lang={texts[lang] ? undefined : 'fr'}>
        <a href={`/plan/activities/${activity.id}`}>{said.title}</a>
      </h3>
      <p>
        {t('facts', { minutes, capacity, hosts })}
        {sessions > 0 && ` · ${t('sessionsToCome', { count: sessions })}`}
      </p>
    </li>
  )
}

const FilterForm = ({ lang, filters, inCentre }: Pick<ListProps, 'lang' | 'filters' | 'inCentre'>) => {
  const t = words(lang)
  const u = uiWords(lang)
  const any = (label: string) => ({ value: '', label })
  return (
    <Form action="/plan/activities" method="get" class="ask noprint">
      <Select
        name="theme"
        label={t('theme')}
        value={filters.theme ?? ''}
        options={[any(t('anyTheme')), ...themes.map((value) => ({ value, label: u(value) }))]}
      />
      <Select
        name="format"
        label={t('format')}
        value={filters.format ?? ''}
        options={[any(t('anyFormat')), ...formats.map((value) => ({ value, label: u(value) }))]}
      />
      <Select
        name="audience"
        label={t('audience')}
        value={filters.audience ?? ''}
        options={[
          any(t('anyAudience')),
          ...audiences.map((value) => ({ value, label: t(`audience.${value}`) })),
        ]}
      />
      {inCentre && (
        <Select
          name="whose"
          label={t('whose')}
          value={filters.whose ?? ''}
          options={[
            any(t('anyWhose')),
            { value: 'own', label: t('own') },
            { value: 'network', label: t('network') },
          ]}
        />
      )}
      <Select
        name="status"
        label={t('status')}
        value={filters.status ?? ''}
        options={[
          any(t('anyStatus')),
          ...activityStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
        ]}
      />
      <Button alt>{t('show')}</Button>
    </Form>
  )
}
