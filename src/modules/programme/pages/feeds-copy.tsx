type CopyProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly text: string
  readonly rows?: number
}

/** A text to take away: it can be selected, and not changed. Addresses and HTML are written from left to right. */
export const Copyable = ({ id, label, hint, text, rows = 2 }: CopyProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    {hint && (
      <span class="hint" id={`${id}-h`}>
        {hint}
      </span>
    )}
    <textarea
      id={id}
      rows={rows}
      dir="ltr"
      readOnly
      aria-describedby={hint ? `${id}-h` : undefined}
      value={text}
    />
  </div>
)
