# The command line, as npm has it, for pipelines that run containers:
#   docker build --build-arg PACKAGE=dist/runbook-md-0.1.0.tgz --tag runbook-md:0.1.0 .
#   docker run --rm --volume "$PWD:/work:ro" runbook-md:0.1.0 check
FROM node:24.11.0-alpine3.22 AS package
ARG PACKAGE
COPY ${PACKAGE} /tmp/runbook-md.tgz
RUN npm install --prefix /opt/runbook-md --offline --ignore-scripts --no-audit --no-fund /tmp/runbook-md.tgz

FROM node:24.11.0-alpine3.22
# for --since
RUN apk add --no-cache git && git config --system --add safe.directory /work
COPY --from=package /opt/runbook-md /opt/runbook-md
RUN ln -s /opt/runbook-md/node_modules/.bin/runbook-md /usr/local/bin/runbook-md
USER node
WORKDIR /work
ENTRYPOINT ["runbook-md"]
CMD ["check"]
