/** The rulebook's table of contents: everything a plan must keep, in order of number. */
import type { Rule } from './rule.ts';
import { budgetsRule } from './rules/budgets.ts';
import { companyRule } from './rules/company.ts';
import { floorCoverRule } from './rules/floor-cover.ts';
import { residentsRule } from './rules/residents.ts';
import { roomsRule } from './rules/rooms.ts';
import { staffTimesRule } from './rules/staff-times.ts';
import { supportRule } from './rules/support.ts';
import { timesRule } from './rules/times.ts';
import { vehiclesRule } from './rules/vehicles.ts';

export const RULES: readonly Rule[] = [
  timesRule,
  residentsRule,
  companyRule,
  staffTimesRule,
  supportRule,
  floorCoverRule,
  roomsRule,
  vehiclesRule,
  budgetsRule,
];
