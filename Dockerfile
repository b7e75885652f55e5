# syntax=docker/dockerfile:1
# The full image compiles better-sqlite3 where no prebuilt binary fits.
FROM node:24-bookworm AS build
WORKDIR /app
COPY . .
RUN npm ci --no-audit --no-fund && npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/seeds ./seeds
# The only folder that the bot writes to: its database and imported articles.
RUN mkdir data && chown 1000:1000 data
VOLUME /app/data
USER 1000:1000
CMD ["node", "dist/cli.js", "start"]
