"""The systemd units: understood, hardened, and their command lines do what they say in a room."""

import json
import re
import shutil
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from cli.__main__ import build_parser
from tests.deploy.linters import lint, linter
from tests.deploy.rooms import Room, Tenant, give_to, need_rooms, running
from tests.deploy.tenants import agents_home, listening, made_home, program
from tests.deploy.units import (
    UNITS,
    Settings,
    allowed_calls,
    command_of,
    environment_of,
    read,
    unit_files,
)
from tests.e2e.devnet import ROOT, Devnet, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(180)]
HASH = "0x" + "ab" * 32
CALLS = "/opt/kumiai/calls.json"  # where a room shows what a unit allows
VARIABLES = {
    "KUMIAI_SOURCE": "10.0.0.5:9090",
    "KUMIAI_GENESIS_HASH": HASH,
    "KUMIAI_KEY": "dev1",
    "KUMIAI_NODE": "http://127.0.0.1:8545",
    "KUMIAI_REMOTE": "http://127.0.0.1:8546",
}
# How far what can go wrong with a unit reaches, in systemd's measure: 10 is a program of root's.
EXPOSURE_MAX = {"kumiai-provider.service": 7.0, "kumiai-signer.service": 1.0}
EXPOSURE_MAX_USUALLY = 1.5
UNIT_NAMES = [path.name for path in unit_files()]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A root file system with systemd's own units and ours."""
    root = tmp_path_factory.mktemp("root")
    own = root / "etc/systemd/system"
    shutil.copytree(UNITS, own)
    system = next(p for p in (Path("/usr/lib/systemd/system"), Path("/lib/systemd/system"))
                  if p.is_dir())  # fmt: skip
    shutil.copytree(system, root / "usr/lib/systemd/system", symlinks=True)
    shutil.copy("/etc/passwd", root / "etc/passwd")
    shutil.copy("/etc/group", root / "etc/group")
    (root / "opt/kumiai/bin").mkdir(parents=True)
    (root / "opt/kumiai/bin/kumiai").write_text("#!/bin/sh\n")
    (root / "opt/kumiai/bin/kumiai").chmod(0o755)
    return root


def instance_of(name: str) -> str:
    """A unit's name with an instance where it takes one."""
    return name.replace("@.", "@7.")


@pytest.mark.parametrize("name", UNIT_NAMES)
def test_systemd_understands_every_line(root: Path, name: str):
    """It has nothing to say of it, unknown keys and missing programs included."""
    said = lint("systemd-analyze", "verify", f"--root={root}", "--man=no", "--recursive-errors=no",
                instance_of(name))  # fmt: skip
    assert "" == said


def test_a_line_that_systemd_does_not_know_is_told(root: Path):
    """The linter is awake."""
    place = root / "etc/systemd/system/kumiai-wrong.service"
    place.write_text("[Service]\nExecStart=/opt/kumiai/bin/kumiai start\nProtectSytem=strict\n")
    said = subprocess.run(
        [linter("systemd-analyze"), "verify", f"--root={root}", "--man=no", place.name],
        capture_output=True, text=True, timeout=60, check=False,
    ).stderr  # fmt: skip
    place.unlink()
    assert "ProtectSytem" in said


@pytest.mark.parametrize("name", UNIT_NAMES)
def test_a_unit_is_hardened(root: Path, name: str):
    """By systemd's own measure; the provider less, for its sandbox makes namespaces."""
    said = lint("systemd-analyze", "security", "--offline=yes", f"--root={root}", "--no-pager",
                instance_of(name))  # fmt: skip
    exposure = re.search(r"exposure level for \S+: ([0-9.]+)", said)
    assert exposure is not None, said
    assert float(exposure[1]) <= EXPOSURE_MAX.get(name, EXPOSURE_MAX_USUALLY), said


