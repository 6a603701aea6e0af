"""
What a provider takes on, and at which price: one TOML file.

    provider.toml --read_policy--> Policy --refuses(order)--> why not, or nothing
"""

import re
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final

from agents.provider.sandbox.work import Limits
from client.modules.compute import Kind, OrderView
from client.modules.shared import Level
from client.modules.verification import Role

COIN: Final = 10**18  # wei
POLICY_BYTES_MAX: Final = 65_536
WORD_BYTES: Final = 32
WHOLE_BPS: Final = 10_000
RESULT, VOTE = "provider.result", "provider.vote"  # what salts of the provider's key are for
ROLES: Final = {"replica": Role.REPLICA, "auditor": Role.AUDITOR, "juror": Role.JUROR}
ENGINES: Final = ("podman", "docker")  # in the order in which they are looked for
IMAGE: Final = re.compile(r"\w[\w.:/-]*@sha256:[0-9a-f]{64}", re.ASCII)
LEVELS: Final = (Level.NONE, Level.REQUESTER, Level.REDUNDANCY, Level.AUDIT, Level.JURY)

EXAMPLE: Final = """\
# A provider's policy. Every line but the kinds' prices may be left out; these are the defaults.

[provider]
uri = "http://127.0.0.1:8650"        # told to requesters: where this provider's page is
capacity_class = "cpu"               # what machines it offers, as orders name them
jobs_max = 2                         # at a time
bond_wei = 20_000_000_000_000_000_000
store = "store"                      # DIRECTORY, s3+https://host/bucket or ipfs+http://host:port
executor = "local"                   # or "ray" or "container"
run_blocks_min = 60                  # the least time that an order must allow for its job
respond_wei_max = 10_000_000_000_000_000_000   # the highest bond to stand by a result with
withdraw_wei_min = 10_000_000_000_000_000      # what is drawn from the verifier's purse at a time

[provider.attributes]                # region = "eu"

[kinds.embed]                        # a unit is a text
cost_wei = 1_000_000_000_000
margin_bps = 2_000                   # bid 20 % above what it costs

[kinds.exec]                         # a unit is a run
cost_wei = 1_000_000_000_000_000
margin_bps = 2_000

[roles]                              # judge others' work, for a fee: the bonds to join with
# replica_wei = 100_000_000_000_000_000_000
# auditor_wei = 100_000_000_000_000_000_000

[limits]                             # of one job
wall_s = 600.0
cpu_s = 600.0
memory_bytes = 1_073_741_824
disk_bytes = 536_870_912
output_bytes = 67_108_864
processes = 64

# [device]                           # send beats of a registered device
# number = 1
# capacity = 1

# [container]                        # for the executor "container"
# image = "docker.io/library/python@sha256:..."   # by its digest, and pulled beforehand
# engine = "podman"                  # or "docker"; else whichever is installed, podman first
"""


class PolicyWrong(ValueError):
    """A policy file that says what cannot be meant; the message names the line's key."""


