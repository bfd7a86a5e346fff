import { type Typed, typedText } from '#platform/http/form.ts'
import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Choice, ErrorSummary, Field, type FieldError, Form, Select } from '#ui/form.tsx'
import type { LabHere } from '../db/lab.ts'
import { sheetLanguages } from '../domain/lab-machine-form.ts'
import { type Induction, type Machine, machineKinds, supervisions } from '../domain/vocabulary.ts'
import { labWords } from '../lab-words.ts'
import { words } from '../words.ts'
import { titleOf } from './lab-inductions.tsx'

type Props = {
  readonly lang: Language
  readonly here: LabHere
  readonly inductions: readonly Induction[]
  /** Null: a new one. */
  readonly machine: Machine | null
  readonly hasPhoto: boolean
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const many = (typed: Typed, name: string) => [typed[name] ?? []].flat()

/** A machine, from its name to its safety sheet in three languages. */
export const LabMachineEditor = (props: Props) => {
  const { lang, here, inductions, machine, typed, errors } = props
  const t = labWords(lang)
  const field = (name: string) => ({
    name,
    value: typedText(typed, name),
    error: errors.find((error) => error.field === name)?.message,
  })
  const room = ({ id, name, place }: LabHere['rooms'][number]) => ({
    value: String(id),
    label: `${name} · ${place}`,
    lang: 'fr',
  })
  return (
    <>
      <p>
        <a href="/fablab/machines">{t('ma.title')}</a>
      </p>
      <h1>{machine ? <bdi>{machine.name}</bdi> : t('ma.new')}</h1>
      <ErrorSummary lang={lang} errors={errors} />
      <Form action={machine ? `/fablab/machines/${machine.id}` : '/fablab/machines'}>
        <Field {...field('name')} label={t('ma.name')} maxLength={60} dir="auto" />
        <Select
          {...field('kind')}
          label={t('ma.kind')}
          options={machineKinds.map((kind) => ({ value: kind, label: words(lang)(`kind.${kind}`) }))}
        />
        <Select {...field('room')} label={t('ma.room')} options={here.rooms.map(room)} />
        <div class="ask">
          <Field {...field('slot')} label={t('ma.slot')} inputMode="numeric" />
          <Field {...field('day')} label={t('ma.day')} hint={t('ma.sameKind')} inputMode="numeric" />
          <Field {...field('week')} label={t('ma.week')} hint={t('ma.sameKind')} inputMode="numeric" />
          <Field {...field('minAge')} label={t('ma.minAge')} inputMode="numeric" />
        </div>
        <Choice
          {...field('supervision')}
          label={t('ma.supervision')}
          options={supervisions.map((one) => ({ value: one, label: t(`ma.supervision.${one}`) }))}
        />
        <Choice
          {...field('withRoom')}
          label={t('ma.withRoom')}
          options={(['yes', 'no'] as const).map((one) => ({ value: one, label: t(`ma.${one}`) }))}
        />
        <Choice
          {...field('inductions')}
          type="checkbox"
          value={many(typed, 'inductions')}
          label={t('ma.inductions')}
          options={inductions.map((one) => ({ value: String(one.id), label: titleOf(lang, one) }))}
        />
        <Choice
          {...field('heardIn')}
          type="checkbox"
          value={many(typed, 'heardIn')}
          label={t('ma.heardIn')}
          hint={t('ma.heardHint')}
          options={here.rooms.filter(({ isLab }) => !isLab).map(room)}
        />
        {sheetLanguages.map((code) => {
          const language = t(`ma.language.${code}`)
          return (
            <section key={code} class="stack" aria-label={language}>
              {(['what', 'safety', 'needs', 'documents'] as const).map((part) => (
                <Field
                  key={part}
                  {...field(`${part}_${code}`)}
                  label={t(`ma.${part}`, { language })}
                  rows={part === 'what' ? 2 : 4}
                  dir="auto"
                />
              ))}
            </section>
          )
        })}
        <p>
          <Button icon="ok">{t('save')}</Button>
        </p>
      </Form>
      {machine && <PhotoForm {...props} machine={machine} />}
      {machine && (
        <form method="post" action={`/fablab/machines/${machine.id}/retirement`}>
          <Button alt name="to" value={machine.status === 'retired' ? 'in-service' : 'retired'}>
            {t(machine.status === 'retired' ? 'ma.restore' : 'ma.retire')}
          </Button>
        </form>
      )}
    </>
  )
}

const PhotoForm = ({ lang, machine, hasPhoto, errors }: Props & { readonly machine: Machine }) => {
  const t = labWords(lang)
  const error = errors.find(({ field }) => field === 'photo')?.message
  return (
    <form
      class="join stack"
      method="post"
      action={`/fablab/machines/${machine.id}/photo`}
      encType="multipart/form-data"
    >
      <h2>{t('ma.photo')}</h2>
      {hasPhoto && (
        <p>
          <img src={`/machines/${machine.id}/photo`} alt={machine.name} width="320" loading="lazy" />
        </p>
      )}
      <div class="field">
        <label for="photo">{t('ma.photo')}</label>
        <span class="hint" id="photo-h">
          {t('ma.photoHint')}
        </span>
        <input
          id="photo"
          name="photo"
          type="file"
          accept="image/jpeg,image/png,image/webp"
          aria-invalid={error ? 'true' : undefined}
          aria-describedby={error ? 'photo-e photo-h' : 'photo-h'}
        />
        {error && (
          <span class="bad" id="photo-e">
            {error}
          </span>
        )}
      </div>
      <p class="row">
        <Button alt>{t('ma.photoSend')}</Button>
        {hasPhoto && (
          <Button alt name="remove" value="yes">
            {t('ma.photoRemove')}
          </Button>
        )}
      </p>
    </form>
  )
}