@pytest.mark.parametrize("name", UNIT_NAMES)
def test_every_unit_is_bounded_and_private(name: str):
    """Memory, processes and starts have a limit; the state is the user's own."""
    found = read(name)
    for setting in ("MemoryMax", "TasksMax", "StartLimitBurst", "StateDirectory", "User"):
        assert found[setting], setting
    assert ["0700"] == found["StateDirectoryMode"]
    assert (["strict"], ["yes"], ["0077"]) == (
        found["ProtectSystem"], found["NoNewPrivileges"], found["UMask"]
    )  # fmt: skip
    assert ("on-failure", "60") == (found["Restart"][0], found["TimeoutStopSec"][0])


@pytest.mark.parametrize("name", UNIT_NAMES)
def test_the_command_line_understands_what_a_unit_runs(name: str):
    """Every word and variable of ExecStart."""
    words = command_of(read(name), VARIABLES, "7")
    assert "/opt/kumiai/bin/kumiai" == words[0]
    assert callable(build_parser().parse_args(words[1:]).run)


def test_users_are_made_as_systemd_reads_it(root: Path, tmp_path: Path):
    """Both users of the units, without a shell."""
    made = tmp_path / "root"
    (made / "usr/lib/sysusers.d").mkdir(parents=True)
    (made / "etc").mkdir()
    shutil.copy(UNITS / "kumiai.sysusers", made / "usr/lib/sysusers.d/kumiai.conf")
    lint("systemd-sysusers", f"--root={made}")
    users = {line.split(":")[0]: line for line in (made / "etc/passwd").read_text().splitlines()}
    assert {read(name)["User"][0] for name in UNIT_NAMES} <= users.keys()
    assert all(line.endswith("nologin") for line in users.values())


def room_of(name: str, state: Path, scratch: Path, instance: str = "") -> Room:
    """The room of a unit: its state directory, and its runtime directory if it has one."""
    found = read(name)
    writable = {f"/var/lib/{found['StateDirectory'][0].replace('%i', instance)}": state}
    for directory in found.get("RuntimeDirectory", ()):
        place = scratch / "run"
        place.mkdir(parents=True, exist_ok=True)
        writable[f"/run/{directory}"] = place
    for place in writable.values():
        give_to(place)
    has_network = found.get("PrivateNetwork") != ["yes"]
    files = program(scratch) | {CALLS: scratch / "calls.json"}
    return Room(writable, files=files, has_network=has_network)


def start(
    name: str, state: Path, scratch: Path, **variables: str
) -> AbstractContextManager[Tenant]:
    """Run a unit's command line in its room, with its Environment."""
    scratch.mkdir(parents=True, exist_ok=True)
    found, room = read(name), room_of(name, state, scratch)
    given = environment_of(found) | variables
    words = [*confined(found, scratch), *command_of(found, VARIABLES | given)]
    return running(room, words, scratch, given)


def confined(found: Settings, scratch: Path) -> list[str]:
    """Return what runs a command with the system calls and the memory that a unit allows."""
    asked = scratch / "calls.json"
    deny = found["MemoryDenyWriteExecute"][-1] == "yes"
    asked.write_text(json.dumps({"calls": allowed_calls(found), "deny_exec": deny}))
    asked.chmod(0o644)
    return [sys.executable, str(ROOT / "tests/deploy/confined.py"), CALLS]


@pytest.fixture(scope="module")
def devnet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Devnet]:
    """A chain for agents to be beside."""
    with Devnet(tmp_path_factory.mktemp("devnet")) as node:
        yield node


def test_a_validator_runs_and_ends_in_its_room(tmp_path: Path):
    """Nothing is written but its state; blocks are made, SIGTERM ends it cleanly."""
    need_rooms()
    home = made_home(tmp_path / "home")
    with start("kumiai-validator.service", home, tmp_path / "scratch") as tenant:
        rpc = listening(home, tenant)
        wait_until(lambda: height(rpc) >= 2, 60)
        assert tenant.terminate(30) < 15
    assert not (home / "node.json").exists()


