import { type FieldErrors, type Typed, typedText } from '#platform/http/form.ts'
import { type Language, sayMoment } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { ErrorSummary, Field, Form, Select } from '#ui/form.tsx'
import { Note } from '#ui/note.tsx'
import type { Kit } from '../db/kit.ts'
import { kitKinds } from '../domain/kit-form.ts'
import { type KitWord, kitWords } from '../kit-words.ts'

type Props = {
  readonly lang: Language
  readonly kits: readonly Kit[]
  readonly homes: readonly { id: number; name: string; city: string }[]
  readonly said: string | null
  readonly typed: Typed
  readonly errors: FieldErrors
}

/** What moves from room to room and what drives: when each goes out next, and adding one. */
export const KitsPage = ({ lang, kits, homes, said, typed, errors }: Props) => {
  const t = kitWords(lang)
  const wrong = (field: string) => (errors[field] ? t(errors[field] as KitWord) : undefined)
  return (
    <>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {said && (
        <Note role="status">
          <p>{said}</p>
        </Note>
      )}
      <ErrorSummary
        lang={lang}
        errors={Object.entries(errors).map(([field, word]) => ({ field, message: t(word as KitWord) }))}
      />
      {kits.length === 0 && <p>{t('none')}</p>}
      <ul class="wl">
        {kits.map((kit) => (
          <li key={kit.id}>
            <span>
              <b>
                <bdi>{kit.name}</bdi>
              </b>
              <small>
                {t(`kind.${kit.kind}`)} · {t('count', { count: kit.pieces })} · <bdi>{kit.home}</bdi>
              </small>
            </span>
            <span>
              {kit.active
                ? kit.next
                  ? t('next', { moment: sayMoment(lang, kit.next) })
                  : t('free')
                : t('retired')}
            </span>
            <form method="post" action={`/plan/kits/${kit.id}/offer`}>
              <Button alt name="offered" value={kit.active ? 'no' : 'yes'}>
                {t(kit.active ? 'retire' : 'back')}
                <span class="vh"> {kit.name}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
      <Form action="/plan/kits" title={t('new')}>
        <Field
          name="name"
          label={t('name')}
          hint={t('nameHint')}
          value={typedText(typed, 'name')}
          error={wrong('name')}
          maxLength={80}
          dir="auto"
        />
        <Select
          name="kind"
          label={t('kind')}
          value={typedText(typed, 'kind')}
          error={wrong('kind')}
          options={kitKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <Field
          name="pieces"
          label={t('pieces')}
          inputMode="numeric"
          value={typedText(typed, 'pieces') || 1}
          error={wrong('pieces')}
        />
        <Select
          name="place"
          label={t('home')}
          value={typedText(typed, 'place')}
          error={wrong('place')}
          options={homes.map(({ id, name, city }) => ({ value: String(id), label: `${name}, ${city}` }))}
        />
        <Button>{t('add')}</Button>
      </Form>
    </>
  )
}
