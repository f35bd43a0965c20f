/** The home's queues. Created by the migration, because the application's role may not make tables. */
export const PLAN_QUEUE = 'plan.solve';
export const HELP_QUEUE = 'plan.help';
export const DIGEST_QUEUE = 'digest.send';
export const QUEUES = [PLAN_QUEUE, HELP_QUEUE, DIGEST_QUEUE] as const;
