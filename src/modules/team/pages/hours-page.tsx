import type { Language } from '#platform/i18n/index.ts'
import { Button, LinkButton } from '#ui/button.tsx'
import { Field } from '#ui/form.tsx'
import type { CentreHours, GivenBy, Period } from '../db/hours.ts'
import { words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly period: Period
  readonly given: readonly GivenBy[]
}

/** Minutes as hours with at most one decimal, in the way of the language: « 12,5 ». */
export const inHours = (lang: Language, minutes: number): string =>
  new Intl.NumberFormat(lang === 'ar' ? 'ar-u-nu-latn' : lang, { maximumFractionDigits: 1 }).format(
    minutes / 60,
  )

/** Hours given in a period, for each organisation and each person, in alphabetical order: nobody is ranked. */
export const HoursPage = ({ lang, period, given }: Props) => {
  const t = words(lang)
  const query = `from=${period.from.toString()}&until=${period.until.toString()}`
  const groups = [...Map.groupBy(given, ({ organisation }) => organisation ?? t('own'))]
  return (
    <>
      <h1>{t('hoursPage')}</h1>
      <p class="lead">{t('hoursLead')}</p>
      <PeriodForm lang={lang} period={period} />
      {given.length === 0 ? (
        <p>{t('hoursNone')}</p>
      ) : (
        <>
          <p class="noprint">
            <LinkButton alt download href={`/team/hours.csv?${query}`}>
              {t('hoursCsv')}
            </LinkButton>
          </p>
          {groups.map(([organisation, people]) => (
            <section key={organisation} class="stack">
              <h2>
                <bdi>{organisation}</bdi>
              </h2>
              <p>
                {inHours(
                  lang,
                  people.reduce((sum, { minutes }) => sum + minutes, 0),
                )}{' '}
                {t('hours').toLocaleLowerCase(lang)}
              </p>
              <ul class="wl">
                {people.map(({ member, name, minutes, sessions }) => (
                  <li key={member}>
                    <a href={`/team/${member}`}>
                      <bdi>{name}</bdi>
                    </a>
                    <span>{t('hoursTurns', { hours: inHours(lang, minutes), count: sessions })}</span>
                    <a href={`/print/certificate.pdf?member=${member}&${query}`}>{t('certificate')}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </>
  )
}

const PeriodForm = ({ lang, period }: Pick<Props, 'lang' | 'period'>) => {
  const t = words(lang)
  return (
    <form class="ask noprint" method="get" action="/team/hours">
      <Field name="from" type="date" label={t('hoursFrom')} value={period.from.toString()} />
      <Field name="until" type="date" label={t('hoursUntil')} value={period.until.toString()} />
      <Button alt>{t('hoursShow')}</Button>
    </form>
  )
}

/** The same for the network: what each centre was given, and nobody's name. */
export const NetworkHours = ({
  lang,
  period,
  centres,
}: Pick<Props, 'lang' | 'period'> & { readonly centres: readonly CentreHours[] }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('hoursPage')}</h1>
      <p class="lead">{t('hoursNetwork')}</p>
      <PeriodForm lang={lang} period={period} />
      <ul class="wl">
        {centres.map(({ centre, minutes, turns }) => (
          <li key={centre}>
            <bdi>{centre}</bdi>
            <span>{t('hoursTurns', { hours: inHours(lang, minutes), count: turns })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
