import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { OwnPack } from '../db/packs.ts'
import type { Pack } from '../domain/pack.ts'
import type { PackFault } from '../read-packs.ts'
import { words } from '../words.ts'
import { Said, tongueOf } from './said.tsx'

const Line = ({ pack, lang, action }: { pack: Pack; lang: Language; action?: preact.ComponentChildren }) => {
  const t = words(lang)
  return (
    <li>
      <p>
        <b>
          <Said text={pack.title} lang={lang} tongue={tongueOf(lang, false)} />
        </b>
        , {t('questionsCount', { count: pack.items.length })}
      </p>
      <p class="row">
        <a href={`/games/${pack.id}`}>{t('play')}</a>
        <a href={`/games/${pack.id}.yaml`} dir="ltr">
          {pack.id}.yaml
        </a>
        {action}
      </p>
    </li>
  )
}

/** The games of a centre: those it brought, a file to bring another, and ours to start from. */
export const PacksPage = ({
  lang,
  own,
  ready,
  said,
  error,
  faults = [],
}: {
  readonly lang: Language
  readonly own: readonly OwnPack[]
  readonly ready: readonly Pack[]
  readonly said?: string | null
  readonly error?: string | undefined
  readonly faults?: readonly PackFault[]
}) => {
  const t = words(lang)
  return (
    <>
      <h1>{t('packs')}</h1>
      <p class="lead">{t('packsLead')}</p>
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
      {faults.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{t('packAt')}</th>
              <th scope="col">{t('packWhy')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.slice(0, 40).map(({ at, why }) => (
              <tr key={`${at}${why}`}>
                <td dir="ltr">{at}</td>
                <td dir="ltr">{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form class="join stack" action="/games/packs/imports" method="post" encType="multipart/form-data">
        <div class="field">
          <label for="file">{t('packFile')}</label>
          <input id="file" name="file" type="file" accept=".yaml,.yml,.json" />
        </div>
        <Button>{t('packBring')}</Button>
      </form>
      <h2>{t('packsOwn')}</h2>
      {own.length === 0 ? (
        <p>{t('packsNone')}</p>
      ) : (
        <ul class="stack">
          {own.map(({ id, pack }) => (
            <Line
              key={id}
              pack={pack}
              lang={lang}
              action={
                <Form action={`/games/packs/${id}/removals`} class="">
                  <Button alt>{t('packRemove')}</Button>
                </Form>
              }
            />
          ))}
        </ul>
      )}
      <h2>{t('packsReady')}</h2>
      <ul class="stack">
        {ready.map((pack) => (
          <Line key={pack.id} pack={pack} lang={lang} />
        ))}
      </ul>
    </>
  )
}
