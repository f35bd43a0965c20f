import { BookOpen, CalendarDays, CalendarHeart, ChartNoAxesColumn, ChevronRight, HandHeart, HeartHandshake, Mails, MessageCircleQuestion, Sprout, Sun } from 'lucide-react';
import type { ReactNode } from 'react';
import { routes } from '../../app/routes.tsx';
import { to } from '../../app/to.ts';
import type { FamilyPerson } from './person-page.tsx';
import styles from './ways.module.css';
import { words } from './words.ts';

type Way = { path: string; at: string; name: string; what?: string | null; icon: ReactNode; when?: boolean };

/** The other pages about somebody, each with a word of what is there. */
export function Ways({ person }: { person: FamilyPerson }) {
  const { id, isGone } = person;
  const open = person.promises?.filter(({ isOwed }) => isOwed).length ?? 0;
  const under = (page: string): Pick<Way, 'path' | 'at'> => ({ path: `/people/:id/${page}`, at: `/people/${id}/${page}` });
  const ways: Way[] = [
    { ...under('week'), name: words.week, what: words.weekWhat, icon: <CalendarDays />, when: person.planned !== null || (person.happened !== null && !isGone) },
    { ...under('promises'), name: words.promises, what: isGone ? null : words.promisesWhat(open), icon: <HandHeart />, when: person.promises !== null },
    { ...under('happened'), name: words.happened, what: words.happenedWhat, icon: <Sun />, when: person.happened !== null },
    { ...under('kept'), name: words.kept, what: person.figures?.words, icon: <ChartNoAxesColumn />, when: person.figures !== null },
    { ...under('progress'), name: words.progress(person.name), what: words.progressWhat, icon: <Sprout />, when: person.seesProgress },
    { ...under('life-story'), name: words.lifeStory, what: words.lifeStoryWhat, icon: <BookOpen /> },
    { ...under('visits'), name: words.visits, what: words.visitsWhat, icon: <CalendarHeart />, when: !isGone },
    { ...under('asks'), name: words.asks, what: words.asksWhat, icon: <MessageCircleQuestion /> },
    { path: '/subscriptions', at: '/subscriptions', name: words.subscriptions, what: words.subscriptionsWhat, icon: <Mails />, when: !isGone },
    { path: '/sharing/:id', at: `/sharing/${id}`, name: words.sharing(person.name, person.decidesSharing), icon: <HeartHandshake /> },
  ];
  return (
    <nav aria-label={words.ways(person.name)}>
      <ul role="list" className={styles.ways}>
        {ways.filter(({ path, when = true }) => when && routes.some((route) => route.path === path)).map(({ at, name, what, icon }) => (
          <li key={at}>
            <a href={to(at)} className={styles.way}>
              <span className={styles.icon} aria-hidden="true">{icon}</span>
              <span className={styles.words}>
                <span className={styles.name}>{name}</span>
                {what && <span className={styles.what}>{what}</span>}
              </span>
              <ChevronRight aria-hidden="true" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
