/** The fields a list of residents may fill, what columns for them are called, and what one row of it became. */
import type { Day, Note, Verdict } from './shared.ts';
import type { FieldNames } from './columns.ts';

export type ResidentField =
  | 'room' | 'title' | 'knownAs' | 'givenName' | 'familyName' | 'fullName' | 'born' | 'movedIn' | 'funding' | 'mobility' | 'transfers'
  | 'supportIn' | 'supportOut' | 'communication' | 'lifeStory' | 'routine' | 'wants' | 'keyWorker'
  | 'supporters' | 'relations' | 'emails' | 'authority' | 'photoConsent';

export const residentFields: FieldNames<ResidentField>[] = [
  { field: 'room', exact: ['room', 'room no', 'room number', 'rm', 'bedroom', 'flat', 'room #'], like: /^room\b|\broom$/ },
  { field: 'title', exact: ['title', 'salutation'] },
  { field: 'knownAs', exact: ['known as', 'preferred name', 'likes to be called', 'called', 'nickname', 'aka', 'preferred'], like: /known as|preferred name|be called/ },
  { field: 'givenName', exact: ['first name', 'forename', 'forenames', 'first names', 'given name', 'given names', 'firstname', 'christian name'], like: /^(resident )?(first|given|fore) ?names?/ },
  { field: 'familyName', exact: ['surname', 'last name', 'family name', 'lastname'], like: /^(resident )?(sur|last|family) ?name/ },
  { field: 'fullName', exact: ['name', 'resident', 'resident name', 'full name', 'service user', 'client', 'client name', 'legal name', 'name of resident'], like: /^(resident|client|service user)s? name/ },
  { field: 'born', exact: ['dob', 'd o b', 'date of birth', 'born', 'birth date', 'birthday', 'birthdate'], like: /birth|\bdob\b/ },
  { field: 'movedIn', exact: ['admitted', 'admission', 'admission date', 'date admitted', 'date of admission', 'moved in', 'move in date', 'date moved in', 'start date', 'resident since', 'arrived'], like: /admi(ssion|tted)|mov(ed|e) in/ },
  { field: 'funding', exact: ['funding', 'funded by', 'funder', 'payer', 'who pays', 'fee source', 'funding type', 'fees'], like: /fund|\bpays\b/ },
  { field: 'mobility', exact: ['mobility', 'walking', 'mobility aid', 'gets about'], like: /mobil/ },
  { field: 'transfers', exact: ['transfers', 'transfer', 'moving and handling', 'manual handling', 'm&h', 'hoist'], like: /transfer|handling/ },
  { field: 'supportOut', exact: ['support out', 'ratio out', 'staffing out', 'outings ratio', 'support outside', 'community ratio', 'out'], like: /(support|ratio|staff).*(out|communit)/ },
  { field: 'supportIn', exact: ['support in', 'support at home', 'ratio in', 'ratio', 'ratio at home', 'staffing', 'support', 'support inside'], like: /(support|ratio|staff).*(in|home)\b/ },
  { field: 'communication', exact: ['communication', 'communicates', 'language', 'languages', 'speech', 'comms'], like: /communicat|hearing/ },
  { field: 'lifeStory', exact: ['life history', 'life story', 'likes', 'history', 'background', 'about', 'about me', 'interests', 'hobbies'], like: /life (history|story)|\blikes\b|interests|hobbies/ },
  { field: 'routine', exact: ['routine', 'routines', 'daily routine', 'day'], like: /routine/ },
  { field: 'wants', exact: ['wants', 'wishes', 'goals', 'goal', 'outcomes', 'aims', 'would like'], like: /\bwish|\bgoals?\b|outcome|would like|wants/ },
  { field: 'keyWorker', exact: ['key worker', 'keyworker', 'named worker', 'named carer', 'key carer', 'named nurse'], like: /key ?worker|named (worker|carer|nurse)/ },
  { field: 'relations', exact: ['nok relationship', 'relationship', 'relation', 'nok relation', 'relationship to resident', 'contact relationship'], like: /relation/ },
  { field: 'emails', exact: ['nok email', 'email', 'e mail', 'nok e mail', 'contact email', 'family email', 'email address'], like: /e ?mail/ },
  { field: 'supporters', exact: ['next of kin', 'nok', 'nok name', 'family', 'contact', 'contacts', 'main contact', 'emergency contact', 'relatives', 'supporters', 'circle'], like: /next of kin|^nok|(main|family|emergency) contact|relatives/ },
  { field: 'authority', exact: ['lpa', 'lpa h&w', 'poa', 'power of attorney', 'attorney', 'attorney deputy', 'lpa health and welfare', 'authority', 'deputy'], like: /\blpa\b|\bpoa\b|attorney|deputy/ },
  { field: 'photoConsent', exact: ['photo consent', 'photos', 'consent to photos', 'photo', 'photographs', 'media consent', 'image consent'], like: /photo|image consent|media consent/ },
];

export type Payer = 'self' | 'council' | 'nhs' | 'family';

/** `staff` staff to `residents` people; 2:1 is two staff to one person. */
export type Support = { staff: number; residents: number };

export type AuthorityArea = 'health-and-welfare' | 'property-and-finance';

export type Authority = { kind: 'attorney' | 'deputy' | 'unknown'; areas: AuthorityArea[]; holderName: string; words: string };

export type FoundSupporter = { name: string; relation: string; email: string | null };

export type FoundResident = {
  title: string;
  givenName: string;
  familyName: string;
  /** The whole name as it would be on papers. */
  legalName: string;
  preferredName: string;
  born: Day | null;
  room: string;
  movedIn: Day | null;
  funding: { payer: 'self' | 'council' | 'nhs' | 'mixed' | null; payers: Payer[]; words: string };
  mobility: string;
  /** When the person travels in a wheelchair. */
  wheelchair: 'never' | 'out' | 'always';
  transfers: string;
  /** How many staff a transfer takes, if the words say. */
  transferStaff: number | null;
  hoist: boolean;
  supportIn: Support | null;
  supportOut: Support | null;
  communication: string;
  lifeStoryText: string;
  routineText: string;
  wantsText: string;
  keyWorker: { text: string; staffId: string | null };
  supporters: FoundSupporter[];
  needsAdvocate: boolean;
  authorities: Authority[];
  /** 'not asked' when the file is silent, which allows no more than a no. */
  photoConsent: 'yes' | 'no' | 'conditional' | 'not asked';
  photoConsentWords: string;
  shortStay: boolean;
};

/** Where the file and the record of someone who is here already disagree. */
export type Difference = { field: 'legalName' | 'preferredName' | 'room' | 'born'; here: string; file: string };

export type ResidentRow = {
  line: number;
  verdict: Verdict;
  /** Who of the known residents this is; null for someone new or while it is not settled. */
  matches: string | null;
  differences: Difference[];
  resident: FoundResident;
  notes: Note[];
};

export type KnownResident = { id: string; legalName: string; preferredName: string; room: string; born: Day | null };
