import { config as readDotenv } from 'dotenv';

/** How Slack reaches the bot. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };

/** How workspaces install a bot of many. */
export interface InstallSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** What tokens are encrypted with, the newest first; 32 bytes each. */
  readonly tokenKeys: readonly [Buffer, ...Buffer[]];
  /** Where browsers reach the bot. */
  readonly publicUrl: string;
  /** The names of libraries that workspaces share, by team; any other has its own. */
  readonly libraries: Readonly<Record<string, string>>;
}

/** Where meaning comes from: the model of a folder, or a server of vectors, which goes first. */
export interface MeaningSettings {
  readonly modelDir: string;
  readonly server?: {
    readonly url: string;
    readonly model: string;
    readonly key?: string;
    /** Whether texts begin with "query: " or "passage: ", `input_type` is sent, or neither. */
    readonly style: 'prefix' | 'input_type' | 'plain';
  };
}

/** A search server for what outgrows one machine, and how it is spoken to. */
export interface SearchServerSettings {
  /** Nodes of one cluster; user and password are part of them. */
  readonly urls: readonly string[];
  /** What the names of all indexes begin with. */
  readonly prefix: string;
  readonly caFile?: string;
  readonly certFile?: string;
  readonly keyFile?: string;
  readonly auth:
    | { readonly kind: 'basic' }
    | { readonly kind: 'bearer'; readonly token: string }
    | { readonly kind: 'aws'; readonly region: string; readonly service: 'es' | 'aoss' };
}

/** All settings of the bot, checked. */
export interface Config {
  readonly slack: {
    /** Empty where workspaces install the bot. */
    readonly botToken: string;
    readonly transport: Transport;
    /** Absent in a bot of one workspace. */
    readonly install?: InstallSettings;
    /** Base of the Web API; absent for Slack's own. */
    readonly apiUrl?: string;
    /** The slash command, with its slash. */
    readonly command: string;
  };
  readonly libraryDirs: readonly string[];
  /** Dictionaries for questions and sources in different languages. */
  readonly dictionaries: readonly string[];
  readonly meaning: MeaningSettings;
  /** Absent where the library is searched on this machine. */
  readonly searchServer?: SearchServerSettings;
  readonly databaseUrl: string;
  /** Days for which the texts of questions are kept. */
  readonly keepQuestionsDays: number;
  /** Whether untagged follow-ups are answered; undefined: where the token may read them. */
  readonly threadFollowups?: boolean;
  /** Whether guests and people of other workspaces are answered too. */
  readonly allowExternal: boolean;
  /** Ids of the people who may change the library; none: every full member. */
  readonly librarians: readonly string[];
  /** Where it can be asked whether the bot is well; in HTTP mode also at its own port. */
  readonly healthPort?: number;
  /** Where Prometheus reads the figures. */
  readonly metricsPort?: number;
  readonly logLevel: string;
}

/** Where settings come from: the names and texts of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that are missing or wrong: every one of them, in one message. Exit code 78 (EX_CONFIG). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';

  constructor(problems: readonly string[]) {
    super(
      `Settings are missing or wrong:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** The process's environment; what it does not set is taken from the file `.env`, where there is one. */
export function readEnvironment(): Environment {
  readDotenv({ quiet: true });
  return process.env;
}

