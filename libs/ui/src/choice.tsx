/** Big things to tap: one of a few (radio cards), several of a few, one-tap answers, and a switch. */
import { Check } from 'lucide-react';
import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './choice.module.css';
import { classes } from './classes.ts';
import type { Tone } from './tone.ts';
import tones from './tone.module.css';
import { words } from './words.ts';

export type ChoiceOption<V extends string | number = string> = {
  value: V;
  label: string;
  hint?: string;
  icon?: ReactNode;
  tone?: Tone;
  disabled?: boolean;
};

type Group<V extends string | number> = {
  legend: ReactNode;
  /** The legend stays for a screen reader when the page already says it. */
  hideLegend?: boolean;
  hint?: ReactNode;
  error?: string | null;
  options: readonly ChoiceOption<V>[];
  /** `row` puts small cards beside each other; `list` one below the other; `grid` (default) as many as fit. */
  layout?: 'row' | 'grid' | 'list';
};

function Legend({ legend, hideLegend, hint, error, id }: Pick<Group<string>, 'legend' | 'hideLegend' | 'hint' | 'error'> & { id: string }) {
  return (
    <>
      <legend className={hideLegend ? styles.unseen : styles.legend}>{legend}</legend>
      {(hint || error) && (
        <p id={id} className={error ? styles.error : styles.hint}>
          {error ?? hint}
        </p>
      )}
    </>
  );
}

function Face<V extends string | number>({ option, marked }: { option: ChoiceOption<V>; marked?: boolean }) {
  return (
    <>
      {option.icon && (
        <span className={styles.icon} aria-hidden="true">
          {option.icon}
        </span>
      )}
      <span className={styles.words}>
        <span className={styles.name}>{option.label}</span>
        {option.hint && <span className={styles.more}>{option.hint}</span>}
      </span>
      <span className={classes(styles.tick, marked && styles.marked)} aria-hidden="true">
        <Check />
      </span>
    </>
  );
}

/** One of a few, inside a form. For saving at once use `TapChoice`: arrow keys must not save. */
export function Choice<V extends string | number>({
  value,
  onValue,
  options,
  layout = 'grid',
  ...around
}: Group<V> & { value: V | null | undefined; onValue: (value: V) => void }) {
  const id = useId();
  return (
    <fieldset aria-describedby={around.hint || around.error ? `${id}-hint` : undefined}>
      <Legend {...around} id={`${id}-hint`} />
      <div className={classes(styles.options, styles[layout])}>
        {options.map((option) => (
          <label key={option.value} className={classes(styles.card, tones[option.tone ?? 'kept'])}>
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onValue(option.value)}
            />
            <Face option={option} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Several of a few, inside a form. */
export function ChoiceMany<V extends string | number>({
  values,
  onValues,
  options,
  layout = 'grid',
  ...around
}: Group<V> & { values: readonly V[]; onValues: (values: V[]) => void }) {
  const id = useId();
  return (
    <fieldset aria-describedby={around.hint || around.error ? `${id}-hint` : undefined}>
      <Legend {...around} id={`${id}-hint`} />
      <div className={classes(styles.options, styles[layout])}>
        {options.map((option) => (
          <label key={option.value} className={classes(styles.card, tones[option.tone ?? 'kept'])}>
            <input
              type="checkbox"
              value={option.value}
              checked={values.includes(option.value)}
              disabled={option.disabled}
              onChange={(event) =>
                onValues(event.target.checked ? [...values, option.value] : values.filter((each) => each !== option.value))
              }
            />
            <Face option={option} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** One tap records: each answer is a button that stays pressed. */
export function TapChoice<V extends string | number>({
  value,
  onTap,
  options,
  layout = 'grid',
  ...around
}: Group<V> & { value?: V | null; onTap: (value: V) => void }) {
  const id = useId();
  return (
    <fieldset aria-describedby={around.hint || around.error ? `${id}-hint` : undefined}>
      <Legend {...around} id={`${id}-hint`} />
      <div className={classes(styles.options, styles[layout])}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={classes(styles.card, tones[option.tone ?? 'kept'])}
            aria-pressed={option.value === value}
            disabled={option.disabled}
            onClick={() => onTap(option.value)}
          >
            <Face option={option} marked={option.value === value} />
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** A switch that works at once. */
export function Toggle({
  label,
  on,
  onToggle,
  disabled,
}: {
  label: ReactNode;
  on: boolean;
  onToggle: (on: boolean) => void;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-labelledby={id}
      disabled={disabled}
      className={styles.toggle}
      onClick={() => onToggle(!on)}
    >
      <span className={styles.track} aria-hidden="true">
        <span className={styles.knob} />
      </span>
      <span id={id}>{label}</span>
      <span className={styles.state} aria-hidden="true">
        {on ? words.on : words.off}
      </span>
    </button>
  );
}