def test_a_signer_signs_by_its_socket_without_any_network(tmp_path: Path):
    """The node beside it, in a room of its own, makes blocks by it."""
    need_rooms()
    home = made_home(tmp_path / "home")
    signer_home = tmp_path / "signer"
    signer_home.mkdir()
    shutil.move(home / "validator", signer_home / "validator")
    shutil.copy(home / "genesis.json", signer_home / "genesis.json")
    config = (home / "config.toml").read_text()
    socket = "/run/kumiai-signer/signer.sock"
    (home / "config.toml").write_text(config.replace('signer = ""', f'signer = "unix:{socket}"'))
    scratch = tmp_path / "scratch-signer"
    with start("kumiai-signer.service", signer_home, scratch) as signer:
        wait_until(lambda: (scratch / "run/signer.sock").exists(), 30)
        node_scratch = tmp_path / "scratch-node"
        node_scratch.mkdir()
        room = room_of("kumiai-validator.service", home, node_scratch)
        shared = Room({**room.state, "/run/kumiai-signer": scratch / "run"}, files=room.files)
        found = read("kumiai-validator.service")
        words = [*confined(found, node_scratch), *command_of(found, VARIABLES)]
        with running(shared, words, node_scratch, environment_of(found)) as node:
            rpc = listening(home, node)
            wait_until(lambda: height(rpc) >= 2, 60)
            node.terminate(30)
        assert signer.terminate(20) < 10


def test_a_replica_follows_in_its_room(tmp_path: Path, devnet: Devnet):
    """From a directory that is empty at the start."""
    need_rooms()
    home = tmp_path / "home"
    home.mkdir()
    genesis = devnet.call("eth_getBlockByNumber", "0x0", False)["hash"]
    (home / "config.toml").write_text("[rpc]\nport = 0\n[grpc]\nport = 0\n")
    source = {"KUMIAI_SOURCE": devnet.endpoints["grpc"], "KUMIAI_GENESIS_HASH": genesis}
    with start("kumiai-replica.service", home, tmp_path / "scratch", **source) as tenant:
        rpc = listening(home, tenant)
        wait_until(lambda: height(rpc) >= 1, 60)
        assert tenant.terminate(30) < 15


@pytest.mark.parametrize(
    ("agent", "said"),
    [("provider", '"running"'), ("gateway", '"serving"'), ("keeper", '"')],
)
def test_agents_run_in_their_rooms(tmp_path: Path, devnet: Devnet, agent: str, said: str):
    """As another user than the node's, with settings that their `init` writes; jobs get rooms."""
    need_rooms()
    home = agents_home(tmp_path / "home", devnet, agent)
    given = {"KUMIAI_NODE": devnet.endpoints["rpc"], "KUMIAI_KEY": "dev1", "KUMIAI_PASSPHRASE": ""}
    with start(f"kumiai-{agent}.service", home, tmp_path / "scratch", **given) as tenant:
        wait_until(lambda: said in tenant.said() or tenant.process.poll() is not None, 60)
        assert tenant.process.poll() is None, tenant.said()[-3000:]
        assert tenant.terminate(45) < 30


def test_a_job_has_a_room_inside_the_providers(tmp_path: Path):
    """What the unit leaves to the provider's user is enough for its sandbox, and no more is."""
    need_rooms()
    scratch, state = tmp_path / "scratch", tmp_path / "state"
    scratch.mkdir()
    state.mkdir()
    job = [sys.executable, str(ROOT / "tests/deploy/job.py"), "/var/lib/kumiai-agents/provider"]
    found = read("kumiai-provider.service")
    room = room_of("kumiai-provider.service", state, scratch)
    given = {"PYTHONPATH": str(ROOT)}
    with running(room, [*confined(found, scratch), *job], scratch, given) as tenant:
        assert 0 == tenant.process.wait(timeout=60), tenant.said()
        assert "Linux was asked" in tenant.said()
    common = read("kumiai-keeper.service")  # hardened as all others are
    other = tmp_path / "other"
    other.mkdir()
    room = room_of("kumiai-provider.service", state, other)
    with running(room, [*confined(common, other), *job], other, given) as tenant:
        assert 0 != tenant.process.wait(timeout=60)
        assert "SandboxUnavailable" in tenant.said()


def height(rpc: str) -> int:
    """Ask a node for its height over the loopback interface that a room shares."""
    body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "eth_blockNumber", "params": []})
    request = urllib.request.Request(rpc, body.encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return int(json.loads(answer.read())["result"], 16)
