/** What Chestnut House offers of the library: where it holds each entry, and what it says in its own words. */
import type { ShippedActivity } from '../library/shipped/shipped.ts';

export type Offered = {
  readonly key: string;
  readonly venue?: string;
  readonly rooms: readonly string[];
  /** What the home changed: a later release leaves these alone. */
  readonly own?: Partial<Pick<ShippedActivity, 'name' | 'steps' | 'adapt' | 'watchFor'>>;
};

/** In the order in which the home took them up. */
export const offered: readonly Offered[] = [
  {
    key: 'dog-walk', rooms: [],
    own: {
      steps: [
        'Ten minutes before, say that it is nearly time and put coat, cap and stick where they can be seen.',
        'Fetch Fern, the house spaniel, from the back kitchen and let the two of them greet one another first.',
        'Clip on the two-handled lead; the person takes the upper loop and you the lower.',
        'Leave by the side gate and let the person choose left for the park or right for the beck.',
        'Walk at the person’s pace, stop where the dog stops, and do not fill the quiet.',
        'Turn round at fifteen minutes, or sooner at the first sign of tiredness.',
        'At home dry the dog together, fill her bowl, and say what time tomorrow.',
      ],
      adapt: {
        plansIt: 'Ask for the route, the time and who comes. Hand over the lead and the key to the gate.',
        stepByStep: 'One thing at a time: coat, cap, stick, lead. Name the next thing only when this one is done.',
        joinsThroughSenses: 'Go as far as the bench. Feel the lead pull, the cold air, the wet coat of the dog.',
        respondsToTouchAndSound: 'Bring Fern to the chair, with her collar jingling, and guide a hand to the warm place behind her ear.',
      },
    },
  },
  { key: 'swimming', venue: 'leisure-centre', rooms: [] },
  { key: 'gym', venue: 'leisure-centre', rooms: [] },
  { key: 'bowls', venue: 'bowls-club', rooms: [] },
  { key: 'chair-exercise', rooms: ['lounge', 'garden-room'] },
  {
    key: 'choir', rooms: ['garden-room', 'lounge'],
    own: {
      name: 'Chestnut choir',
    },
  },
  { key: 'hymn-singing', rooms: ['quiet-room'] },
  { key: 'brass-band', rooms: [] },
  { key: 'ghazal-tea', rooms: ['garden-room', 'dining-room'] },
  { key: 'film-matinee', rooms: ['lounge'] },
  { key: 'make-tea', rooms: ['kitchen'] },
  { key: 'baking', rooms: ['kitchen'] },
  { key: 'festival-cooking', rooms: ['kitchen'] },
  { key: 'hand-massage', rooms: [] },
  { key: 'gardening', rooms: ['garden'] },
  { key: 'allotment', venue: 'allotment', rooms: [] },
  {
    key: 'mens-shed', venue: 'mens-shed', rooms: [],
    own: {
      name: 'Joinery at Harrowby Shed',
    },
  },
  {
    key: 'chapel', venue: 'chapel', rooms: [],
    own: {
      name: 'Sunday service at Zion',
      steps: [
        'On Saturday night lay out what each person wears to chapel, hat and collection included.',
        'Hearing aids in, switched to the loop, spare batteries in your pocket.',
        'Arrive by twenty past ten, so that people can be greeted.',
        'Sit where the person used to sit, or with the choir if they are asked.',
        'Find the hymn a line ahead. Stand if they stand.',
        'Stay for the handshakes; leave when they have finished, not when you have.',
        'On the way home ask what the sermon was about.',
      ],
    },
  },
  {
    key: 'library', venue: 'library', rooms: [],
    own: {
      steps: [
        'Gather the books that are due, and the card.',
        'Walk at the reader’s pace; there is a bench outside the bank.',
        'At the library agree where and when to meet, then step away.',
        'Sit with a newspaper in sight of the door, not at their shoulder.',
        'Let the reader deal with the desk.',
        'Walk home by whichever way they choose, and carry books only if asked.',
      ],
      watchFor: ['Kerbs and the market crowd on Thursdays', 'Fatigue on the way back: the hill is last'],
    },
  },
  {
    key: 'pub-lunch', venue: 'pub', rooms: [],
    own: {
      name: 'Dinner at the Packhorse',
      steps: [
        'Book the back room the day before, with numbers and how food must be cut.',
        'Check medicines, swallowing notes and who may have a drink.',
        'Everyone carries their own money, or knows what is left in their envelope.',
        'Menus in hands. Wait while people read. They order for themselves.',
        'Sit among people, eat with them, and keep the talk going round.',
        'Each pays at the bar; receipts into the envelopes.',
        'Back by half past three, with word for those who stayed behind.',
      ],
    },
  },
  {
    key: 'quiz', rooms: ['lounge', 'dining-room', 'garden-room'],
    own: {
      name: 'The Tuesday quiz',
    },
  },
  { key: 'dominoes', rooms: ['dining-room', 'lounge', 'quiet-room'] },
  { key: 'crossword', rooms: ['quiet-room', 'garden-room', 'lounge'] },
  { key: 'football-telly', rooms: ['garden-room', 'lounge'] },
  {
    key: 'pet-visit', rooms: ['garden-room', 'lounge', 'quiet-room'],
    own: {
      name: 'A visit from Juno and her owner',
      steps: [
        'Ask beforehand who wants the dog and who wants the dog kept away.',
        'Bowl of water down, floor clear, chairs in an open ring.',
        'Juno and Mrs Petty go round on the lead, one person at a time.',
        'Wait for the hand to come out. Never lift a paw into a lap.',
        'Brush, treat, or simply sit: the person says which.',
        'Call at the rooms of those in bed who asked for her.',
        'Hands washed, thanks said, next date given.',
      ],
      adapt: {
        plansIt: 'Meets them at the door and takes Juno round.',
        stepByStep: 'Brush in hand, three strokes, treat on the flat palm.',
        joinsThroughSenses: 'Fur, warmth, breath, the tail against the chair.',
        respondsToTouchAndSound: 'Juno settled alongside on her blanket, hand guided to her flank if welcome.',
      },
    },
  },
];