/** Reads all settings. Throws a ConfigError that names each missing or wrong one and the remedy. */
export function readConfig(env: Environment): Config {
  const read = new SettingReader(env);
  const apiUrl = read.url('SLACK_API_URL');
  const [healthPort, metricsPort] = [read.port('HEALTH_PORT'), read.port('METRICS_PORT')];
  const searchServer = readSearchServer(read);
  const config: Config = {
    slack: {
      ...readAccess(read),
      command: readCommand(read),
      ...(apiUrl && { apiUrl }),
    },
    libraryDirs: readLibraryDirs(env),
    dictionaries: readDictionaryFiles(env),
    meaning: readMeaning(read),
    ...(searchServer && { searchServer }),
    databaseUrl: databaseUrlOf(read),
    keepQuestionsDays: read.integer('KEEP_QUESTIONS_DAYS', 30, 0, 3650),
    ...readThreadFollowups(read),
    allowExternal: read.oneOf('ALLOW_EXTERNAL', ['false', 'true'], 'false') === 'true',
    librarians: readLibrarians(read),
    ...(healthPort && { healthPort }),
    ...(metricsPort && { metricsPort }),
    logLevel: read.oneOf('LOG_LEVEL', logLevels, 'info'),
  };
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return config;
}

/** One workspace with its token, or many that install the bot. */
function readAccess(
  read: SettingReader,
): Pick<Config['slack'], 'botToken' | 'transport' | 'install'> {
  const install = readInstall(read);
  if (!install) {
    return {
      botToken: read.token('SLACK_BOT_TOKEN', 'xoxb-') ?? '',
      transport: readTransport(read),
    };
  }
  for (const name of ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN']) {
    if (read.text(name) === undefined) continue;
    read.problems.push(
      `${name} is set beside SLACK_CLIENT_ID: a bot that workspaces install has a token of each, and works in HTTP mode. Leave one of the two out.`,
    );
  }
  if (!read.text('SLACK_SIGNING_SECRET')) {
    read.problems.push(
      'SLACK_SIGNING_SECRET is not set. Set it to the one under Basic Information, App Credentials.',
    );
    return { botToken: '', transport: { kind: 'http', signingSecret: '', port: 0 }, install };
  }
  return { botToken: '', transport: readTransport(read), install };
}

function readInstall(read: SettingReader): InstallSettings | undefined {
  const clientId = read.text('SLACK_CLIENT_ID');
  const publicUrl = read.url('PUBLIC_URL');
  const settings = {
    clientSecret: read.text('SLACK_CLIENT_SECRET'),
    stateSecret: read.text('SLACK_STATE_SECRET'),
    tokenKeys: read.text('TOKEN_KEY'),
    libraries: read.text('WORKSPACE_LIBRARIES') ?? '',
  };
  if (!clientId) return undefined;
  const needed = [
    ['SLACK_CLIENT_SECRET', settings.clientSecret, 'the one under Basic Information'],
    ['SLACK_STATE_SECRET', settings.stateSecret, 'any long secret of your own'],
    ['TOKEN_KEY', settings.tokenKeys, 'what `openssl rand -base64 32` prints'],
    ['PUBLIC_URL', publicUrl, 'the https address under which browsers reach this bot'],
  ] as const;
  for (const [name, value, form] of needed) {
    if (value) continue;
    read.problems.push(`${name} is not set, but SLACK_CLIENT_ID is. Set it to ${form}.`);
  }
  if (publicUrl && !/^https:/.test(publicUrl) && !isHere(new URL(publicUrl).hostname)) {
    read.problems.push(`PUBLIC_URL is ${shown(publicUrl)}. Set it to an https address.`);
  }
  return {
    clientId,
    clientSecret: settings.clientSecret ?? '',
    stateSecret: settings.stateSecret ?? '',
    publicUrl: publicUrl ?? '',
    tokenKeys: readTokenKeys(read, settings.tokenKeys),
    libraries: readLibraries(read, settings.libraries),
  };
}

function readTokenKeys(read: SettingReader, text = ''): InstallSettings['tokenKeys'] {
  const keys = text.split(',').map((key) => Buffer.from(key.trim(), 'base64'));
  const [newest = Buffer.alloc(0), ...older] = keys;
  if (text && keys.some(({ length }) => length !== 32)) {
    read.problems.push(
      'TOKEN_KEY is no key of 32 bytes in base64. Set it to what `openssl rand -base64 32` prints; an older key may stand behind a comma.',
    );
  }
  return [newest, ...older];
}

