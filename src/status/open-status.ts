import type { StatusRoutes } from './routes.ts';
import { serveStatus } from './status-server.ts';

/** Routes, and the port of their own that a setting gives them; none where the setting is absent. */
export interface StatusPort {
  readonly setting: string;
  readonly port: number | undefined;
  readonly routes: StatusRoutes;
}

/** Opens the ports that are set. Rejects with what `asError` makes of the first that can't be opened. */
export async function openStatus(
  ports: readonly StatusPort[],
  asError: (setting: string, error: unknown) => unknown,
): Promise<{ close(): Promise<void> }> {
  const opened = await Promise.all(
    ports.map(({ setting, port, routes }) =>
      port === undefined
        ? undefined
        : serveStatus(port, routes).catch((error: unknown) => {
            throw asError(setting, error);
          }),
    ),
  );
  return {
    close: async () => void (await Promise.all(opened.map((server) => server?.close()))),
  };
}
