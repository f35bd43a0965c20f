/** A labelled place to write or pick something: text, a choice from a list, a day, a time, a yes. */
import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './field.module.css';
import { words } from './words.ts';

type Around = {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong and what to do; shown in brick with the field marked invalid. */
  error?: string | null;
  /** Says "(optional)" after the label: most things we ask for are needed. */
  optional?: boolean;
};

type Wiring = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined };

export function Field({ label, hint, error, optional, id, children }: Around & { id?: string; children: (wiring: Wiring) => ReactNode }) {
  const own = useId();
  const field = id ?? own;
  const describedBy = [hint ? `${field}-hint` : '', error ? `${field}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className={classes(styles.field, error && styles.wrong)}>
      <label htmlFor={field} className={styles.label}>
        {label}
        {optional && <span className={styles.optional}> ({words.optional})</span>}
      </label>
      {hint && (
        <p id={`${field}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error && (
        <p id={`${field}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {children({ id: field, 'aria-describedby': describedBy || undefined, 'aria-invalid': error ? true : undefined })}
    </div>
  );
}

type On<T> = { onValue?: (value: string) => void } & Around & T;

export function TextField({ label, hint, error, optional, id, onValue, className, ...rest }: On<ComponentProps<'input'>>) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(wiring) => (
        <input
          type="text"
          {...rest}
          {...wiring}
          className={classes(styles.input, className)}
          onChange={(event) => {
            rest.onChange?.(event);
            onValue?.(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

export function TextArea({ label, hint, error, optional, id, onValue, className, ...rest }: On<ComponentProps<'textarea'>>) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(wiring) => (
        <textarea
          rows={4}
          {...rest}
          {...wiring}
          className={classes(styles.input, styles.area, className)}
          onChange={(event) => {
            rest.onChange?.(event);
            onValue?.(event.target.value);
          }}
        />
      )}
    </Field>
  );
}

export type Option<V extends string = string> = { value: V; label: string; disabled?: boolean };

/** The device's own list: it is large, familiar and works on an old phone. */
export function Select<V extends string>({
  label,
  hint,
  error,
  optional,
  id,
  options,
  placeholder = words.choose,
  onValue,
  value,
  className,
  ...rest
}: Around &
  Omit<ComponentProps<'select'>, 'value' | 'onChange'> & {
    options: readonly Option<V>[];
    value?: V | '' | null;
    onValue?: (value: V) => void;
    placeholder?: string;
  }) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {(wiring) => (
        <span className={styles.selecting}>
          <select
            {...rest}
            {...wiring}
            value={value ?? ''}
            className={classes(styles.input, styles.select, className)}
            onChange={(event) => onValue?.(event.target.value as V)}
          >
            {!value && <option value="">{placeholder}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <ChevronDown aria-hidden="true" />
        </span>
      )}
    </Field>
  );
}

/** A day, `YYYY-MM-DD` in and out. */
export function DateField(props: On<Omit<ComponentProps<'input'>, 'type'>>) {
  return <TextField {...props} type="date" className={styles.short} />;
}

/** A clock time, `HH:MM` in and out. */
export function TimeField(props: On<Omit<ComponentProps<'input'>, 'type'>>) {
  return <TextField {...props} type="time" className={styles.short} />;
}

export function Checkbox({
  label,
  hint,
  onValue,
  ...rest
}: Omit<ComponentProps<'input'>, 'type'> & { label: ReactNode; hint?: ReactNode; onValue?: (checked: boolean) => void }) {
  const id = useId();
  return (
    <label className={styles.check}>
      <input
        {...rest}
        type="checkbox"
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => {
          rest.onChange?.(event);
          onValue?.(event.target.checked);
        }}
      />
      <span>
        {label}
        {hint && (
          <span id={`${id}-hint`} className={styles.hint}>
            {hint}
          </span>
        )}
      </span>
    </label>
  );
}
