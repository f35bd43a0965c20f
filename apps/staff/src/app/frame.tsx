import { LogOut } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Announcer } from '@promenade/ui/announcer';
import { Hills, Mark } from '@promenade/ui/brand';
import { IconButton } from '@promenade/ui/button';
import { innerAddress } from '@promenade/ui/inner-links.ts';
import { Main, SkipLink } from '@promenade/ui/page';
import { Avatar } from '@promenade/ui/person-chip';
import { Toasts } from '@promenade/ui/toast';
import { Unseen } from '@promenade/ui/unseen';
import { words as shared } from '@promenade/ui/words.ts';
import styles from './frame.module.css';
import { isUnder } from './navigation.tsx';
import type { NavItem } from './navigation.tsx';
import { words } from './words.ts';

/** Addresses under ours that are not pages of this app. */
const outside = ['/family', '/api', '/graphql'];

/** What stands round every page: a rail on a tablet, a bar above and below on a phone. */
export function Frame({
  name,
  home,
  items,
  counts = {},
  action,
  onSignOut,
  children,
}: {
  name: string;
  home: string;
  items: readonly NavItem[];
  /** How much waits at a place, by its address. */
  counts?: Readonly<Record<string, number>>;
  /** What can be done from every page. */
  action?: ReactNode;
  onSignOut: () => void;
  children: ReactNode;
}) {
  const [place, go] = useLocation();

  function follow(event: MouseEvent): void {
    const address = innerAddress(event.nativeEvent, '/', outside);
    if (address === null) return;
    event.preventDefault();
    go(address);
  }

  return (
    <>
      <div className={styles.room} data-room onClick={follow}>
        <SkipLink />
        <div className={styles.frame}>
          <div className={styles.rail} data-print="no">
            <header className={styles.head}>
              <a href="/" className={styles.home}>
                <Mark />
                <span className={styles.product}>{shared.product}</span>
                <span className={styles.homeName}>{home}</span>
              </a>
              {action && <div className={styles.action}>{action}</div>}
              <div className={styles.me}>
                <Avatar id={name} name={name} size="small" />
                <span className={styles.name}>
                  <Unseen>{words.signedInAs('')}</Unseen>
                  {name}
                </span>
                <IconButton label={shared.signOut} onClick={onSignOut}>
                  <LogOut />
                </IconButton>
              </div>
            </header>
            {items.length > 0 && (
              <nav aria-label={words.navigation} className={styles.nav}>
                <ul role="list" className={styles.places}>
                  {items.map((item) => (
                    <li key={item.href}>
                      <a href={item.href} className={styles.place} aria-current={isUnder(place, item.href) ? 'page' : undefined}>
                        {item.icon}
                        <span>{item.label}</span>
                        {counts[item.href] ? <span className={styles.count}>{counts[item.href]}<Unseen> {words.needAnswer}</Unseen></span> : null}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            <div className={styles.hills}>
              <Hills />
            </div>
          </div>
          <div className={styles.page}>
            <Main>{children}</Main>
          </div>
        </div>
        <Announcer />
      </div>
      <div className={styles.toasts}>
        <Toasts />
      </div>
    </>
  );
}