function readLibraries(read: SettingReader, text: string): InstallSettings['libraries'] {
  const pairs = text.split(',').flatMap((pair) => (pair.trim() === '' ? [] : [pair.trim()]));
  const libraries = pairs.map((pair) => pair.split('=').map((part) => part.trim()));
  const isWrong = ([team = '', name = '', ...more]: readonly string[]) =>
    more.length > 0 || !/^[TE][A-Z0-9]+$/.test(team) || !/^[a-z0-9-]{1,40}$/.test(name);
  if (libraries.some(isWrong)) {
    read.problems.push(
      'WORKSPACE_LIBRARIES is not of the form T0AAAAAAA=name, T0BBBBBBB=name, with names of small letters, digits and -.',
    );
  }
  return Object.fromEntries(libraries.map(([team = '', name = '']) => [team, name]));
}

/** Whether a host is this machine, so that nothing leaves it. */
export function isHere(hostname: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** The folders of articles, in order; what the terminal needs of the settings. */
export function readLibraryDirs(env: Environment): string[] {
  const listed = env.LIBRARY_DIRS?.split(',')
    .map((folder) => folder.trim())
    .filter(Boolean);
  return listed && listed.length > 0 ? listed : ['seeds', 'data/library'];
}

/** The files of dictionaries; what the terminal needs of the settings. */
export function readDictionaryFiles(env: Environment): string[] {
  const listed = env.DICTIONARIES?.split(',').map((file) => file.trim());
  return listed?.filter(Boolean) ?? [];
}

/** Where meaning comes from; what the terminal needs of the settings. */
export function readMeaningSettings(env: Environment): MeaningSettings {
  const read = new SettingReader(env);
  const settings = readMeaning(read);
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return settings;
}

/** Undefined where no search server is named. */
function readSearchServer(read: SettingReader): SearchServerSettings | undefined {
  const urls = read.urls('SEARCH_URL');
  const prefix = read.matching(
    'SEARCH_INDEX',
    /^[a-z][a-z0-9-]{0,39}$/,
    'desk',
    'a name of 1 to 40 lower-case letters, digits and -',
  );
  const [caFile, certFile, keyFile] = [
    read.text('SEARCH_CA_FILE'),
    read.text('SEARCH_CERT_FILE'),
    read.text('SEARCH_KEY_FILE'),
  ];
  const auth = readSearchAuth(read);
  if (urls.length === 0) return undefined;
  for (const { protocol, hostname } of urls.map((url) => new URL(url))) {
    if (protocol === 'https:' || isHere(hostname)) continue;
    read.problems.push(
      `SEARCH_URL leads to ${hostname} without TLS: passages and what people ask would be readable on the way. Use an https address.`,
    );
  }
  if ((certFile === undefined) !== (keyFile === undefined)) {
    read.problems.push('SEARCH_CERT_FILE and SEARCH_KEY_FILE go together. Set both, or neither.');
  }
  return {
    ...{ urls, prefix, auth },
    ...(caFile && { caFile }),
    ...(certFile && { certFile }),
    ...(keyFile && { keyFile }),
  };
}

function readSearchAuth(read: SettingReader): SearchServerSettings['auth'] {
  const kind = read.oneOf('SEARCH_AUTH', ['basic', 'bearer', 'aws'], 'basic');
  const token = read.text('SEARCH_TOKEN');
  const region = read.text('SEARCH_AWS_REGION');
  const service = read.oneOf('SEARCH_AWS_SERVICE', ['es', 'aoss'], 'es');
  if (kind === 'bearer') {
    if (!token) read.problems.push('SEARCH_TOKEN is not set. SEARCH_AUTH=bearer needs it.');
    return { kind, token: token ?? '' };
  }
  if (kind === 'aws') {
    if (!region) read.problems.push('SEARCH_AWS_REGION is not set. SEARCH_AUTH=aws needs it.');
    return { kind, region: region ?? '', service };
  }
  return { kind };
}

function readMeaning(read: SettingReader): MeaningSettings {
  const modelDir = read.text('MODEL_DIR') ?? 'data/models';
  const url = read.url('EMBEDDINGS_URL');
  const key = read.text('EMBEDDINGS_KEY');
  const model = read.text('EMBEDDINGS_MODEL') ?? 'default';
  const style = read.oneOf('EMBEDDINGS_STYLE', ['prefix', 'input_type', 'plain'], 'plain');
  const mayLeave = read.oneOf('EMBEDDINGS_REMOTE', ['no', 'yes'], 'no') === 'yes';
  if (!url) return { modelDir };
  const { protocol, hostname } = new URL(url);
  if (!isHere(hostname) && (protocol !== 'https:' || !mayLeave)) {
    read.problems.push(
      `EMBEDDINGS_URL leads to ${hostname}, which is not this machine: questions and articles would leave it. If they may, set EMBEDDINGS_REMOTE=yes and use an https address.`,
    );
  }
  return { modelDir, server: { url, model, style, ...(key && { key }) } };
}

/** Where questions are remembered; what the report needs of the settings. */
export function readDatabaseUrl(env: Environment): string {
  const read = new SettingReader(env);
  const url = databaseUrlOf(read);
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return url;
}

/** The port of the stand-in's page (`TRY_PORT`, 3333). */
export function readTryPort(env: Environment): number {
  const read = new SettingReader(env);
  const port = read.integer('TRY_PORT', 3333, 0, 65535);
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return port;
}

/** What the app manifest depends on: the command, and whether channels are read. */
export function readManifestSettings(env: Environment): {
  readonly threadFollowups: boolean;
  readonly command: string;
  /** HTTP mode: there is a signing secret, but no app token. */
  readonly isHttp: boolean;
  /** Workspaces install the bot. */
  readonly isShared: boolean;
} {
  const read = new SettingReader(env);
  const settings = {
    command: readCommand(read),
    threadFollowups: readThreadFollowups(read).threadFollowups !== false,
    isHttp: !read.text('SLACK_APP_TOKEN') && read.text('SLACK_SIGNING_SECRET') !== undefined,
    isShared: read.text('SLACK_CLIENT_ID') !== undefined,
  };
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return settings;
}

function databaseUrlOf(read: SettingReader): string {
  return read.matching(
    'DATABASE_URL',
    /^(?:file:.+|postgres(?:ql)?:\/\/.+)$/,
    'file:data/desk.db',
    'file:PATH or postgres://USER:PASSWORD@HOST/NAME',
  );
}

function readCommand(read: SettingReader): string {
  return read.matching(
    'SLACK_COMMAND',
    /^\/[a-z0-9_-]{1,31}$/,
    '/sino-russia',
    'a slash and 1 to 31 lower-case letters, digits, - or _',
  );
}

function readThreadFollowups(read: SettingReader): Pick<Config, 'threadFollowups'> {
  if (!read.text('THREAD_FOLLOWUPS')) return {};
  return { threadFollowups: read.oneOf('THREAD_FOLLOWUPS', ['false', 'true'], 'true') === 'true' };
}

function readLibrarians(read: SettingReader): string[] {
  const listed =
    read
      .text('LIBRARIANS')
      ?.split(/[\s,]+/)
      .filter(Boolean) ?? [];
  const wrong = listed.find((id) => !/^[UW][A-Z0-9]{2,20}$/.test(id));
  if (wrong === undefined) return [...new Set(listed)];
  read.problems.push(
    `LIBRARIANS holds ${shown(wrong)}. Set it to ids of people, comma-separated, such as U024BE7LH (Slack: profile, ⋮, Copy member ID), or leave it out.`,
  );
  return [];
}

function readTransport(read: SettingReader): Transport {
  const appToken = read.text('SLACK_APP_TOKEN');
  const signingSecret = read.text('SLACK_SIGNING_SECRET');
  const port = read.integer('PORT', 3000, 1, 65535);
  if (!appToken && signingSecret) {
    if (/^x(?:ox|app)|\s/.test(signingSecret)) {
      read.problems.push(
        'SLACK_SIGNING_SECRET is no signing secret. Set it to the one under Basic Information, App Credentials.',
      );
    }
    return { kind: 'http', signingSecret, port };
  }
  if (appToken) return { kind: 'socket', appToken: read.token('SLACK_APP_TOKEN', 'xapp-') ?? '' };
  read.problems.push(
    'SLACK_APP_TOKEN is not set. For Socket Mode set it to the app-level token (xapp-…, scope connections:write); for HTTP mode set SLACK_SIGNING_SECRET instead.',
  );
  return { kind: 'socket', appToken: '' };
}

/** Takes one setting after the other and notes what is wrong with each. Secrets are never repeated. */
class SettingReader {
  readonly problems: string[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  text(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined;
  }

  token(name: string, prefix: string): string | undefined {
    const value = this.text(name);
    if (value?.startsWith(prefix) && value.length > prefix.length && !/\s/.test(value))
      return value;
    const kind = /^x[a-z]{2,4}-/.exec(value ?? '')?.[0];
    const wrong = kind && kind !== prefix ? `begins with ${kind}` : 'is no whole token';
    const found = value === undefined ? 'is not set' : wrong;
    this.problems.push(
      `${name} ${found}. Set it to the token that begins with ${prefix} (app settings, ${prefix === 'xoxb-' ? 'OAuth & Permissions' : 'Basic Information'}).`,
    );
    return undefined;
  }

  url(name: string): string | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return value;
    this.problems.push(
      `${name} is ${shown(value)}. Set it to an http or https address, or leave it out.`,
    );
    return undefined;
  }

  /** Addresses, by commas; none when it is not set. */
  urls(name: string): string[] {
    const values =
      this.text(name)
        ?.split(',')
        .map((value) => value.trim()) ?? [];
    const isWhole = (value: string) =>
      URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
    if (values.every(isWhole)) return values;
    this.problems.push(
      `${name} holds something that is no address. Set it to http or https addresses, separated by commas.`,
    );
    return [];
  }

  matching(name: string, pattern: RegExp, fallback: string, form: string): string {
    const value = this.text(name) ?? fallback;
    if (pattern.test(value)) return value;
    this.problems.push(`${name} is ${shown(value)}. Set it to ${form}.`);
    return fallback;
  }

  integer(name: string, fallback: number, min: number, max: number): number {
    const value = this.text(name) ?? String(fallback);
    const number = Number(value);
    if (/^\d+$/.test(value) && number >= min && number <= max) return number;
    this.problems.push(
      `${name} is ${shown(value)}. Set it to a whole number from ${min} to ${max}.`,
    );
    return fallback;
  }

  /** Undefined when it is not set. */
  port(name: string): number | undefined {
    return this.text(name) === undefined ? undefined : this.integer(name, 0, 1, 65535);
  }

  oneOf<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const value = this.text(name) ?? fallback;
    const choice = choices.find((known) => known === value.toLowerCase());
    if (choice) return choice;
    this.problems.push(`${name} is ${shown(value)}. Set it to ${inWords(choices)}.`);
    return fallback;
  }
}

function inWords(choices: readonly string[]): string {
  return choices.length > 2 ? `one of ${choices.join(', ')}` : choices.join(' or ');
}

/** What a setting holds, as a message repeats it: never anything in the wrong place that may be a secret. */
function shown(value: string): string {
  const mayBeSecret = value.length > 80 || /x(?:ox|app)|[@=]|:[^/]|[0-9a-f]{24}/i.test(value);
  return mayBeSecret ? 'of another form' : `"${value}"`;
}
