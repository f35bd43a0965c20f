/** The picture of an activity or venue, by name; a name we do not know gets a star rather than a gap. */
import {
  Accessibility,
  Apple,
  Armchair,
  Baby,
  Bath,
  Bed,
  Beer,
  Bike,
  Bird,
  BookOpen,
  Brush,
  Bus,
  CakeSlice,
  Camera,
  Car,
  Castle,
  Cat,
  ChefHat,
  Church,
  Clapperboard,
  Coffee,
  Dices,
  Dog,
  Drum,
  Dumbbell,
  Film,
  Fish,
  Flower2,
  Footprints,
  Gift,
  Globe,
  GraduationCap,
  Guitar,
  Hammer,
  Heart,
  HeartHandshake,
  House,
  Image,
  Landmark,
  Languages,
  Mail,
  MessageCircle,
  Mic,
  Moon,
  Music,
  Newspaper,
  Palette,
  PartyPopper,
  PenLine,
  Phone,
  Piano,
  Puzzle,
  Radio,
  Scissors,
  Ship,
  Shirt,
  ShoppingBasket,
  Snowflake,
  Soup,
  Sparkles,
  Sprout,
  Star,
  Store,
  Sun,
  Target,
  Theater,
  TrainFront,
  TreePine,
  Trees,
  Trophy,
  Tv,
  Umbrella,
  Users,
  Utensils,
  Video,
  Volleyball,
  Waves,
  Wine,
  Wrench,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { createElement } from 'react';
import { classes } from './classes.ts';
import styles from './picture.module.css';

const pictures: Record<string, LucideIcon> = {
  accessibility: Accessibility,
  apple: Apple,
  armchair: Armchair,
  baby: Baby,
  bath: Bath,
  bed: Bed,
  beer: Beer,
  bike: Bike,
  bird: Bird,
  book: BookOpen,
  brush: Brush,
  bus: Bus,
  cake: CakeSlice,
  camera: Camera,
  car: Car,
  castle: Castle,
  cat: Cat,
  chef: ChefHat,
  church: Church,
  clapperboard: Clapperboard,
  coffee: Coffee,
  dices: Dices,
  dog: Dog,
  drum: Drum,
  dumbbell: Dumbbell,
  film: Film,
  fish: Fish,
  flower: Flower2,
  footprints: Footprints,
  gift: Gift,
  globe: Globe,
  graduation: GraduationCap,
  guitar: Guitar,
  hammer: Hammer,
  heart: Heart,
  handshake: HeartHandshake,
  house: House,
  image: Image,
  landmark: Landmark,
  languages: Languages,
  mail: Mail,
  message: MessageCircle,
  mic: Mic,
  moon: Moon,
  music: Music,
  newspaper: Newspaper,
  palette: Palette,
  party: PartyPopper,
  pen: PenLine,
  phone: Phone,
  piano: Piano,
  puzzle: Puzzle,
  radio: Radio,
  scissors: Scissors,
  ship: Ship,
  shirt: Shirt,
  basket: ShoppingBasket,
  snowflake: Snowflake,
  soup: Soup,
  sparkles: Sparkles,
  sprout: Sprout,
  star: Star,
  store: Store,
  sun: Sun,
  target: Target,
  theater: Theater,
  train: TrainFront,
  tree: TreePine,
  trees: Trees,
  trophy: Trophy,
  tv: Tv,
  umbrella: Umbrella,
  users: Users,
  utensils: Utensils,
  video: Video,
  volleyball: Volleyball,
  waves: Waves,
  wine: Wine,
  wrench: Wrench,
};

/** Longer names people or other lists use: `shopping-basket`, `tree-pine`, `book-open`. */
function find(name: string): LucideIcon {
  const plain = name.toLowerCase().trim();
  return (
    pictures[plain] ??
    plain
      .split(/[^a-z]+/)
      .map((part) => pictures[part])
      .find((icon) => icon !== undefined) ??
    Star
  );
}

export const pictureNames: readonly string[] = Object.keys(pictures);

/** Decoration beside words; give `label` only where no words stand beside it. */
export function Picture({
  name,
  label,
  size = 'medium',
  bare,
}: {
  name: string | null | undefined;
  label?: string;
  size?: 'small' | 'medium' | 'large' | 'huge';
  bare?: boolean;
}) {
  return (
    <span
      className={classes(styles.picture, styles[size], bare && styles.bare)}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {createElement(find(name ?? ''), { 'aria-hidden': true })}
    </span>
  );
}
