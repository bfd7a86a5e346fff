import type { ComponentChildren } from 'preact'
import type { Language } from '#platform/i18n/index.ts'
import { Icon, type IconName } from './icon.tsx'
import { Note } from './note.tsx'
import { words } from './words.ts'

type FormProps = {
  readonly action: string
  readonly method?: 'post' | 'get' | undefined
  readonly id?: string | undefined
  /** `join` (a framed sheet) unless told otherwise. */
  readonly class?: string | undefined
  /** The heading of the form, as a second-level heading. */
  readonly title?: string | undefined
  readonly children: ComponentChildren
}

/** A plain form. The browser’s own checks are off: our sentences are in the page’s language and lose nothing. */
export const Form = ({ action, method = 'post', id, class: look = 'join', title, children }: FormProps) => (
  <form class={`${look} stack`} action={action} method={method} id={id} noValidate={method === 'post'}>
    {title && <h2>{title}</h2>}
    {children}
  </form>
)

/** One thing to mend: the field’s name (or nothing when it is about the whole), and a sentence. */
export type FieldError = { readonly field?: string | undefined; readonly message: string }

/** Above the form: what is missing, each a link to its field, and that the rest was kept. */
export const ErrorSummary = ({
  lang,
  errors,
}: {
  readonly lang: Language
  readonly errors: readonly FieldError[]
}) =>
  errors.length === 0 ? null : (
    <Note kind="no" role="alert" id="errors">
      <p>
        <b>{words(lang)('problem')}</b> {words(lang)('kept')}
      </p>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={message}>{field ? <a href={`#${field}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </Note>
  )

type Asked = {
  readonly name: string
  readonly label: string
  /** An example or a reason, above the field. */
  readonly hint?: string | undefined
  /** What is wrong, under the field. */
  readonly error?: string | undefined
}

/** The ids of error and hint, error first: read out with the field. */
const describedBy = (id: string, { hint, error }: Asked): string | undefined =>
  [...(error ? [`${id}-e`] : []), ...(hint ? [`${id}-h`] : [])].join(' ') || undefined

const Hint = ({ id, hint }: { id: string; hint: string | undefined }) =>
  hint ? (
    <span class="hint" id={`${id}-h`}>
      {hint}
    </span>
  ) : null

const Wrong = ({ id, error }: { id: string; error: string | undefined }) =>
  error ? (
    <span class="bad" id={`${id}-e`}>
      <Icon name="no" /> {error}
    </span>
  ) : null

type FieldProps = Asked & {
  /** The `id`, when two forms of a page have a field of the same name; `name` otherwise. */
  readonly id?: string | undefined
  readonly type?: 'text' | 'tel' | 'email' | 'number' | 'search' | 'date' | 'time' | undefined
  /** What the person typed: always given back. */
  readonly value?: string | number | undefined
  readonly autocomplete?: string | undefined
  readonly inputMode?: 'text' | 'tel' | 'email' | 'numeric' | 'search' | undefined
  /** Phones, addresses and codes are written from left to right even in Arabic. */
  readonly dir?: 'ltr' | 'auto' | undefined
  readonly maxLength?: number | undefined
  /** Several lines. */
  readonly rows?: number | undefined
}

/** A question with one line (or `rows` lines) to write. */
export const Field = (props: FieldProps) => {
  const {
    name,
    id = name,
    label,
    hint,
    error,
    type = 'text',
    value,
    autocomplete,
    inputMode,
    maxLength,
    rows,
  } = props
  const dir = props.dir ?? (type === 'tel' || type === 'email' ? 'ltr' : undefined)
  const common = {
    id,
    name,
    dir,
    autocomplete,
    maxLength,
    'aria-invalid': error ? ('true' as const) : undefined,
    'aria-describedby': describedBy(id, props),
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Hint id={id} hint={hint} />
      {rows ? (
        <textarea {...common} rows={rows} value={value ?? ''} />
      ) : (
        // Preact types each kind of input apart; what we set is allowed on all of ours.
        <input {...common} {...(inputMode && { inputMode })} type={type as 'text'} value={value ?? ''} />
      )}
      <Wrong id={id} error={error} />
    </div>
  )
}

type Option = {
  readonly value: string
  readonly label: string
  readonly icon?: IconName | undefined
  readonly lang?: string | undefined
}

type ChoiceProps = Asked & {
  readonly options: readonly Option[]
  /** `radio`: one of them. `checkbox`: any of them. */
  readonly type?: 'radio' | 'checkbox' | undefined
  /** The value (or values) chosen. */
  readonly value?: string | readonly string[] | undefined
  /** When one page asks the same question in several forms. */
  readonly id?: string | undefined
}

/** A question with a few answers, all visible, each a big label. `label` is the legend. */
export const Choice = (props: ChoiceProps) => {
  const { name, id = name, label, hint, error, options, type = 'radio', value } = props
  const chosen = typeof value === 'string' ? [value] : (value ?? [])
  return (
    <fieldset class="pick" aria-describedby={describedBy(id, props)}>
      <legend>{label}</legend>
      <Hint id={id} hint={hint} />
      {options.map((option, i) => (
        <label key={option.value} lang={option.lang}>
          <input
            type={type}
            name={name}
            value={option.value}
            checked={chosen.includes(option.value)}
            // The first answer carries the id the error summary leads to.
            id={i === 0 ? id : undefined}
          />
          <span>
            {option.icon && <Icon name={option.icon} />}
            {option.label}
          </span>
        </label>
      ))}
      <Wrong id={id} error={error} />
    </fieldset>
  )
}

type SelectProps = Asked & {
  readonly options: readonly Option[]
  readonly value?: string | undefined
  readonly id?: string | undefined
}

/** A question with many short answers. */
export const Select = (props: SelectProps) => {
  const { name, id = name, label, hint, error, options, value } = props
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Hint id={id} hint={hint} />
      <select
        id={id}
        name={name}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={describedBy(id, props)}
      >
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === value}
            lang={option.lang}
          >
            {option.label}
          </option>
        ))}
      </select>
      <Wrong id={id} error={error} />
    </div>
  )
}
