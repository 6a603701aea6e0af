"""
The network half of a node: its settings to a running NetService over the chain.

    [p2p] of config.toml, node_key --> NetService <-- transactions and blocks of the Application
"""

from collections.abc import Sequence
from dataclasses import dataclass

from chain.app import Application, BlockMisnamed, decode_named
from chain.codec import join_payload, split_payload
from chain.errors import Malformed
from chain.evidence import decode_evidence, encode_evidence
from chain.types.certificate import BlockId
from chain.types.primitives import Hash32
from cli.config import NodeConfig
from cli.errors import ConfigInvalid
from cli.node_key import load_node_key
from consensus.host.clock import Clock
from consensus.net.address import PeerAddress, parse_address, parse_identity
from consensus.net.config import NetConfig
from consensus.net.gossip import GossipOptions
from consensus.net.handshake import Terms
from consensus.net.identity import NodeKey
from consensus.net.messages import Codec
from consensus.net.service import NetService
from consensus.net.transfers import Filling
from consensus.net.transport import PeerId


class PoolOfPeers:
    """The pool as gossip fills it and reads it."""

    def __init__(self, app: Application) -> None:
        self._app = app

    def add(self, raw: bytes) -> bool:
        """Take a transaction by the rules of RPC; False when it is known. Raises Invalid."""
        return self._app.add_transaction(raw)

    def waiting(self, count: int) -> Sequence[bytes]:
        """Return up to so many waiting transactions, for a peer that is new."""
        found = (self._app.transaction(name) for name in self._app.pending_transactions()[:count])
        return [raw for raw in found if raw is not None]

    def get(self, transaction_hash: Hash32) -> bytes | None:
        """Return a waiting transaction's bytes."""
        return self._app.transaction(transaction_hash)


@dataclass(frozen=True, slots=True)
class BlockCodec:
    """How an encoded block is taken apart into head and transactions, and put together."""

    def split(self, payload: bytes) -> tuple[bytes, list[bytes]]:
        """Return the head and the transactions. Raises Malformed."""
        return split_payload(payload)

    def join(self, head: bytes, transactions: Sequence[bytes]) -> bytes:
        """Return the block's bytes. Raises Malformed."""
        return join_payload(head, transactions)


def is_block(block_id: BlockId, payload: bytes) -> bool:
    """Whether bytes are the block of a name, without executing it."""
    try:
        decode_named(payload, block_id)
    except BlockMisnamed:
        return False
    return True


def build_net(config: NodeConfig, app: Application, clock: Clock) -> NetService:
    """Return the network of a home, not started; raises ConfigInvalid, CommandFailed."""
    pool = PoolOfPeers(app)
    return NetService(
        NodeKey(load_node_key(config.node_key_path)),
        Terms(app.rules.chain_id, app.ledger.genesis_hash),
        net_config(config),
        clock,
        Codec(encode_evidence, decode_evidence),
        options=GossipOptions(Filling(BlockCodec(), pool), is_block),
        sink=pool,
        book_path=config.address_book_path,
    )


def net_config(config: NodeConfig) -> NetConfig:
    """Return the [p2p] section as the network takes it; raises ConfigInvalid."""
    return NetConfig(
        host=config.p2p_host,
        port=config.p2p_port,
        external_address=config.p2p_external_address,
        persistent_peers=parse_peers(config.p2p_persistent_peers),
        private_peer_ids=_identities("private_peer_ids", config.p2p_private_peer_ids),
        unconditional_peer_ids=_identities(
            "unconditional_peer_ids", config.p2p_unconditional_peer_ids
        ),
        pex=config.p2p_exchange,
        max_inbound=config.p2p_inbound_max,
        max_outbound=config.p2p_outbound_max,
        allow_private_addresses=config.p2p_allow_private_addresses,
    )


def parse_peers(texts: Sequence[str]) -> tuple[PeerAddress, ...]:
    """Return addresses written as 0xID@host:port; raises ConfigInvalid."""
    try:
        return tuple(parse_address(text) for text in texts)
    except Malformed as cause:
        raise ConfigInvalid(f"p2p.persistent_peers: {cause}") from cause


def _identities(key: str, texts: Sequence[str]) -> frozenset[PeerId]:
    try:
        return frozenset(parse_identity(text) for text in texts)
    except Malformed as cause:
        raise ConfigInvalid(f"p2p.{key}: {cause}") from cause
