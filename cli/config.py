"""
What an operator may set of one node: HOME/config.toml, then the command line's flags.

    config.toml --strict reading--> NodeConfig <--flags, which win
    NodeConfig --render--> config.toml with each setting's meaning and unit as a comment

A setting is declared once, in SETTINGS; the file, its comments and its checks follow from that.
"""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final

from cli.errors import ConfigInvalid
from rpc.config import RpcLimits

CONFIG_BYTES_MAX: Final = 65_536  # 64 KiB of settings
HISTORY_BLOCKS_DEFAULT: Final = 100_000  # states behind the head that stay readable
LOG_LEVELS: Final = ("debug", "info", "warning", "error")
LOG_FORMATS: Final = ("text", "json")
HOME_VARIABLE: Final = "KUMIAI_HOME"
HOME_DEFAULT: Final = "~/.kumiai"


@dataclass(frozen=True, slots=True)
class NodeConfig:
    """
    One node's settings; where its files lie follows from `home`.

    `history_blocks` None keeps the state of every height (an archive). The chain id stands in
    the genesis file alone, so that no two places can disagree.
    """

    home: Path
    log_level: str = "info"
    log_format: str = "text"
    history_blocks: int | None = HISTORY_BLOCKS_DEFAULT
    limit_code_size: bool = True
    recovery_process: bool = True
    block_interval_ms: int = 1_000
    instant_blocks: bool = False
    timeout_propose_ms: int = 3_000
    timeout_vote_ms: int = 1_000
    double_sign_check_heights: int = 0
    trust_height: int = 0
    trust_hash: str = ""
    light_servers: tuple[str, ...] = ()
    signer: str = ""
    signer_tls_dir: str = ""
    p2p_enabled: bool = False
    p2p_host: str = "127.0.0.1"
    p2p_port: int = 26_656
    p2p_external_address: str = ""
    p2p_persistent_peers: tuple[str, ...] = ()
    p2p_private_peer_ids: tuple[str, ...] = ()
    p2p_unconditional_peer_ids: tuple[str, ...] = ()
    p2p_exchange: bool = True
    p2p_allow_private_addresses: bool = False
    p2p_inbound_max: int = 40
    p2p_outbound_max: int = 10
    metrics_enabled: bool = False
    metrics_host: str = "127.0.0.1"
    metrics_port: int = 26_660
    rpc_enabled: bool = True
    rpc_host: str = "127.0.0.1"
    rpc_port: int = 8545
    rpc_allowed_hosts: tuple[str, ...] = ("localhost",)
    rpc_cors_origins: tuple[str, ...] = ()
    rpc_methods: tuple[str, ...] = ()
    rpc_jwt_secret: str = ""
    rpc_api_keys: str = ""
    rpc_trusted_proxies: tuple[str, ...] = ()
    rpc_limit_loopback: bool = False
    rpc_explorer: bool = True
    rpc_limits: RpcLimits = field(default_factory=RpcLimits)
    grpc_enabled: bool = True
    grpc_host: str = "127.0.0.1"
    grpc_port: int = 9090
    grpc_tls_cert: str = ""
    grpc_tls_key: str = ""
    grpc_tls_client_ca: str = ""

    @property
    def config_path(self) -> Path:
        """The file these settings came from."""
        return self.home / "config.toml"

    @property
    def genesis_path(self) -> Path:
        """The first state of the chain, and its id."""
        return self.home / "genesis.json"

    @property
    def data_dir(self) -> Path:
        """The database: state, blocks, indexes."""
        return self.home / "data" / "chain"

    @property
    def wal_dir(self) -> Path:
        """What consensus heard and said at the height under way."""
        return self.home / "data" / "wal"

    @property
    def validator_key_path(self) -> Path:
        """The key that signs votes; a node without this file only follows."""
        return self.home / "validator" / "key"

    @property
    def sign_state_path(self) -> Path:
        """What that key has signed; without it the node refuses to sign."""
        return self.home / "validator" / "sign_state.json"

    @property
    def rotated_keys_dir(self) -> Path:
        """Keys that the validator was rotated to, a directory each."""
        return self.home / "validator" / "rotated"

    @property
    def beacon_secret_path(self) -> Path:
        """What the links follow from that the validator's blocks reveal."""
        return self.home / "validator" / "beacon"

    @property
    def node_key_path(self) -> Path:
        """The key by which peers know this node; it signs no votes."""
        return self.home / "node_key"

    @property
    def address_book_path(self) -> Path:
        """Peers this node has heard of."""
        return self.home / "data" / "address_book.json"

    def light_dir(self, chain_id: int) -> Path:
        """What the light client verified of a chain."""
        return self.home / "light" / str(chain_id)

    @property
    def keyring_dir(self) -> Path:
        """A person's own keys, encrypted."""
        return self.home / "keyring"


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the config file; `minimum` and `maximum` bound numbers, both included."""

    key: str  # "section.name" in the file
    field: str  # of NodeConfig
    doc: str
    minimum: int = 0
    maximum: int = 0
    choices: tuple[str, ...] = ()


SETTINGS: Final[tuple[Setting, ...]] = (
    Setting("node.log_level", "log_level", "debug, info, warning or error", choices=LOG_LEVELS),
    Setting(
        "node.log_format",
        "log_format",
        "text for people, or json: one object a line",
        choices=LOG_FORMATS,
    ),
    Setting(
        "node.recovery_process",
        "recovery_process",
        "recover signers in waiting calls by a process of its own; off: by a thread",
    ),
    Setting(
        "chain.history_blocks",
        "history_blocks",
        'blocks whose state stays readable, or "archive" to keep all',
        minimum=1,
        maximum=2**40,
    ),
    Setting(
        "chain.limit_code_size",
        "limit_code_size",
        "refuse contracts above 24,576 bytes (EIP-170); every node of a chain must agree",
    ),
    Setting(
        "consensus.block_interval_ms",
        "block_interval_ms",
        "milliseconds between two blocks",
        minimum=50,
        maximum=3_600_000,
    ),
    Setting(
        "consensus.instant_blocks",
        "instant_blocks",
        "make a block as soon as transactions wait",
    ),
    Setting(
        "consensus.timeout_propose_ms",
        "timeout_propose_ms",
        "milliseconds to wait for a proposal in round 0; every validator should have the same",
        minimum=50,
        maximum=60_000,
    ),
    Setting(
        "consensus.timeout_vote_ms",
        "timeout_vote_ms",
        "milliseconds to wait for the slower third of the votes in round 0",
        minimum=10,
        maximum=60_000,
    ),
    Setting(
        "consensus.double_sign_check_heights",
        "double_sign_check_heights",
        "blocks to search at start for own signatures that the sign state lacks; 0: none",
        maximum=100_000,
    ),
    Setting(
        "consensus.trust_height",
        "trust_height",
        "height of a block whose hash is known from a trusted source; 0: none",
        maximum=2**40,
    ),
    Setting("consensus.trust_hash", "trust_hash", "that block's hash, 0x and 64 hex digits"),
    Setting(
        "consensus.light_servers",
        "light_servers",
        "JSON-RPC URLs of two nodes or more that lead a new node from that block to the newest",
    ),
    Setting(
        "consensus.signer",
        "signer",
        'remote signer: unix:/path or host:port; "" signs with the keys in this home',
    ),
    Setting(
        "consensus.signer_tls_dir",
        "signer_tls_dir",
        "directory of certificate.pem, key.pem and authority.pem for a signer at host:port",
    ),
    Setting("p2p.enabled", "p2p_enabled", "talk to other nodes"),
    Setting("p2p.host", "p2p_host", "address to listen at for peers; 0.0.0.0 for every network"),
    Setting("p2p.port", "p2p_port", "TCP port for peers; 0 takes any free one", maximum=65_535),
    Setting(
        "p2p.external_address",
        "p2p_external_address",
        'host:port that other nodes should dial; "" says nothing of it',
    ),
    Setting(
        "p2p.persistent_peers",
        "p2p_persistent_peers",
        "peers to stay connected to, each 0xID@host:port",
    ),
    Setting(
        "p2p.private_peer_ids",
        "p2p_private_peer_ids",
        "ids of peers whose addresses are told to nobody (a sentry's validator)",
    ),
    Setting(
        "p2p.unconditional_peer_ids",
        "p2p_unconditional_peer_ids",
        "ids of peers that are let in even when all places are taken",
    ),
    Setting("p2p.exchange", "p2p_exchange", "learn of peers from peers; off behind sentries"),
    Setting(
        "p2p.allow_private_addresses",
        "p2p_allow_private_addresses",
        "take peers at private and loopback addresses from others",
    ),
    Setting("p2p.inbound_max", "p2p_inbound_max", "peers that may dial this node", maximum=1_000),
    Setting("p2p.outbound_max", "p2p_outbound_max", "peers that this node dials", maximum=1_000),
    Setting("metrics.enabled", "metrics_enabled", "serve Prometheus metrics over HTTP"),
    Setting("metrics.host", "metrics_host", "address to listen at"),
    Setting("metrics.port", "metrics_port", "TCP port; 0 takes any free one", maximum=65_535),
    Setting("rpc.enabled", "rpc_enabled", "serve JSON-RPC over HTTP and WebSocket"),
    Setting("rpc.host", "rpc_host", "address to listen at; 0.0.0.0 for every network"),
    Setting("rpc.port", "rpc_port", "TCP port; 0 takes any free one", maximum=65_535),
    Setting(
        "rpc.allowed_hosts",
        "rpc_allowed_hosts",
        'host names a request may be addressed to; "*" for any',
    ),
    Setting(
        "rpc.cors_origins",
        "rpc_cors_origins",
        'web origins whose pages may read answers; "*" for any',
    ),
    Setting(
        "rpc.methods",
        "rpc_methods",
        'methods and namespaces to serve, "-" before one takes it out, "*" for all; [] for all '
        "but the admin side's, which then need this machine or a credential",
    ),
    Setting(
        "rpc.jwt_secret",
        "rpc_jwt_secret",
        'file of the secret (64 hex digits) that signs admin tokens; "" for none',
    ),
    Setting("rpc.api_keys", "rpc_api_keys", 'file of admin keys, one a line; "" for none'),
    Setting(
        "rpc.trusted_proxies",
        "rpc_trusted_proxies",
        "addresses of proxies whose X-Forwarded-For says who the client is",
    ),
    Setting("rpc.limit_loopback", "rpc_limit_loopback", "count this machine's calls as anybody's"),
    Setting("rpc.explorer", "rpc_explorer", "serve the block explorer to browsers, at /"),
    Setting("grpc.enabled", "grpc_enabled", "serve gRPC"),
    Setting("grpc.host", "grpc_host", "address to listen at"),
    Setting("grpc.port", "grpc_port", "TCP port; 0 takes any free one", maximum=65_535),
    Setting("grpc.tls_cert", "grpc_tls_cert", 'certificate chain in PEM; "" serves plain text'),
    Setting("grpc.tls_key", "grpc_tls_key", "the certificate's key in PEM, without a password"),
    Setting(
        "grpc.tls_client_ca",
        "grpc_tls_client_ca",
        'certificates in PEM that clients\' certificates must lead to; "" asks clients for none',
    ),
)
LIMITS_SECTION: Final = "rpc.limits"  # any field of RpcLimits, by its name


def home_of(flag: str | None) -> Path:
    """Return the home directory: the flag, else $KUMIAI_HOME, else ~/.kumiai."""
    chosen = flag or os.environ.get(HOME_VARIABLE) or HOME_DEFAULT
    return Path(chosen).expanduser().absolute()


def load_config(home: Path, overrides: Mapping[str, Any] | None = None) -> NodeConfig:
    """
    Return a home's settings; `overrides` by field name win, None among them counts as not given.

    Raises ConfigInvalid with the file, the key, and what is expected there.
    """
    config = NodeConfig(home)
    if config.config_path.exists():
        config = replace(config, **_read(config.config_path))
    given = {name: value for name, value in (overrides or {}).items() if value is not None}
    return replace(config, **given)


def render_config(config: NodeConfig) -> str:
    """Return a config file that says all of this config, with a comment above each setting."""
    lines = ["# Settings of one Kumiai node. Flags of `kumiai start` win over this file.", ""]
    section = ""
    for setting in SETTINGS:
        head, _, name = setting.key.partition(".")
        if head != section:
            section = head
            lines += ["", f"[{section}]"]
        lines.append(f"# {setting.doc}")
        lines.append(f"{name} = {_toml(getattr(config, setting.field))}")
    lines += ["", f"[{LIMITS_SECTION}]", "# bounds on what one client may ask for, for instance:"]
    lines += [
        f"# {item.name} = {_toml(getattr(config.rpc_limits, item.name))}" for item in _bounds()
    ]
    return "\n".join(lines) + "\n"


def _bounds() -> tuple[Any, ...]:
    return fields(RpcLimits)


def _toml(value: Any) -> str:
    if value is None:
        return '"archive"'
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def _read(path: Path) -> dict[str, Any]:
    """Return the fields that the file sets."""
    try:
        raw = path.read_bytes()
    except OSError as cause:
        raise ConfigInvalid(f"cannot read {path}: {cause.strerror}") from cause
    if len(raw) > CONFIG_BYTES_MAX:
        raise ConfigInvalid(f"{path}: at most {CONFIG_BYTES_MAX} bytes expected, found {len(raw)}")
    try:
        content = tomllib.loads(raw.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as cause:
        raise ConfigInvalid(f"{path}: TOML expected: {cause}") from cause
    found = _flatten(path, content)
    given = {}
    for setting in SETTINGS:
        if setting.key in found:
            given[setting.field] = _checked(path, setting, found.pop(setting.key))
    given["rpc_limits"] = _read_limits(path, found)
    if found:
        raise ConfigInvalid(f"{path}: unknown key {min(found)}, {_known(min(found))}")
    return given


def _known(key: str) -> str:
    """Say which keys there are beside one that is not known, or which sections."""
    section = key.rpartition(".")[0]
    beside = [s.key for s in SETTINGS if s.key.rpartition(".")[0] == section]
    if beside:
        return f"known keys: {', '.join(beside)}"
    sections = dict.fromkeys(s.key.rpartition(".")[0] for s in SETTINGS)
    return f"known sections: {', '.join([*sections, LIMITS_SECTION])}"


def _flatten(path: Path, content: Mapping[str, Any], above: str = "") -> dict[str, Any]:
    """Return every value under its dotted key."""
    flat: dict[str, Any] = {}
    for name, value in content.items():
        if isinstance(value, dict):
            flat |= _flatten(path, value, f"{above}{name}.")
        else:
            flat[f"{above}{name}"] = value
    return flat


def _checked(path: Path, setting: Setting, value: Any) -> Any:
    """Return a value of the setting's type and within its bounds."""
    default = getattr(NodeConfig(Path()), setting.field)
    where = f"{path}: {setting.key}"
    if setting.field == "history_blocks" and value == "archive":
        return None
    if isinstance(default, bool) and not isinstance(value, bool):
        raise ConfigInvalid(f"{where}: true or false expected, found {value!r}")
    if isinstance(default, tuple):
        return _texts(where, value)
    if isinstance(default, int) and not isinstance(default, bool):
        return checked_number(where, value, setting.minimum, setting.maximum)
    if isinstance(default, str) and not isinstance(value, str):
        raise ConfigInvalid(f"{where}: a text expected, found {value!r}")
    if setting.choices and value not in setting.choices:
        raise ConfigInvalid(f"{where}: one of {', '.join(setting.choices)} expected: {value!r}")
    return value


def _texts(where: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigInvalid(f"{where}: a list of texts expected, found {value!r}")
    return tuple(value)


def checked_number(where: str, value: Any, minimum: int, maximum: int) -> int:
    """Return a whole number within its bounds; raises ConfigInvalid."""
    if isinstance(value, bool) or not isinstance(value, int) or not minimum <= value <= maximum:
        raise ConfigInvalid(
            f"{where}: a whole number from {minimum} to {maximum} expected, found {value!r}"
        )
    return value


def _read_limits(path: Path, found: dict[str, Any]) -> RpcLimits:
    """Take the keys under [rpc.limits] out of `found`."""
    given: dict[str, Any] = {}
    for item in _bounds():
        key = f"{LIMITS_SECTION}.{item.name}"
        if key not in found:
            continue
        value = found.pop(key)
        allowed = int | float if isinstance(item.default, float) else int
        if isinstance(value, bool) or not isinstance(value, allowed) or value <= 0:
            raise ConfigInvalid(f"{path}: {key}: a number above 0 expected, found {value!r}")
        given[item.name] = type(item.default)(value)
    return RpcLimits(**given)
