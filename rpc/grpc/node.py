"""kumiai.node.v1.Node: where the node stands, whom it knows, who decides and how far that is."""

import re
from collections.abc import Mapping
from typing import Final

from chain.errors import Malformed, Unavailable
from chain.kit.text import shorten
from chain.types.primitives import Height
from rpc.backend import Backend
from rpc.grpc.calls import Unary
from rpc.grpc.errors import OutOfRange
from rpc.grpc.pages import page_of, read_token, size_of, token_of
from rpc.grpc.shapes import address_text
from rpc.network_status import ConsensusStatus, PeerStatus, RoundBlock, SeenRound, SeenVote
from rpc.wire import node_pb2

SERVICE: Final = node_pb2.DESCRIPTOR.services_by_name["Node"]
_IDENTITY: Final = re.compile(r"0x[0-9a-f]{40}")


class NodeService:
    """Answers of the Node service."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def table(self) -> Mapping[str, Unary]:
        """Return a function for every call of the service."""
        return {
            "Status": Unary(self.status),
            "Validators": Unary(self.validators),
            "Peers": Unary(self.peers),
            "Consensus": Unary(self.consensus),
        }

    async def status(self, _: node_pb2.StatusRequest) -> node_pb2.StatusResponse:
        """The node's version, chain and head."""
        status, chain = self._backend.status, self._backend.chain
        head = chain.head.header
        return node_pb2.StatusResponse(
            client_version=status.client_version,
            chain_id=status.chain_id,
            genesis_hash=status.genesis_hash,
            head_height=head.height,
            head_hash=head.hash,
            head_time_ms=chain.head_time_ms,
            oldest_state_height=chain.oldest_state_height,
            next_base_fee_wei=str(chain.next_base_fee_wei),
            is_syncing=status.is_syncing,
            target_height=status.target_height,
            peer_count=status.peer_count,
            validator=address_text(status.validator),
        )

    async def validators(self, request: node_pb2.ValidatorsRequest) -> node_pb2.ValidatorsResponse:
        """The validators of one block; raises OutOfRange where this node knows none."""
        chain, token = self._backend.chain, read_token(request.page_token)
        next_height = Height(chain.head.header.height + 1)
        height = request.height if request.HasField("height") else next_height
        if token is not None:
            if request.HasField("height") and token[0] != height:
                raise Malformed(f"page_token: one for height {height} expected, found {token[0]}")
            height = Height(token[0])
        found = chain.validators(height) if height <= next_height else None
        if found is None:
            raise OutOfRange(f"a height from 1 to {next_height} expected, found {height}")
        first = 0 if token is None else token[1]
        page, following = page_of(tuple(found), first, size_of(request.page_size))
        return node_pb2.ValidatorsResponse(
            height=height,
            validators=[
                node_pb2.Validator(address=address_text(item.address), power=item.power)
                for item in page
            ],
            total_power=found.total_power,
            hash=found.hash,
            next_page_token="" if following is None else token_of(height, following),
        )

    async def peers(self, request: node_pb2.PeersRequest) -> node_pb2.PeersResponse:
        """The connected peers; a page begins behind the identity that its token names."""
        peers, size, after = self._backend.peers(), size_of(request.page_size), request.page_token
        if after and not _IDENTITY.fullmatch(after):
            raise Malformed(f"page_token: an identity expected, found {shorten(after)}")
        waiting = [peer for peer in peers if peer.identity > after]
        page, following = page_of(waiting, 0, size)
        return node_pb2.PeersResponse(
            count=len(peers),
            peers=[show_peer(peer) for peer in page],
            next_page_token="" if following is None else page[-1].identity,
        )

    async def consensus(self, _: node_pb2.ConsensusRequest) -> node_pb2.ConsensusResponse:
        """How far the next block is; raises Unavailable where the node decides none just now."""
        status = self._backend.consensus()
        if status is None:
            raise Unavailable("this node decides no height just now: ask again, or another node")
        return show_consensus(status)


def show_peer(peer: PeerStatus) -> node_pb2.Peer:
    """Return a peer's fields."""
    return node_pb2.Peer(
        identity=peer.identity,
        address=peer.address,
        is_outbound=peer.is_outbound,
        connected_ms=peer.connected_ms,
        sent_bytes=peer.sent_bytes,
        received_bytes=peer.received_bytes,
        fault_points=peer.fault_points,
        height=peer.height,
        oldest_height=peer.oldest_height,
    )


def show_consensus(status: ConsensusStatus) -> node_pb2.ConsensusResponse:
    """Return what was seen of a height."""
    return node_pb2.ConsensusResponse(
        height=status.height,
        round=status.round,
        step=node_pb2.Step.Name(int(status.step)),
        proposer=address_text(status.proposer),
        locked=_show_block(status.locked),
        valid=_show_block(status.valid),
        total_power=status.total_power,
        rounds=[_show_round(seen) for seen in status.rounds],
    )


def _show_block(block: RoundBlock | None) -> node_pb2.RoundBlock | None:
    return None if block is None else node_pb2.RoundBlock(hash=block.block_hash, round=block.round)


def _show_round(seen: SeenRound) -> node_pb2.RoundVotes:
    return node_pb2.RoundVotes(
        round=seen.round,
        proposer=address_text(seen.proposer),
        prevotes=[_show_vote(vote) for vote in seen.prevotes],
        precommits=[_show_vote(vote) for vote in seen.precommits],
        prevote_power=sum(vote.power for vote in seen.prevotes),
        precommit_power=sum(vote.power for vote in seen.precommits),
    )


def _show_vote(vote: SeenVote) -> node_pb2.SeenVote:
    return node_pb2.SeenVote(
        validator=address_text(vote.validator),
        power=vote.power,
        block_hash=vote.block_hash or b"",
        signature=vote.signature,
    )
