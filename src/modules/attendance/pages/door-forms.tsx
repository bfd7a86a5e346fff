import type { Language } from '#platform/i18n/index.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/form.tsx'
import { mostPeople } from '../headcount.ts'
import { words } from '../words.ts'

type Typed = Partial<Record<'name' | 'phone' | 'people', string>>

export type DoorFormsProps = {
  readonly lang: Language
  readonly session: number
  /** Who walks in joins the dates that follow too. */
  readonly isCourse: boolean
  readonly seatsLeft: number
  readonly headcount: number | null
  /** A number of this page's own: the same form posted twice brings one person. */
  readonly gesture: string
  /** Whether a phone is asked for: facilitators note a first name. */
  readonly asksPhone: boolean
  readonly typed?: Typed | undefined
  readonly errors?: Typed | undefined
}

/** Somebody came without registering: one line, or a number. */
export const DoorForms = ({
  lang,
  session,
  isCourse,
  seatsLeft,
  headcount,
  gesture,
  asksPhone,
  typed = {},
  errors = {},
}: DoorFormsProps) => {
  const t = words(lang)
  return (
    <>
      <form
        class="walkin stack noprint"
        method="post"
        action={`/desk/sessions/${session}/walk-ins`}
        noValidate
      >
        <h2>{t('walkIn')}</h2>
        <input type="hidden" name="gesture" value={gesture} />
        <Field
          name="name"
          label={t('name')}
          value={typed.name}
          error={errors.name}
          autocomplete="off"
          maxLength={80}
        />
        {asksPhone && (
          <Field
            name="phone"
            type="tel"
            label={t('phone')}
            hint={t('phoneHint')}
            value={typed.phone}
            error={errors.phone}
            autocomplete="off"
            maxLength={40}
          />
        )}
        {isCourse && <p>{t('walkInCourse')}</p>}
        {seatsLeft === 0 && <p>{t('noChair')}</p>}
        <Button wide icon="plus">
          {t('add', { free: seatsLeft })}
        </Button>
      </form>
      <form class="stack noprint" method="post" action={`/desk/sessions/${session}/headcounts`} noValidate>
        <h2>{t('heads')}</h2>
        <Field
          name="people"
          label={t('headsLabel')}
          inputMode="numeric"
          value={typed.people ?? headcount ?? ''}
          error={errors.people}
          autocomplete="off"
          maxLength={String(mostPeople).length}
        />
        <Button alt>{t('headsSave')}</Button>
      </form>
    </>
  )
}
