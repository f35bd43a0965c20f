import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env['PORT'] ?? '4310'}`;

// What is built is for people, whoever builds it: under NODE_ENV=test it would hold React’s tools for developers.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

export default defineConfig({
  base: '/family/',
  plugins: [react()],
  // The same names without the library behind them: an old phone has less to fetch. tsconfig.json says so too.
  resolve: { alias: { '@promenade/ui/query.ts': new URL('../../libs/ui/src/light-query.ts', import.meta.url).pathname } },
  // Nothing is inlined as `data:`, so that the content security policy can forbid it.
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { host: '127.0.0.1', port: 4312, proxy: { '/graphql': api, '/api': api, '/media': api } },
});
