import type { Language } from '#platform/i18n/index.ts'
import { LinkButton } from '#ui/button.tsx'
import { Note } from '#ui/note.tsx'
import type { Machine } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'
import { words } from '../words.ts'

type Props = {
  readonly lang: Language
  readonly machines: readonly Machine[]
  readonly mayWrite: boolean
  readonly said: boolean
}

/** The machines of the centre, those retired last. */
export const LabMachinesPage = ({ lang, machines, mayWrite, said }: Props) => {
  const t = labWords(lang)
  const ordered = [...machines].sort((a, b) => a.status.localeCompare(b.status))
  return (
    <>
      <div class="split">
        <h1>{t('ma.title')}</h1>
        <p class="row">
          {mayWrite && (
            <LinkButton icon="plus" href="/fablab/machines/new">
              {t('ma.new')}
            </LinkButton>
          )}
          <LinkButton alt icon="print" href="/fablab/labels">
            {t('ma.labels')}
          </LinkButton>
        </p>
      </div>
      {said && (
        <Note role="status">
          <p>{t('saved')}</p>
        </Note>
      )}
      {machines.length === 0 && <p>{t('ma.none')}</p>}
      <ul class="wl">
        {ordered.map((machine) => (
          <li key={machine.id}>
            <span>
              <b>
                <bdi>{machine.name}</bdi>
              </b>
              <small>
                {words(lang)(`kind.${machine.kind}`)} · <bdi lang="fr">{machine.space.name}</bdi> ·{' '}
                {machine.status === 'retired'
                  ? t('ma.retired')
                  : machine.outages[0]
                    ? words(lang)(`cause.${machine.outages[0].cause}`)
                    : t('ma.inService')}
              </small>
            </span>
            <span class="row links">
              {mayWrite && <a href={`/fablab/machines/${machine.id}`}>{t('ma.edit')}</a>}
              {machine.status === 'in-service' && (
                <>
                  <a href={`/fablab/machines/${machine.id}/outages`}>{t('ma.upkeep')}</a>
                  <a href={`/machines/${machine.id}`}>{t('ma.public')}</a>
                  <a href={`/machines/${machine.id}/wall`}>{t('ma.wall')}</a>
                  <a href={`/fablab/machines/${machine.id}/label`}>{t('ma.label')}</a>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}