@dataclass(frozen=True)
class Price:
    """What a unit of a kind of job costs this provider, and what it wants on top."""

    cost_wei: int
    margin_bps: int = 0

    @property
    def floor_wei(self) -> int:
        """The least that is taken for a unit, rounded up."""
        return -(-self.cost_wei * (WHOLE_BPS + self.margin_bps) // WHOLE_BPS)


@dataclass(frozen=True)
class Device:
    """A device whose beats the provider sends."""

    number: int
    capacity: int


@dataclass(frozen=True)
class Container:
    """The image that jobs run in, by its digest, and the engine, where one is named."""

    image: str
    engine: str = ""


@dataclass(frozen=True)
class Policy:
    """What a provider takes on."""

    kinds: dict[str, Price]
    uri: str = "http://127.0.0.1:8650"
    capacity_class: str = "cpu"
    jobs_max: int = 2
    bond_wei: int = 20 * COIN
    store: str = "store"
    executor: str = "local"
    run_blocks_min: int = 60
    respond_wei_max: int = 10 * COIN
    withdraw_wei_min: int = COIN // 100
    attributes: dict[str, str] = field(default_factory=dict)
    roles: dict[Role, int] = field(default_factory=dict)  # and the bond of each, in wei
    limits: Limits = Limits()
    device: Device | None = None
    container: Container | None = None

    def refuses(self, view: OrderView, me: str) -> str:
        """Return why an order is not for this provider, or nothing."""
        terms = view.terms
        if terms.kind != Kind.JOB:
            return "it is a lease"
        if terms.capacity_class != word(self.capacity_class):
            return "it wants another class of machines"
        if int(terms.provider, 16) and terms.provider != me:
            return "it names another provider"
        if any(self.attribute(item.key) != item.value for item in terms.attributes):
            return "it wants other attributes"
        if terms.milestones != 1:
            return f"it has {terms.milestones} milestones"
        if terms.claim.level not in LEVELS:
            return f"results of level {Level(terms.claim.level).name} are not made here"
        if terms.run_blocks < self.run_blocks_min:
            return f"it allows {terms.run_blocks} blocks, fewer than {self.run_blocks_min}"
        return ""

    def attribute(self, key: bytes) -> bytes:
        """Return the value of an attribute as the chain has it, zeros where it is not declared."""
        declared = {word(name): word(text) for name, text in self.attributes.items()}
        return declared.get(key, bytes(WORD_BYTES))


def word(text: str) -> bytes:
    """Return a short text as the 32 bytes that orders name it by."""
    return text.encode().ljust(WORD_BYTES, b"\0")


def read_policy(path: Path) -> Policy:
    """Read a policy file; raises PolicyWrong."""
    if path.stat().st_size > POLICY_BYTES_MAX:
        raise PolicyWrong(f"{path}: at most {POLICY_BYTES_MAX} bytes expected")
    try:
        return parse_policy(tomllib.loads(path.read_text()))
    except (tomllib.TOMLDecodeError, PolicyWrong) as error:
        raise PolicyWrong(f"{path}: {error}") from None


def parse_policy(tables: dict[str, Any]) -> Policy:
    """Return the policy that tables describe; raises PolicyWrong."""
    tables_known = {"kinds", "roles", "limits", "device", "container"}
    _check_names("", tables, tables_known | {"provider"})
    own = dict(tables.get("provider", {}))
    attributes = own.pop("attributes", {})
    plain = {item.name for item in fields(Policy)} - tables_known
    _check_names("provider.", own, plain)
    kinds = {
        name: _filled(f"kinds.{name}.", Price, table)
        for name, table in tables.get("kinds", {}).items()
    }
    if not kinds:
        raise PolicyWrong("at least one kind of job expected, as [kinds.embed]")
    device = tables.get("device")
    policy: Policy = _filled("provider.", Policy, own, kinds=kinds)
    return Policy(
        **{**vars(policy), "attributes": _words("provider.attributes.", attributes)}
        | {"roles": _roles(tables.get("roles", {}))}
        | {"limits": _filled("limits.", Limits, tables.get("limits", {}))}
        | {"device": None if device is None else _filled("device.", Device, device)}
        | {"container": _container(tables.get("container"))}
    )


def _container(table: Any) -> Container | None:
    if table is None:
        return None
    found: Container = _filled("container.", Container, table)
    if not IMAGE.fullmatch(found.image):
        raise PolicyWrong(f"container.image: NAME@sha256:DIGEST expected, found {found.image!r}")
    if found.engine not in ("", *ENGINES):
        raise PolicyWrong(f"container.engine: one of {ENGINES} expected, found {found.engine!r}")
    return found


def _filled(where: str, kind: Any, table: dict[str, Any], **more: Any) -> Any:
    """Return a dataclass with a table's values, each of the field's own type and not negative."""
    declared = {item.name: item.type for item in fields(kind)}
    _check_names(where, table, set(declared))
    name: str
    value: Any
    for name, value in table.items():
        wanted = declared[name]
        fits = (int, float) if wanted is float else wanted
        if not isinstance(fits, tuple | type) or not isinstance(value, fits):
            raise PolicyWrong(f"{where}{name}: {wanted} expected, found {value!r}")
        is_negative = isinstance(value, int | float) and value < 0
        if isinstance(value, bool) or is_negative:
            raise PolicyWrong(f"{where}{name}: a number from 0 on expected, found {value!r}")
    try:
        return kind(**table, **more)
    except TypeError as error:
        raise PolicyWrong(f"{where.rstrip('.')}: {error}") from None


def _check_names(where: str, table: Any, known: set[str]) -> None:
    if not isinstance(table, dict):
        raise PolicyWrong(f"{where.rstrip('.')}: a table expected, found {table!r}")
    unknown = sorted(table.keys() - known)
    if unknown:
        raise PolicyWrong(f"{where}{unknown[0]}: one of {sorted(known)} expected")


def _words(where: str, table: dict[str, Any]) -> dict[str, str]:
    for name, text in table.items():
        if not isinstance(text, str) or max(map(len, (name.encode(), text.encode()))) > WORD_BYTES:
            raise PolicyWrong(f"{where}{name}: texts of at most {WORD_BYTES} bytes expected")
    return dict(table)


def _roles(table: dict[str, Any]) -> dict[Role, int]:
    _check_names("roles.", table, {f"{name}_wei" for name in ROLES})
    found = {}
    for name, role in ROLES.items():
        bond_wei = table.get(f"{name}_wei", 0)
        if not isinstance(bond_wei, int) or bond_wei < 0:
            raise PolicyWrong(f"roles.{name}_wei: wei expected, found {bond_wei!r}")
        if bond_wei:
            found[role] = bond_wei
    return found
