"""kumiai.node.v1.Node: where the node stands, and who decides."""

from collections.abc import Mapping
from typing import Final

from chain.types.primitives import Height
from rpc.backend import Backend
from rpc.grpc.calls import Unary
from rpc.grpc.errors import OutOfRange
from rpc.grpc.shapes import address_text
from rpc.wire import node_pb2

SERVICE: Final = node_pb2.DESCRIPTOR.services_by_name["Node"]


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
        chain = self._backend.chain
        next_height = Height(chain.head.header.height + 1)
        height = request.height if request.HasField("height") else next_height
        found = chain.validators(height) if height <= next_height else None
        if found is None:
            raise OutOfRange(f"a height from 1 to {next_height} expected, found {height}")
        return node_pb2.ValidatorsResponse(
            height=height,
            validators=[
                node_pb2.Validator(address=address_text(item.address), power=item.power)
                for item in found
            ],
            total_power=found.total_power,
            hash=found.hash,
        )

    async def peers(self, _: node_pb2.PeersRequest) -> node_pb2.PeersResponse:
        """How many peers there are."""
        return node_pb2.PeersResponse(count=self._backend.status.peer_count)
