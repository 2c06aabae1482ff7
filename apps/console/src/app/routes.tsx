import { createHashRouter, Navigate } from 'react-router';
import { withComponents } from '../components/with-components.js';
import type { Configuration } from '../configuration/configuration.js';
import { ServicesPage } from '../endpoint-services/services-page.js';
import { ConsoleFrame } from '../frame/console-frame.js';
import { CaughtFrameFailure } from '../frame/frame-failure.js';
import { NoSuchPage } from '../frame/no-such-page.js';
import { RouteFailure } from '../frame/route-failure.js';
import { preferredLanguage } from '../language/languages.js';
import { addressOf } from '../location/location.js';
import { page } from './page.js';

/**
 * The pages, each but the first loaded when it is first opened. Addresses are behind a `#`, so that any static host can
 * serve the console, below any path.
 */
export function createRoutes({ projects: [first] }: Configuration) {
  const start = addressOf(
    { language: preferredLanguage(navigator.languages), projectId: first?.id ?? '' },
    'endpoint-services',
  );
  return createHashRouter([
    { path: '/', element: <Navigate to={start} replace /> },
    {
      path: ':language/:projectId',
      hydrateFallbackElement: <></>,
      element: <ConsoleFrame start={start} />,
      errorElement: <CaughtFrameFailure />,
      children: [
        { index: true, element: <Navigate to="endpoint-services" replace /> },
        {
          // Inside of the frame, so that a page that fails leaves the rest of it in use.
          errorElement: <RouteFailure />,
          children: [
            {
              // Where most visits begin: it comes with the frame.
              path: 'endpoint-services',
              element: <ServicesPage />,
            },
            {
              path: 'endpoint-services/create',
              lazy: page(() =>
                withComponents(
                  import('../endpoint-services/create-service-page.js').then((page) => page.CreateServicePage),
                ),
              ),
            },
            {
              path: 'endpoint-services/:serviceId',
              lazy: page(() =>
                withComponents(import('../endpoint-services/service-page.js').then((page) => page.ServicePage)),
              ),
            },
            {
              path: 'endpoints',
              lazy: page(() => import('../endpoints/endpoints-page.js').then((page) => page.EndpointsPage)),
            },
            {
              path: 'endpoints/create',
              lazy: page(() =>
                withComponents(import('../endpoints/create-endpoint-page.js').then((page) => page.CreateEndpointPage)),
              ),
            },
            {
              path: 'endpoints/:endpointId',
              lazy: page(() =>
                withComponents(import('../endpoints/endpoint-page.js').then((page) => page.EndpointPage)),
              ),
            },
            {
              path: 'approvals',
              lazy: page(() => import('../approvals/approvals-page.js').then((page) => page.ApprovalsPage)),
            },
            {
              path: 'overview',
              lazy: page(() =>
                withComponents(import('../pictures/overview-page.js').then((page) => page.OverviewPage)),
              ),
            },
            {
              path: 'quotas',
              lazy: page(() => withComponents(import('../quotas/quotas-page.js').then((page) => page.QuotasPage))),
            },
            { path: '*', element: <NoSuchPage /> },
          ],
        },
      ],
    },
    { path: '*', element: <Navigate to={start} replace /> },
  ]);
}
