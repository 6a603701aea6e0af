"""The net namespace: which network this is, and how many peers there are."""

from rpc.backend import Backend
from rpc.methods import method
from rpc.shapes import Quantity, quantity


class Net:
    """Methods net_*."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    @method("net_version")
    def version(self) -> str:
        """The chain id in decimal: old libraries sign with it."""
        return str(self._backend.status.chain_id)

    @method("net_listening")
    def listening(self) -> bool:
        """True: a node that answers listens."""
        return True

    @method("net_peerCount")
    def peer_count(self) -> Quantity:
        """How many peers are connected."""
        return quantity(self._backend.status.peer_count)
