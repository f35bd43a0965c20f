/** The questions of the self-assessment, as lines to read: what each asks, what may be answered, and which answers bring or drop it. */

export type AnswerOption = { readonly code: string; readonly words: string; readonly picture: string };

/** Any of these answers was given to that question. */
export type Gate = { readonly question: string; readonly any: readonly string[] };

export type Question = {
  readonly code: string;
  /** What it is about, in a word or two. */
  readonly topic: string;
  /** To the person; to somebody who answers for them, `{name}` stands for whom it is about. */
  readonly asks: string;
  readonly asksOf: string;
  /** Several answers at once. */
  readonly many: boolean;
  /** None: it is answered in words alone. */
  readonly options: readonly AnswerOption[];
  /** What own words are good for here. */
  readonly hint: string;
  /** It is only asked when an answer calls for it; a question that was skipped calls for nothing. */
  readonly onlyIf?: Gate;
  /** It is not asked again where an answer has said it already. */
  readonly unless?: Gate;
};

const option = (code: string, words: string, picture: string): AnswerOption => ({ code, words, picture });

/** In the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  {
    code: 'week', topic: 'The week', many: false, hint: 'A word about why.',
    asks: 'How are the weeks here for you?', asksOf: 'How are the weeks here for {name}?',
    options: [option('good', 'Good as they are', 'sun'), option('mixed', 'Some good, some long', 'cloud-sun'), option('empty', 'Too little happens', 'armchair'), option('busy', 'Busy, but with other people’s things', 'shuffle')],
  },
  {
    code: 'keep', topic: 'What is good', many: true, hint: 'What should stay just as it is.', onlyIf: { question: 'week', any: ['good'] },
    asks: 'What should stay just as it is?', asksOf: 'What should stay just as it is for {name}?',
    options: [option('people', 'The people', 'users'), option('outings', 'The times out', 'trees'), option('peace', 'Peace and quiet', 'leaf'), option('habits', 'Habits and hours', 'clock'), option('food', 'Meals', 'utensils')],
  },
  {
    code: 'better', topic: 'A better week', many: true, hint: 'Anything else that comes to mind.', unless: { question: 'week', any: ['good'] },
    asks: 'What would make the week better?', asksOf: 'What would make the week better for {name}?',
    options: [
      option('out', 'Getting out more', 'trees'), option('company', 'Good company', 'users'), option('quiet', 'More peace', 'leaf'), option('useful', 'Being of use', 'hammer'),
      option('music', 'Music', 'music'), option('moving', 'Moving more', 'footprints'), option('learning', 'Something new', 'book'),
    ],
  },
  {
    code: 'out', topic: 'Getting out', many: false, hint: 'Where to, or with whom.', unless: { question: 'better', any: ['out'] },
    asks: 'How often would you like to get out?', asksOf: 'How often would {name} like to get out?',
    options: [option('days', 'Most days', 'trees'), option('weeks', 'Every week', 'bus'), option('seldom', 'Now and then', 'calendar'), option('home', 'I would rather stay in', 'home')],
  },
  {
    code: 'where', topic: 'Where to', many: true, hint: 'A place by its name, if there is one.', onlyIf: { question: 'better', any: ['out'] },
    asks: 'Where would you like to go?', asksOf: 'Where would {name} like to go?',
    options: [
      option('green', 'Gardens and fresh air', 'flower'), option('shops', 'Shops and the market', 'basket'), option('cafe', 'A café or the pub', 'coffee'), option('water', 'The sea or the river', 'waves'),
      option('old', 'Places from before', 'landmark'), option('visit', 'To see somebody', 'users'),
    ],
  },
  {
    code: 'stops', topic: 'Staying in', many: true, hint: 'What would have to be different.', onlyIf: { question: 'out', any: ['home'] },
    asks: 'What puts you off going out?', asksOf: 'What puts {name} off going out?',
    options: [
      option('content', 'Nothing, it is good here', 'home'), option('tired', 'It is tiring', 'bed'), option('toilet', 'Finding a toilet in time', 'door'), option('crowds', 'Noise and crowds', 'megaphone'),
      option('fear', 'Falling, or getting lost', 'shield'), option('cold', 'Cold and wet', 'cloud-rain'),
    ],
  },
  {
    code: 'about', topic: 'Getting about', many: false, hint: 'What makes it easier.', unless: { question: 'out', any: ['home'] },
    asks: 'How do you like to get about?', asksOf: 'How does {name} like to get about?',
    options: [option('feet', 'On my own feet', 'footprints'), option('arm', 'With an arm or a frame', 'hand'), option('chair', 'In a wheelchair', 'wheelchair'), option('further', 'I would like to walk further', 'trend')],
  },
  {
    code: 'company', topic: 'Company', many: false, hint: 'Who is easy to be with.', unless: { question: 'better', any: ['company', 'quiet'] },
    asks: 'When are you most at ease?', asksOf: 'When is {name} most at ease?',
    options: [option('many', 'With plenty of people', 'party'), option('few', 'With two or three', 'users'), option('one', 'With one person', 'user'), option('alone', 'By myself', 'armchair')],
  },
  {
    code: 'myself', topic: 'Doing for oneself', many: true, hint: 'Something that used to be yours to do.',
    asks: 'What would you like to do for yourself?', asksOf: 'What would {name} like to do without help, or with less?',
    options: [
      option('tea', 'Make a hot drink', 'coffee'), option('clothes', 'Choose my clothes', 'shirt'), option('wash', 'Wash and dress', 'bath'), option('plants', 'Look after plants', 'flower'),
      option('money', 'Pay for things', 'coins'), option('room', 'Keep my room', 'bed'), option('nothing', 'It is fine as it is', 'check'),
    ],
  },
  {
    code: 'faith', topic: 'Faith and customs', many: false, hint: 'What must not be missed, or what must not happen.',
    asks: 'Is there a faith or a custom that should have its place?', asksOf: 'Is there a faith or a custom that should have its place for {name}?',
    options: [option('daily', 'Yes, every day', 'sun'), option('weekly', 'Yes, every week', 'church'), option('feasts', 'On special days', 'star'), option('none', 'No', 'x')],
  },
  {
    code: 'mornings', topic: 'Mornings and nights', many: false, hint: 'What helps to sleep, what helps to wake.',
    asks: 'When does a good day begin?', asksOf: 'When does a good day begin for {name}?',
    options: [option('early', 'Before seven', 'sunrise'), option('eight', 'About eight', 'clock'), option('late', 'Not before nine', 'bed'), option('wakes', 'When I wake by myself', 'moon')],
  },
  {
    code: 'worry', topic: 'Worries', many: true, hint: 'When it comes, and what it looks like.',
    asks: 'Does anything trouble you?', asksOf: 'Does anything trouble {name}?',
    options: [
      option('nothing', 'Nothing to speak of', 'check'), option('alone', 'Being alone', 'user'), option('nights', 'The nights', 'moon'), option('noise', 'Noise', 'megaphone'),
      option('rushed', 'Being hurried', 'timer'), option('strangers', 'Faces I do not know', 'help'), option('pain', 'Pain', 'heart-pulse'),
    ],
  },
  {
    code: 'helps', topic: 'What helps', many: true, hint: 'Words or a song that help.', onlyIf: { question: 'worry', any: ['alone', 'nights', 'noise', 'rushed', 'strangers', 'pain'] },
    asks: 'What helps then?', asksOf: 'What helps {name} then?',
    options: [option('sit', 'Somebody sitting with me', 'users'), option('music', 'Music', 'music'), option('walk', 'A walk', 'footprints'), option('quiet', 'A quiet room', 'leaf'), option('drink', 'Something warm to drink', 'coffee'), option('hand', 'A hand to hold', 'hand')],
  },
  {
    code: 'who', topic: 'Who matters', many: false, hint: 'Names, and who they are.', options: [],
    asks: 'Who matters most to you?', asksOf: 'Who matters most to {name}?',
  },
  {
    code: 'style', topic: 'Joining in', many: false, hint: 'An example of when it went well.',
    asks: 'When there is something to do, how do you like to join in?', asksOf: 'When there is something to do, how does {name} join in best?',
    options: [option('plansIt', 'I think it out and get on with it', 'lightbulb'), option('stepByStep', 'One step at a time, shown as we go', 'list'), option('joinsThroughSenses', 'By seeing, smelling, tasting, handling', 'flower'), option('respondsToTouchAndSound', 'By touch, a voice, music', 'music')],
  },
];
