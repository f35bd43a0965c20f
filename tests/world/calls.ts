/** A call of every operation of the schema, with its arguments filled in and everything it answers asked for. */
import {
  type GraphQLInputType, type GraphQLOutputType, type GraphQLField, type GraphQLSchema, buildClientSchema, getIntrospectionQuery, getNamedType, isEnumType, isInputObjectType, isLeafType, isInterfaceType, isListType,
  isNonNullType, isObjectType, isScalarType, isUnionType, type IntrospectionQuery,
} from 'graphql';
import { newId } from '../../apps/api/src/db/ids.ts';
import type { Planted } from './planted.ts';
import { type Answer, ask } from './world.ts';

export type Operation = { readonly name: string; readonly kind: 'query' | 'mutation'; readonly field: GraphQLField<unknown, unknown>; readonly text: string };

/** Where an id goes: the argument or field it fills, such as 'residentId' or 'id'. */
export type IdFor = (name: string) => string | undefined;

export async function schemaOf(url: string): Promise<GraphQLSchema> {
  const { data } = await ask<IntrospectionQuery>(url, getIntrospectionQuery());
  if (!data) throw new Error('The schema could not be read by introspection.');
  return buildClientSchema(data);
}

const MAX_TOKENS = 3500;

/** Every query and mutation of the schema as a text that asks for all its scalars. */
export function operationsOf(schema: GraphQLSchema): Operation[] {
  const roots = [['query', schema.getQueryType()], ['mutation', schema.getMutationType()]] as const;
  return roots.flatMap(([kind, type]) => Object.values(type?.getFields() ?? {}).map((field) => {
    const texts = [3, 2, 1].map((depth) => textOf(kind, field, depth));
    const text = texts.find((each) => each.split(/[\s(){}:]+/).length < MAX_TOKENS) ?? texts[2] ?? '';
    return { name: field.name, kind, field, text };
  }));
}

function textOf(kind: string, field: GraphQLField<unknown, unknown>, depth: number): string {
  const declared = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = field.args.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  return `${kind}${declared ? `(${declared})` : ''} { ${field.name}${passed ? `(${passed})` : ''}${selection(field.type, depth)} }`;
}

function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isUnionType(named)) {
    // Fields of the same name may be of different types: each has a name of its own.
    return ` { __typename ${named.getTypes().map((member) => `... on ${member.name} { ${fieldsOf(member.getFields(), depth, `${member.name}_`)} }`).join(' ')} }`;
  }
  if (isObjectType(named) || isInterfaceType(named)) return ` { __typename ${fieldsOf(named.getFields(), depth, '')} }`;
  return '';
}

function fieldsOf(fields: Record<string, GraphQLField<unknown, unknown>>, depth: number, alias: string): string {
  return Object.values(fields).flatMap((field) => {
    // Types may hold one another in a circle.
    const isLeaf = isLeafType(getNamedType(field.type));
    if (!isLeaf && depth === 0) return [];
    if (field.args.some(({ type }) => isNonNullType(type))) return [];
    return [`${alias ? `${alias}${field.name}: ` : ''}${field.name}${isLeaf ? '' : selection(field.type, depth - 1)}`];
  }).join(' ');
}

/** Words that mean something, so that a call gets past the first look. */
const WORDS: Readonly<Record<string, string>> = {
  kind: 'promises', kinds: 'promises', right: 'the person', area: 'sharing', level: 'taking part', reason: 'no driver', under: 'owed', toldHow: 'told us', needs: 'session', wheelchair: 'never', photoConsent: 'yes', status: 'living here', theme: 'music',
};

/** Values for all arguments; ids come from `idFor`, and a new one where it knows none. */
export function variablesFor(operation: Operation, idFor: IdFor): Record<string, unknown> {
  return Object.fromEntries(operation.field.args.map((arg) => [arg.name, valueFor(arg.name, arg.type, idFor, 0)]));
}

