import { fablabWords } from '#modules/fablab/index.ts'
import { type Language, languages, sayCount } from '#platform/i18n/index.ts'
import type { Figure } from '../db/figures.ts'
import { sayFigure } from '../domain/figures.ts'
import { licences, machineKinds } from '../domain/vocabulary.ts'
import { words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly figures: readonly Figure[]
  /** Beyond a centre, fewer than eleven are not counted out. */
  readonly ofTheNetwork: boolean
}

/** How many projects, by month, machine and licence. */
export const FiguresPage = ({ lang, figures, ofTheNetwork }: Props) => {
  const t = words(lang)
  const month = new Intl.DateTimeFormat(languages[lang].locale, { month: 'long', year: 'numeric' })
  const months = [...new Set(figures.map((figure) => figure.month.toString()))]
  const say = (count: number) => {
    const said = sayFigure(count, ofTheNetwork)
    return said === null ? t('fewerThan11') : sayCount(lang, said)
  }
  const named = ({ about, which }: Figure): string => {
    if (about === 'machine') {
      const kind = machineKinds.find((one) => one === which)
      return kind ? fablabWords(lang)(`kind.${kind}`) : which
    }
    if (about === 'licence') return t(`licence.${licences.find((one) => one === which) ?? 'none'}`)
    return t(
      about === 'makes' ? 'figureMakes' : about === 'with-machine' ? 'figureWithMachine' : 'figureProjects',
    )
  }
  const rank = { projects: 0, 'with-machine': 1, makes: 2, machine: 3, licence: 4 }
  return (
    <>
      <h1>{t('figures')}</h1>
      <p class="lead">{t('figuresLead')}</p>
      <p>
        {ofTheNetwork ? (
          <a href="/projects">{t('projects')}</a>
        ) : (
          <a href="/projects/moderation">{t('moderation')}</a>
        )}
      </p>
      {months.length === 0 && <p>{t('figuresNone')}</p>}
      {months.map((one) => (
        <section key={one} class="stack" aria-labelledby={`month-${one}`}>
          <h2 id={`month-${one}`}>{month.format(Temporal.PlainDate.from(one).toPlainDateTime())}</h2>
          <ul class="wl">
            {figures
              .filter((figure) => figure.month.toString() === one)
              .toSorted((a, b) => rank[a.about] - rank[b.about] || b.count - a.count)
              .map((figure) => (
                <li key={`${figure.about} ${figure.which}`}>
                  <b>{named(figure)}</b>
                  <span>{say(figure.count)}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}
