import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  server: {
    // The page asks its own host, which holds the credentials and passes the calls on. Here that is Vite, before a mock that
    // takes any credentials.
    proxy: {
      '/api': {
        target: process.env.VPCEP_BASE_URL ?? 'http://127.0.0.1:4010',
        rewrite: (path) => path.replace(/^\/api/, ''),
      },
    },
  },
});
