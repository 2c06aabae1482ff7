// The full tier. Playwright hands the environment on to its workers.
process.env['TEST_TIER'] = 'full';

export default (await import('./playwright.config.js')).default;
