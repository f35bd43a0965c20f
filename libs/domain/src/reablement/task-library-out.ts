/** Tasks out of the house and in touch with others, with what helps and what to leave to people first. */
import type { LibraryTask } from './task-library-shape.ts';

export const OUT_TASKS: readonly LibraryTask[] = [
  {
    key: 'tablets', name: 'Taking my own tablets', group: 'out and in touch',
    steps: ['Know that it is time', 'Find the right compartment', 'Take them out', 'Take them with water', 'Say or tick that they are taken'],
    rungs: { 0: 'Given by staff under the home’s medicines policy', 4: '“It is eight o’clock.”', 5: 'You see that they are taken, and say nothing' },
    aids: ['Box with days and times, filled by the pharmacy', 'Easy-open tops', 'Alarm clock', 'Magnifier'],
    begin: 'Only after the home’s own medicines check says so, step by step with the nurse or senior. Then let them open it and check with you.',
    watchFor: ['Any change of tablets: stop, and ask again', 'Doses left over or taken twice', 'Controlled drugs: never without the nurse'],
  },
  {
    key: 'phone', name: 'Phoning somebody', group: 'out and in touch',
    steps: ['Decide whom to ring', 'Find the number or the picture', 'Dial', 'Talk', 'Ring off', 'Write down what was agreed'],
    rungs: { 3: 'Number dialled, phone handed over', 4: '“Press Claire’s picture.”', 5: 'You are out of hearing' },
    aids: ['Phone with pictures', 'Large buttons', 'Amplifier', 'List of numbers by the phone'],
    begin: 'Ask whom they would like to hear. Then leave the room: it is their call.',
    watchFor: ['Callers who sell things', 'Hearing aids that whistle'],
  },
  {
    key: 'message', name: 'Sending a message or photo', group: 'out and in touch',
    steps: ['Take the tablet or phone', 'Choose whom it goes to', 'Write or say it', 'Add a photo', 'Send', 'See the answer'],
    rungs: { 2: 'You type what they say, word for word', 3: 'The right screen opened' },
    aids: ['Tablet on a stand', 'Stylus', 'Speaking instead of typing', 'Large letters'],
    begin: 'Ask who would be glad to hear from them, and let them press send.',
    watchFor: ['Messages from strangers', 'Photos of others: ask them first'],
  },
  {
    key: 'post-letter', name: 'Posting a letter', group: 'out and in touch',
    steps: ['Write and sign', 'Envelope and address', 'Stamp', 'Coat on and walk to the box', 'Post it'],
    rungs: { 2: 'You write what they say, they sign', 3: 'Envelope addressed, stamp ready' },
    aids: ['Thick pen', 'Address labels', 'Writing board', 'Walking frame with a basket'],
    begin: 'Put pen and paper on the table and ask who it is to.',
    watchFor: ['The kerb', 'Weather'],
  },
  {
    key: 'pay-shop', name: 'Paying in a shop', group: 'out and in touch',
    steps: ['Take money or card along', 'Choose and carry to the till', 'Say good morning', 'Pay', 'Take change and receipt', 'Put the purse away'],
    rungs: { 2: 'You count it out together', 3: 'The right money in the purse, card in the hand', 5: 'You look at the magazines' },
    aids: ['Purse that opens wide', 'Card without a number to key in', 'List in large letters', 'A quiet hour in the shop'],
    begin: 'Stand behind them, so that the shopkeeper talks to them and not to you.',
    watchFor: ['Being hurried', 'A number said aloud', 'More spent than they meant to'],
  },
  {
    key: 'bus', name: 'Catching a bus', group: 'out and in touch',
    steps: ['Look up the time', 'Walk to the stop in good time', 'Put out a hand', 'Show the pass', 'Sit before it drives off', 'Ring, and get off when it stands'],
    rungs: { 2: 'An arm at the step', 4: '“Ours is the 12.”', 5: 'You sit two rows behind' },
    aids: ['Bus pass on a cord', 'Card that says “please wait until I sit”', 'Written plan with the stops', 'Folding stick'],
    begin: 'Let them look for the number and put out a hand.',
    watchFor: ['The gap at the step', 'Getting up before it stands', 'A way home if they tire'],
  },
  {
    key: 'order-cafe', name: 'Ordering in a café', group: 'out and in touch',
    steps: ['Find a table', 'Read the card', 'Choose', 'Order', 'Eat and drink', 'Ask for the bill'],
    rungs: { 3: 'You read out two or three that they like', 4: '“She is waiting for us.”' },
    aids: ['Menu in large letters or pictures', 'Card with what they would like written on it', 'Table near the door'],
    begin: 'Look at the waiter and then at them, and stay silent.',
    watchFor: ['Noise', 'What must be soft or thick', 'Time of the toilet'],
  },
  {
    key: 'appointment', name: 'Speaking at an appointment', group: 'out and in touch',
    steps: ['Write down what to ask', 'Take glasses, hearing aids and the list', 'Say who they are', 'Ask', 'Repeat what was said', 'Write down what comes next'],
    rungs: { 2: 'They say the first, you say the rest', 4: '“What was the second on your list?”', 5: 'You are in the room and say nothing' },
    aids: ['List of questions', 'Hospital passport', 'Hearing loop'],
    begin: 'Sit a little behind, so that they are the one who is spoken to.',
    watchFor: ['Being talked about instead of with', 'Tiring'],
  },
];
