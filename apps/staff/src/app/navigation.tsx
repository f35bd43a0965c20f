import { BookOpen, CalendarDays, FileUp, HandHeart, MapPin, MessageCircleQuestion, Sun, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { routes } from './routes.tsx';
import { words } from './words.ts';

export type NavItem = { href: string; label: string; may: string; icon: ReactNode };

export const navigation: readonly NavItem[] = [
  { href: '/', label: words.nav.day, may: 'day.read', icon: <Sun /> },
  { href: '/plan', label: words.nav.plan, may: 'plan.read', icon: <CalendarDays /> },
  { href: '/people', label: words.nav.people, may: 'people.read', icon: <UsersRound /> },
  { href: '/promises', label: words.nav.promises, may: 'promise.read', icon: <HandHeart /> },
  { href: '/asks', label: words.nav.asks, may: 'family.heed', icon: <MessageCircleQuestion /> },
  { href: '/library', label: words.nav.library, may: 'library.read', icon: <BookOpen /> },
  { href: '/venues', label: words.nav.venues, may: 'library.read', icon: <MapPin /> },
  { href: '/import', label: words.nav.import, may: 'import', icon: <FileUp /> },
];

/** The places this person may go that there are pages for. */
export function navigationFor(mayDo: readonly string[]): readonly NavItem[] {
  return navigation.filter((item) => mayDo.includes(item.may) && routes.some((route) => route.path === item.href));
}

/** Pages whose address does not begin with the place they belong to. */
const BELONGS: Readonly<Record<string, string>> = { '/can-we': '/plan', '/what-would-help': '/plan', '/prints': '/plan', '/sessions': '/', '/moments': '/', '/changes': '/', '/now': '/', '/quiet': '/', '/rounds': '/', '/let-do': '/', '/handover': '/', '/sign-ins': '/people', '/choices': '/people', '/reviews': '/people', '/kept': '/promises', '/progress': '/people' };

/** `/people/42` stands under People, `/can-we` under Plan. */
export function isUnder(place: string, href: string): boolean {
  const first = `/${place.split('/')[1] ?? ''}`;
  return (BELONGS[first] ?? first) === href;
}
