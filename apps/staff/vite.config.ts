import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://127.0.0.1:${process.env['PORT'] ?? '4310'}`;

// What is built is for people, whoever builds it: under NODE_ENV=test it would hold React’s tools for developers.
if (process.argv.includes('build')) process.env['NODE_ENV'] = 'production';

export default defineConfig({
  base: '/',
  plugins: [react()],
  // Nothing is inlined as `data:`, so that the content security policy can forbid it.
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  server: { host: '127.0.0.1', port: 4311, proxy: { '/graphql': api, '/api': api, '/media': api, '/check': api } },
});
