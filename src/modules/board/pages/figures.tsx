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
  return (
    <>
      <h1>{t('figures')}</h1>
      <p class="lead">{t('figuresLead')}</p>
      <p>
        {ofTheNetwork ? <a href="/board">{t('board')}</a> : <a href="/board/moderation">{t('moderation')}</a>}
      </p>
      {figures.length === 0 ? (
        <p>{t('figuresNone')}</p>
      ) : (
        <table class="data">
          <caption>{t('board')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('month')}</th>
              <th scope="col">{t('about')}</th>
              <th scope="col">{t('asks')}</th>
              <th scope="col">{t('offers')}</th>
              <th scope="col">{t('introductions')}</th>
              <th scope="col">{t('doneCount')}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => {
              const subject = subjects.find((one) => one === figure.subject)
              return (
                <tr key={`${figure.month} ${figure.subject}`}>
                  <td>{month.format(figure.month.toPlainDateTime())}</td>
                  <th scope="row">{subject ? t(`subject.${subject}`) : figure.subject}</th>
                  <td>{say(figure.asks)}</td>
                  <td>{say(figure.offers)}</td>
                  <td>{say(figure.introductions)}</td>
                  <td>{say(figure.done)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </>
  )
}
