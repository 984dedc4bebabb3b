# An argument, so that a test can build on another.
ARG BASE=node:24-bookworm-slim

FROM ${BASE} AS build
WORKDIR /app
# Apart from the source, so that a change of code doesn't install them again.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY manifest/image ./manifest/image
COPY src ./src
# Absent, the app goes by the version of package.json.
ARG VERSION
ARG REVISION
RUN SOURCE_VERSION="${VERSION}" SOURCE_REVISION="${REVISION}" npm run build
# Its --omit=dev would leave out whatever the tests need, too, such as zod and pg.
RUN npm pkg delete devDependencies && npm prune --ignore-scripts && npm sbom --sbom-format=cyclonedx > sbom.json

FROM ${BASE}
LABEL org.opencontainers.image.title="followstats" \
  org.opencontainers.image.description="Slack app that looks up follower counts in Tencent Cloud Chat"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/sbom.json ./
COPY --from=build /app/dist ./dist
# Owned by the user the app runs as; a new volume takes that over.
RUN ["install", "-d", "-o", "1000", "-g", "1000", "-m", "700", "/data"]
ENV DATA_DIR=/data
VOLUME /data
# node, by its number: Kubernetes can't know of a name that it isn't root.
USER 1000:1000
EXPOSE 3000
# Each thread that asks for memory would keep some of its own: 2 MB, for speed that an app which waits doesn't need.
ENV MALLOC_ARENA_MAX=1
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not npm start: npm would stand between the orchestrator's SIGTERM and the app. Small spaces for what is new in memory: a third of
# what the app needs beyond Slack's library at rest, and look-ups wait for Chat, not for the collector.
CMD ["node", "--max-semi-space-size=2", "dist/main.mjs"]
# Last, since they differ with each build.
ARG VERSION=unknown
ARG REVISION=unknown
ARG CREATED=unknown
LABEL org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}" \
  org.opencontainers.image.created="${CREATED}"
