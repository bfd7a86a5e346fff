import { type Language, languages, sayCount } from '#platform/i18n/index.ts'
import type { Figure } from '../db/around.ts'
import { sayFigure } from '../domain/figures.ts'
import { subjects } from '../domain/vocabulary.ts'
import { words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly figures: readonly Figure[]
  /** Beyond a centre, fewer than eleven are not counted out. */
  readonly ofTheNetwork: boolean
}

/** What the board did, by month and subject. */
export const FiguresPage = ({ lang, figures, ofTheNetwork }: Props) => {
  const t = words(lang)
  const month = new Intl.DateTimeFormat(languages[lang].locale, { month: 'long', year: 'numeric' })
  const say = (count: number) => {
    const said = sayFigure(count, ofTheNetwork)
    return said === null ? t('fewerThan11') : sayCount(lang, said)
  }
  const months = [...new Set(figures.map((figure) => figure.month.toString()))]
  return (
    <>
      <h1>{t('figures')}</h1>
      <p class="lead">{t('figuresLead')}</p>
      <p>
        {ofTheNetwork ? <a href="/board">{t('board')}</a> : <a href="/board/moderation">{t('moderation')}</a>}
      </p>
      {months.length === 0 && <p>{t('figuresNone')}</p>}
      {months.map((one) => (
        <section key={one} class="stack" aria-labelledby={`month-${one}`}>
          <h2 id={`month-${one}`}>{month.format(Temporal.PlainDate.from(one).toPlainDateTime())}</h2>
          <ul class="wl">
            {figures
              .filter((figure) => figure.month.toString() === one)
              .map((figure) => {
                const subject = subjects.find((known) => known === figure.subject)
                return (
                  <li key={figure.subject}>
                    <b>{subject ? t(`subject.${subject}`) : figure.subject}</b>
                    <span>
                      {t('figuresSaid', {
                        asks: say(figure.asks),
                        offers: say(figure.offers),
                        introductions: say(figure.introductions),
                        done: say(figure.done),
                      })}
                    </span>
                  </li>
                )
              })}
          </ul>
        </section>
      ))}
    </>
  )
}
