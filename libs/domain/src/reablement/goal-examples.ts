/** Worked examples of five levels, written for the help: what good ones look like for many kinds of outcome. */
import type { Levels } from './attainment.ts';

export type GoalExample = {
  readonly key: string;
  /** What it is about, for the list. */
  readonly about: string;
  readonly outcome: string;
  readonly levels: Levels;
  readonly baseline: -2 | -1 | 0;
  readonly comfort: boolean;
  /** What makes these levels good ones. */
  readonly why: string;
};

const more = (key: string, about: string, outcome: string, baseline: -2 | -1, levels: Levels, why: string): GoalExample => ({ key, about, outcome, levels, baseline, comfort: false, why });
const kept = (key: string, about: string, outcome: string, baseline: -2 | -1 | 0, levels: Levels, why: string): GoalExample => ({ key, about, outcome, levels, baseline, comfort: true, why });

export const GOAL_EXAMPLES: readonly GoalExample[] = [
  more('walking', 'Walking', 'I walk to the post box and back before tea.', -1, [
    'I stay in my chair in the afternoon.', 'I walk to the front door with my frame and somebody beside me.', 'I walk to the gate and back with my frame, somebody near.',
    'I walk to the post box and back with my frame, somebody near.', 'I walk to the post box and back with my frame, and somebody watches from the window.',
  ], 'Each level is a place on the way and how near somebody is.'),
  more('tea', 'Making tea', 'I make my own pot of tea.', -1, [
    'Tea is brought to me.', 'I warm the pot and put the tea in; somebody pours.', 'I make the pot with a kettle that is half filled for me.',
    'I make the pot on my own, from the tap to the tray.', 'I make the pot and pour a cup for a visitor.',
  ], 'It says which part she does, not how well.'),
  more('stairs', 'Stairs', 'I sleep in my own bed upstairs.', -2, [
    'I cannot do one stair.', 'I go up three stairs with two rails and a hand on my back.', 'I go up all thirteen with a rail and somebody behind me.', 'I go up and down with a rail, by day, nobody beside me.', 'I go up and down with a rail, by day and by night.',
  ], 'Stairs can be counted, and so can hands.'),
  more('dressing', 'Dressing', 'I come to breakfast in clothes I chose.', -1, [
    'I am dressed by two people.', 'I choose my blouse and somebody puts it on me.', 'I choose everything and do the top half myself.', 'I do all but the stockings and shoes.', 'I come to breakfast dressed, and nobody has helped.',
  ], 'It begins with choosing, which she can do today.'),
  more('church', 'Church', 'I am part of my chapel again.', -2, [
    'Nobody from the chapel and I have met this month.', 'Somebody from the chapel visits me once in the month.', 'I am at the service one Sunday in the month.', 'I am at the service two Sundays in the month.', 'I read the lesson, or sing with the choir, once in the month.',
  ], 'Being there and taking part are two levels, because they are two things.'),
  more('friends', 'Friends', 'I have people to play cards with.', -1, [
    'I sit on my own after lunch all week.', 'I watch a game once in the week.', 'I play one game in the week with somebody I like.', 'I play two games in the week at a full table.', 'I ask somebody to play, and they come.',
  ], 'Watching is not taking part: it has a level of its own.'),
  more('swimming', 'Swimming', 'I am in the water every week.', -2, [
    'I am not taken.', 'I am taken, and stay at the side.', 'I am in the water once in the fortnight, with two people.', 'I am in the water once in the week for half an hour.', 'I float on my back without a hand under me.',
  ], 'The lowest level is what happens when nothing is done.'),
  more('daughter', 'Calls with a daughter', 'I ring my daughter myself.', -1, [
    'We have not talked this week.', 'Somebody rings her and holds the phone for me.', 'I press her picture on the phone, once in the week, when somebody reminds me.', 'I ring her once in the week when I feel like it, and nobody reminds me.', 'I ring her and one other person in the week.',
  ], 'Who starts the call is what changes.'),
  more('shop', 'Paying in a shop', 'I buy my own newspaper and sweets.', -1, [
    'Somebody brings them for me.', 'I go along and point at what I want.', 'I take it to the till and somebody helps me with the coins.', 'I pay with my own purse; somebody waits beside me.', 'I pay with my own purse; somebody waits outside.',
  ], 'Small steps in one errand; every one of them can be seen.'),
  more('cooking', 'Cooking for others', 'My family eat what I have cooked.', -2, [
    'I have not been in the kitchen this month.', 'I tell somebody how it is done, and taste it.', 'I cook one dish with somebody lifting the pans.', 'I cook a meal and my family eat it here.', 'I cook a meal and teach somebody to make it.',
  ], 'Knowing how is worth a level before doing it.'),
  more('garden', 'Gardening', 'I grow something worth showing.', -1, [
    'I have not been outside this week.', 'I look at the bed from the bench once in the week.', 'I water and pick for ten minutes, twice in the week.', 'I sow and plant out what I chose.', 'I enter something at the show, or give it away.',
  ], 'It fits a season: the day by which it is expected matters.'),
  more('outing', 'Going out alone', 'I go to the library and back on my own.', -1, [
    'I do not go.', 'Somebody walks beside me all the way.', 'Somebody meets me at the library door.', 'Somebody watches me over the crossing, and I do the rest.', 'I go and come back alone, and say so at the desk.',
  ], 'Only the distance of the helper changes.'),
  more('speaking', 'Speaking up', 'I say what I want at the residents’ meeting.', -2, [
    'I do not come.', 'I come and say nothing, and tell somebody afterwards what I thought.', 'Somebody says it for me in my words while I sit beside them.', 'I say one thing at the meeting.', 'I put one thing on the list beforehand and speak to it.',
  ], 'There is a good level for a person who will never like meetings.'),
  kept('sleep', 'Sleep', 'I sleep through and wake when I like.', -1, [
    'I call out or get up four times or more in the night.', 'I call out or get up two or three times in the night.', 'I wake once and settle within ten minutes with a warm drink.', 'I sleep from eleven until six.', 'I sleep from eleven until I wake by myself, and say that I slept.',
  ], 'The night staff can count it without asking her.'),
  kept('comfort', 'Being comfortable', 'I am comfortable and not alone.', -1, [
    'I frown or hold my side for most of an hour when I am moved.', 'I frown when I am moved, and settle within half an hour.', 'I settle within ten minutes of being moved, with somebody’s hand in mine.', 'I am moved without a frown, with music on.', 'I rest with my hands open and look at the flowers.',
  ], 'It goes by what her face and hands do, as she no longer says.'),
  kept('company', 'Company', 'Somebody I know sits with me.', 0, [
    'Nobody sat with me for half an hour this week.', 'Somebody sat with me on one or two days.', 'Somebody I know sat with me on four days, for half an hour.', 'Somebody I know sat with me every day.', 'Somebody I know sat with me every day, and we held hands or talked.',
  ], 'It is about what others do. She has nothing to achieve.'),
  kept('music', 'Music', 'I hear my own music.', 0, [
    'I did not hear my music this week.', 'It was on while somebody did something else.', 'Somebody listened to it with me twice in the week.', 'My fingers move or I hum, three times in the week.', 'I look up and smile at whoever put it on.',
  ], 'The highest level is a look, and that is enough.'),
  kept('meals', 'Eating what I like', 'I eat what I like, when I like, with somebody there.', -1, [
    'I turn my head away from most meals.', 'I take three mouthfuls of one meal in the day.', 'I eat a small bowl of what I like once in the day, somebody beside me.', 'I eat a small bowl twice in the day.', 'I ask for something, or point, and eat it.',
  ], 'Nothing is said of weight: it is about liking.'),
];
