/** A word after the deed: "Saved — Undo". Each shell holds one `<Toasts />`; anyone calls `toast('Saved', { undo })`. */
import { CircleCheck, TriangleAlert, X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button, IconButton } from './button.tsx';
import styles from './toast.module.css';
import { words } from './words.ts';

type Toast = { id: number; text: string; undo: (() => void) | undefined; tone: 'good' | 'warning' };

const shownMs = 9000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function toast(text: string = words.saved, { undo, tone = 'good' }: { undo?: () => void; tone?: Toast['tone'] } = {}): void {
  last += 1;
  change([...toasts.slice(-2), { id: last, text, undo, tone }]);
}

function dismiss(id: number): void {
  change(toasts.filter((each) => each.id !== id));
}

/** Waits while someone points at it or has focus in it. */
function OneToast({ id, text, undo, tone }: Toast) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = window.setTimeout(() => dismiss(id), shownMs);
    return () => window.clearTimeout(timer);
  }, [held, id]);
  return (
    <li
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.icon} aria-hidden="true">
        {tone === 'good' ? <CircleCheck /> : <TriangleAlert />}
      </span>
      <span className={styles.text}>{text}</span>
      {undo && (
        <Button
          kind="plain"
          className={styles.undo}
          onClick={() => {
            dismiss(id);
            undo();
          }}
        >
          {words.undo}
        </Button>
      )}
      <IconButton label={words.close} onClick={() => dismiss(id)}>
        <X />
      </IconButton>
    </li>
  );
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  return (
    <section aria-label={words.notices} aria-live="polite" className={styles.area} data-print="no">
      {shown.length > 0 && (
        <ol role="list" className={styles.list}>
          {shown.map((each) => (
            <OneToast key={each.id} {...each} />
          ))}
        </ol>
      )}
    </section>
  );
}
