# One image for the API and both apps. Build it from the root of the repository:
#   docker build -f docker/api.Dockerfile -t promenade .

FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /promenade
COPY package.json package-lock.json .npmrc ./
COPY apps/api/package.json apps/api/
COPY apps/staff/package.json apps/staff/
COPY apps/family/package.json apps/family/
COPY libs/domain/package.json libs/domain/
COPY libs/planner/package.json libs/planner/
COPY libs/interchange/package.json libs/interchange/
COPY libs/ui/package.json libs/ui/

# Everything it takes to build.
FROM manifests AS build
RUN npm ci
COPY nx.json tsconfig.base.json .swcrc ./
COPY scripts scripts
COPY libs libs
COPY apps apps
RUN NX_DAEMON=false npm run build

# Only what it takes to run. sharp comes as an optional package for each machine; the root's own Node, optional too, is not asked for.
FROM manifests
ENV NODE_ENV=production
RUN npm ci --omit=dev --workspace @promenade/api
COPY libs/domain/src libs/domain/src
COPY libs/planner/src libs/planner/src
COPY libs/interchange/src libs/interchange/src
COPY --from=build /promenade/apps/api/dist apps/api/dist
COPY --from=build /promenade/apps/staff/dist apps/staff/dist
COPY --from=build /promenade/apps/family/dist apps/family/dist
ENV PORT=4310 \
    PROMENADE_HOST=0.0.0.0 \
    PROMENADE_DATA=/var/lib/promenade \
    STAFF_DIST=/promenade/apps/staff/dist \
    FAMILY_DIST=/promenade/apps/family/dist
# Photos and recordings.
RUN mkdir -p /var/lib/promenade && chown node:node /var/lib/promenade
VOLUME /var/lib/promenade
USER node
EXPOSE 4310
CMD ["node", "apps/api/dist/main.js"]
