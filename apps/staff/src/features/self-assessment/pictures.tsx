import {
  Armchair, Bath, Bed, BookOpen, Bus, Calendar, Check, Church, CircleHelp, Clock, CloudRain, CloudSun, Coffee, Coins, DoorOpen, Flower2, Footprints, Hammer, Hand, HeartPulse, House, Landmark,
  Leaf, Lightbulb, ListOrdered, Megaphone, Moon, Music, PartyPopper, Shield, Shirt, ShoppingBasket, Shuffle, Star, Sun, Sunrise, Timer, Accessibility, Trees, TrendingUp, User, Users, Utensils, Waves, X,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';

const PICTURES: Readonly<Record<string, LucideIcon>> = {
  sun: Sun, 'cloud-sun': CloudSun, armchair: Armchair, shuffle: Shuffle, users: Users, user: User, trees: Trees, leaf: Leaf, clock: Clock, utensils: Utensils, hammer: Hammer, music: Music, footprints: Footprints,
  book: BookOpen, bus: Bus, calendar: Calendar, home: House, flower: Flower2, basket: ShoppingBasket, coffee: Coffee, waves: Waves, landmark: Landmark, bed: Bed, door: DoorOpen, megaphone: Megaphone, shield: Shield,
  'cloud-rain': CloudRain, hand: Hand, wheelchair: Accessibility, trend: TrendingUp, party: PartyPopper, shirt: Shirt, bath: Bath, coins: Coins, check: Check, church: Church, star: Star, x: X, sunrise: Sunrise, moon: Moon,
  timer: Timer, help: CircleHelp, 'heart-pulse': HeartPulse, lightbulb: Lightbulb, list: ListOrdered,
};

/** The picture of an answer; one we do not have leaves the words to speak. */
export function AnswerPicture({ name }: { name: string }) {
  const Picture = PICTURES[name];
  return Picture ? <Picture aria-hidden="true" /> : null;
}
