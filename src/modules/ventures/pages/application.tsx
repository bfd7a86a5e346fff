import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import { Wide } from '#ui/wide.tsx'
import { type CohortAnswer, cohortAnswerTo } from '../cohort-refusals.ts'
import { type CohortWord, cohortWords } from '../cohort-words.ts'
import { type Application, type Cohort, nextApplication } from '../domain/cohort.ts'
import type { Criterion, Judged } from '../domain/jury.ts'
import type { Founder } from '../domain/vocabulary.ts'
import { words } from '../words.ts'
import { textsOf } from './cohort-open.tsx'

type Props = {
  readonly lang: Language
  readonly cohort: Cohort
  readonly application: Application
  readonly founder: Founder
  readonly criteria: readonly Criterion[]
  /** What this member gave, by criterion. */
  readonly mine: ReadonlyMap<number, number>
  /** Of the whole jury; null for who does not decide. */
  readonly judged: Judged | null
  readonly typed: Typed
  readonly errors: FieldErrors
  readonly refused: CohortAnswer | null
  readonly saved: boolean
}

/** An application before the jury: what she says, my grid, and, for who decides, how the marks make a rank. */
export const ApplicationPage = (props: Props) => {
  const { lang, cohort, application, founder, criteria, mine, judged, typed, errors, refused, saved } = props
  const t = cohortWords(lang)
  const said = words(lang)
  const address = `/ventures/cohorts/${cohort.id}/applications/${application.id}`
  const isOpen = application.status === 'sent' || application.status === 'waiting'
  const decisions = (['offered', 'waiting', 'declined'] as const).filter((decision) =>
    nextApplication[application.status].includes(decision),
  )
  return (
    <>
      <p>
        <a href={`/ventures/cohorts/${cohort.id}`}>{t('backOne')}</a>
      </p>
      <h1>
        <bdi>{founder.name}</bdi>
      </h1>
      <p>
        {textsOf(cohort, lang).title} · <b>{t(`short.${application.status}`)}</b>
      </p>
      {refused && refused !== 'form' && (
        <Note kind="no" role="alert">
          <p>{t(cohortAnswerTo(refused).word)}</p>
        </Note>
      )}
      {saved && (
        <Note role="status">
          <p>{t('saved')}</p>
        </Note>
      )}
      <blockquote class="lead">
        <bdi>{application.motivation}</bdi>
      </blockquote>
      <p>
        <bdi>{founder.idea}</bdi> · {said(`stage.${founder.stage}`)} · {said(`sector.${founder.sector}`)}
      </p>
      {isOpen && (
        <Form action={`${address}/scores`} title={t('grid')} class="join offer">
          <p class="hint">{t('gridHint')}</p>
          <ErrorSummary
            lang={lang}
            errors={Object.entries(errors).map(([field, word]) => ({
              field,
              message: t(word as CohortWord),
            }))}
          />
          {criteria.map(({ position, label }) => (
            <Choice
              key={position}
              name={`c${position}`}
              label={label}
              value={typedText(typed, `c${position}`) || String(mine.get(position) ?? '')}
              error={errors[`c${position}`] ? t('scoreMissing') : undefined}
              options={[0, 1, 2, 3, 4].map((mark) => ({ value: String(mark), label: String(mark) }))}
            />
          ))}
          <p>
            <Button icon="ok">{t('saveGrid')}</Button>
          </p>
        </Form>
      )}
      {judged && <Explained lang={lang} judged={judged} />}
      {judged && decisions.length > 0 && (
        <form class="join stack" method="post" action={`${address}/decisions`}>
          <h2>{t('decide')}</h2>
          <p class="hint">{t('decideHint')}</p>
          <div class="row">
            {decisions.map((decision) => (
              <Button key={decision} alt={decision !== 'offered'} name="decision" value={decision}>
                {t(`decide.${decision}`)}
              </Button>
            ))}
          </div>
        </form>
      )}
    </>
  )
}

/** Line by line, how what the jury gave makes the points. */
const Explained = ({ lang, judged }: { lang: Language; judged: Judged }) => {
  const t = cohortWords(lang)
  const round = (value: number) => new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(value)
  return (
    <section class="stack">
      <h2>{t('why')}</h2>
      <p>
        <b>
          {judged.points === null
            ? t('jurors', { count: judged.jurors })
            : t('points', { points: judged.points })}
        </b>
      </p>
      <Wide label={t('why')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('criterion')}</th>
              <th scope="col">{t('given')}</th>
              <th scope="col">{t('mean')}</th>
              <th scope="col">{t('counts')}</th>
              <th scope="col">{t('pointsColumn')}</th>
            </tr>
          </thead>
          <tbody>
            {judged.lines.map(({ criterion, given, mean, points }) => (
              <tr key={criterion.position}>
                <th scope="row" lang="fr">
                  {criterion.label}
                </th>
                <td>
                  <bdi dir="ltr">{given.join(' · ')}</bdi>
                </td>
                <td>{mean === null ? t('noScore') : round(mean)}</td>
                <td>× {criterion.weight}</td>
                <td>{round(points)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Wide>
    </section>
  )
}
