/** One configuration for every test but the browser journeys' own needs: ESM, swc, no module mocking. */
const swc = ['@swc/jest', { swcrc: true }];
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
};

export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/libs/**/*.spec.ts', '<rootDir>/apps/*/src/**/*.spec.ts', '<rootDir>/scripts/**/*.spec.ts'] },
    { ...shared, displayName: 'architecture', testMatch: ['<rootDir>/tests/architecture/**/*.spec.ts'], globalSetup: '<rootDir>/tests/world/global-setup.ts', globalTeardown: '<rootDir>/tests/world/global-teardown.ts' },
    { ...shared, displayName: 'api', testMatch: ['<rootDir>/tests/api/**/*.spec.ts'], globalSetup: '<rootDir>/tests/world/global-setup.ts', globalTeardown: '<rootDir>/tests/world/global-teardown.ts' },
    { ...shared, displayName: 'journeys', testMatch: ['<rootDir>/tests/journeys/**/*.spec.ts'], globalSetup: '<rootDir>/tests/journeys/global-setup.ts', globalTeardown: '<rootDir>/tests/world/global-teardown.ts' },
  ],
  testTimeout: 60_000,
  testSequencer: '<rootDir>/tests/world/longest-first.mjs',
};
