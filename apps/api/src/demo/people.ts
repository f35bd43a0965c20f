// Who can sign in to the demo home, and what each of them opens.

import type { DemoPerson } from './content.ts';

export const demoPeople: readonly DemoPerson[] = [
  {
    key: 'karen', name: 'Karen Whitfield', email: 'karen.whitfield@example.org', opens: 'staff', as: { staff: 'karen' },
    about: 'Manages the home and answers for what was promised and did not happen.',
  },
  {
    key: 'sian', name: 'Siân Pritchard', email: 'sian.pritchard@example.org', opens: 'staff', as: { staff: 'sian' },
    about: 'Plans the week, drives the minibus and is Steven’s named worker.',
  },
  {
    key: 'femi', name: 'Femi Bello', email: 'femi.bello@example.org', opens: 'staff', as: { staff: 'femi' },
    about: 'The second coordinator, three days a week, often planning at the same time as Siân.',
  },
  {
    key: 'jaspreet', name: 'Jaspreet Kaur', email: 'jaspreet.kaur@example.org', opens: 'staff', as: { staff: 'jaspreet' },
    about: 'Senior carer; hands over the shift and is named worker to Dot and Mr Gill.',
  },
  {
    key: 'dean', name: 'Dean Hughes', email: 'dean.hughes@example.org', opens: 'staff', as: { staff: 'dean' },
    about: 'Carer and driver; walks out with Bob.',
  },
  {
    key: 'mark', name: 'Mark Marlow', email: 'mark@example.org', opens: 'family', as: { supporterOf: 'steven' },
    about: 'Steven’s father, who wants to know whether Steven was in the water.',
  },
  {
    key: 'janet', name: 'Janet Ellison', email: 'janet@example.org', opens: 'family', as: { supporterOf: 'bob' },
    about: 'Bob’s daughter, two hundred miles away, who asks whether he got his walk.',
  },
  {
    key: 'claire', name: 'Claire Dunne', email: 'claire.dunne@example.org', opens: 'family', as: { supporterOf: 'peggy' },
    about: 'Peggy’s daughter, getting the house ready for Christmas.',
  },
];
