/**
 * A question in front of the page (`dialog`) or a sheet from the side or below (`sheet`). The browser keeps focus inside, Escape closes;
 * whatever carries `data-first` has focus at the start, else the title; afterwards the keyboard is back where it was.
 */
import { X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';
import styles from './dialog.module.css';
import { words } from './words.ts';

export function Dialog({
  open,
  onClose,
  title,
  kind = 'dialog',
  actions,
  stays,
  children,
}: {
  open: boolean;
  onClose: () => void;
  title: string;
  kind?: 'dialog' | 'sheet';
  /** Buttons at the foot; the main one last. */
  actions?: ReactNode;
  /** Cannot be dismissed: only its own buttons close it. */
  stays?: boolean;
  children: ReactNode;
}) {
  const box = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const [opener] = useState(() => document.activeElement);

  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (!open) {
      if (dialog.open) dialog.close();
      return;
    }
    if (!dialog.open) dialog.showModal();
    // The title first, so that it is read out; not the button that closes.
    (dialog.querySelector<HTMLElement>('[data-first]') ?? heading.current)?.focus();
    return () => giveBack(opener);
  }, [open, opener]);

  return (
    <dialog
      ref={box}
      className={styles[kind]}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!stays) onClose();
      }}
      onClick={(event) => {
        if (!stays && event.target === box.current) onClose();
      }}
    >
      {open && (
        <div className={styles.inside}>
          <div className={styles.top}>
            <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
              {title}
            </h2>
            {!stays && (
              <IconButton label={words.close} onClick={onClose}>
                <X />
              </IconButton>
            )}
          </div>
          <div className={styles.content}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}

const toTitle = () => document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });

/** A dialog that is taken off the page takes the keyboard with it: it goes back to what opened it, or to the page's title once that is gone too. */
function giveBack(opener: Element | null): void {
  if (!(opener instanceof HTMLElement) || opener === document.body || !opener.isConnected) {
    toTitle();
    return;
  }
  opener.focus();
  // What was said in the dialog may take its opener off the page a moment later.
  const watch = new MutationObserver(() => {
    if (opener.isConnected) return;
    watch.disconnect();
    if (document.activeElement === document.body) toTitle();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  opener.addEventListener('blur', () => setTimeout(() => opener.isConnected && watch.disconnect()), { once: true });
}