function valueFor(name: string, type: GraphQLInputType, idFor: IdFor, depth: number): unknown {
  if (isNonNullType(type)) return valueFor(name, type.ofType, idFor, depth);
  if (isListType(type)) return depth > 5 ? [] : [valueFor(name, type.ofType, idFor, depth + 1)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter((field) => depth < 5 || isNonNullType(field.type));
    // `@oneOf`-like inputs (a change to a plan) are refused when full: the first test of a call is what it reads.
    return Object.fromEntries(fields.map((field) => [field.name, isMadeByDevice(field.description) ? newId() : valueFor(field.name, field.type, idFor, depth + 1)]));
  }
  switch (isScalarType(type) ? type.name : '') {
    case 'Id': case 'ID': return idFor(name) ?? newId();
    case 'Day': return '2026-11-26';
    case 'Clock': return name.toLowerCase().startsWith('to') ? '11:30' : '10:00';
    case 'Int': return 1;
    case 'Float': return 1.5;
    case 'Boolean': return true;
    case 'DateTime': return '2026-11-26T10:00:00.000Z';
    case 'JSON': return {};
    default: return WORDS[name] ?? 'ordinary words';
  }
}

/** The id of something that is not there yet: whoever sends one makes it, so it is nobody else's. */
const isMadeByDevice = (description: string | null | undefined) => description?.startsWith('Made by the device') ?? false;

/** Names of all ids that an operation's arguments hold, lists and nested inputs included. */
export function idNamesOf(operation: Operation): string[] {
  const names = new Set<string>();
  variablesFor(operation, (name) => {
    names.add(name);
    return undefined;
  });
  return [...names];
}

/** Paths to every single value in a call's variables: ['input', 'days', 0]. */
export function leavesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((each, n) => leavesOf(each, [...path, n]))];
  if (value !== null && typeof value === 'object') return [...(path.length > 0 ? [path] : []), ...Object.entries(value).flatMap(([key, each]) => leavesOf(each, [...path, key]))];
  return [path];
}

/** The same variables with one value replaced; `undefined` leaves it out. */
export function replaced(value: unknown, [first, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (first === undefined) return by;
  if (Array.isArray(value)) return value.map((each: unknown, n) => (n === first ? replaced(each, rest, by) : each));
  return Object.fromEntries(Object.entries(value as object).map(([key, each]: [string, unknown]) => [key, key === first ? replaced(each, rest, by) : each]));
}

/** Ends the session of whoever calls it, so it comes last. */
export const LAST = 'signOut';

export type Call = { operation: Operation; variables: Record<string, unknown> };

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** 'bySupporterId' and 'supporterIds' are ids of supporters. */
function tableOf(name: string, planted: Planted): string | undefined {
  const plain = snake(name.replace(/Ids?$/, ''));
  return [...planted.ids.keys()].find((table) => plain === table || plain.endsWith(`_${table}`));
}

/** Calls of an operation with somebody's ids: by name where the name says whose, and every id there is where it does not. */
export function callsWith(operation: Operation, planted: Planted, own?: Planted): Call[] {
  const names = idNamesOf(operation);
  const unnamed = names.filter((name) => tableOf(name, planted) === undefined);
  const tables = unnamed.length > 0 ? [...planted.ids.keys()] : [''];
  const fill = (table: string, mixed: boolean): IdFor => (name) => {
    if (mixed && name === 'residentId') return own?.ids.get('resident');
    return planted.ids.get(tableOf(name, planted) ?? table);
  };
  const calls = tables.map((table) => ({ operation, variables: variablesFor(operation, fill(table, false)) }));
  // One's own person with somebody else's things.
  if (own && names.includes('residentId') && names.length > 1) calls.push(...tables.map((table) => ({ operation, variables: variablesFor(operation, fill(table, true)) })));
  return calls;
}

export const lastLast = (operations: readonly Operation[]) => [...operations].sort((a, b) => Number(a.name === LAST) - Number(b.name === LAST));
export const told = ({ operation, variables }: Call) => `${operation.name}(${JSON.stringify(variables).slice(0, 400)})`;

const AT_ONCE = 6;

/** A few at a time, answers in order. */
export async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let n = 0; n < items.length; n += AT_ONCE) answers.push(...(await Promise.all(items.slice(n, n + AT_ONCE).map(work))));
  return answers;
}

export const isInternal = ({ errors }: Answer<unknown>) => errors?.some(({ extensions }) => extensions.code === 'INTERNAL') ?? false;
export const isShut = ({ errors }: Answer<unknown>) => errors?.some(({ extensions }) => extensions.code === 'FORBIDDEN' || extensions.code === 'UNAUTHENTICATED') ?? false;
