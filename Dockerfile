# Dependencies apart from the source, so that a change of code doesn't install them again.
FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
# Owned by the user the app runs as; a new volume takes that over.
RUN install -d -o node -g node -m 700 /data
ENV DATA_DIR=/data
VOLUME /data
USER node
EXPOSE 3000
# Not npm start: npm would stand between the orchestrator's SIGTERM and the app.
HEALTHCHECK --interval=15s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "src/main.ts"]
