import { type Typed, typedText } from '#platform/http/form.ts'
import { Field } from '#ui/form.tsx'

type Props = {
  /** What the form calls them; each hint says why it is asked there. */
  readonly labels: { name: string; nameHint?: string; contact: string; contactHint: string }
  readonly typed: Typed
  /** What is wrong in a field, in words. */
  readonly wrong: (field: 'name' | 'contact') => string | undefined
}

/** Who somebody is, in any form: a first name, then a phone or an e-mail in one field (`name`, `contact`). */
export const WhoFields = ({ labels, typed, wrong }: Props) => (
  <>
    <Field
      name="name"
      label={labels.name}
      hint={labels.nameHint}
      value={typedText(typed, 'name')}
      error={wrong('name')}
      autocomplete="given-name"
      dir="auto"
    />
    <Field
      name="contact"
      label={labels.contact}
      hint={labels.contactHint}
      value={typedText(typed, 'contact')}
      error={wrong('contact')}
      autocomplete="tel"
      dir="ltr"
    />
  </>
)
