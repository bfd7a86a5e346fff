import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Island } from '#ui/island.tsx'
import { Note } from '#ui/note.tsx'
import type { Exercise } from '../db/packages.ts'
import { words } from '../words.ts'

/** Every exercise brought in by a centre. */
export const ExercisesPage = ({ lang, exercises }: { lang: Language; exercises: readonly Exercise[] }) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('exercises')}</h1>
      <p class="lead">{t('lead')}</p>
      {exercises.length === 0 && <p>{t('none')}</p>}
      <ul class="needs">
        {exercises.map(({ id, title, language }) => (
          <li key={id}>
            <a href={`/exercises/${id}`} lang={language === 'und' ? undefined : language} dir="auto">
              {title}
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a href="/games">{t('games')}</a>
      </p>
    </>
  )
}

/** One exercise, in a box of its own that sees nothing of ours; finishing it is counted without a name. */
export const ExercisePage = ({
  lang,
  exercise,
  finished,
}: {
  readonly lang: Language
  readonly exercise: Exercise
  readonly finished: boolean
}) => {
  const t = words(lang)
  return (
    <>
      <h1 dir="auto">{exercise.title}</h1>
      <p role="status" id="finished">
        {finished && t('finished')}
      </p>
      <noscript>
        <Note kind="no">{t('needsScript')}</Note>
      </noscript>
      <iframe
        class="box"
        id="box"
        title={exercise.title}
        src={`/exercises/${exercise.id}/box`}
        sandbox="allow-scripts"
        data-said={t('finished')}
      />
      <Form action={`/exercises/${exercise.id}/completions`} class="">
        <Button alt>{t('iFinished')}</Button>
      </Form>
      <p>
        <a href="/exercises">{t('back')}</a>
      </p>
      <Island name="exercise" />
    </>
  )
}

/** The exercises of a centre, how often each was finished, and a file to bring another. */
export const PackagesPage = ({
  lang,
  exercises,
  completions,
  said,
  error,
}: {
  readonly lang: Language
  readonly exercises: readonly Exercise[]
  readonly completions: ReadonlyMap<number, { people: number; mean: number | null }>
  readonly said: string | null
  readonly error: string | null
}) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('packages')}</h1>
      <p class="lead">{t('packagesLead')}</p>
      {said && (
        <Note kind="good" role="status">
          {said}
        </Note>
      )}
      {error && (
        <Note kind="no" role="alert">
          {error}
        </Note>
      )}
      <form
        class="join stack"
        action="/exercises/packages/imports"
        method="post"
        encType="multipart/form-data"
      >
        <div class="field">
          <label for="file">{t('file')}</label>
          <input id="file" name="file" type="file" accept=".h5p" />
        </div>
        <Button>{t('bring')}</Button>
      </form>
      {exercises.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <table>
          <tbody>
            {exercises.map(({ id, title }) => {
              const { people = 0, mean = null } = completions.get(id) ?? {}
              return (
                <tr key={id}>
                  <td>
                    <a href={`/exercises/${id}`} dir="auto">
                      {title}
                    </a>
                  </td>
                  <td>
                    {t('done', { people })}
                    {mean !== null && `, ${t('mean', { share: Math.round(mean * 10) })}`}
                  </td>
                  <td>
                    <Form action={`/exercises/packages/${id}/removals`} class="">
                      <Button alt>{t('remove')}</Button>
                    </Form>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </>
  )
}
