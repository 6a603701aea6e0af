"""The web3 namespace: which program this is, and its hash function."""

from chain.codec import keccak256
from rpc.backend import Backend
from rpc.methods import method
from rpc.shapes import Data, data


class Web3:
    """Methods web3_*."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    @method("web3_clientVersion")
    def client_version(self) -> str:
        """Name, version, platform and language of this node."""
        return self._backend.status.client_version

    @method("web3_sha3")
    def sha3(self, data_: bytes) -> Data:
        """Keccak-256 of the data."""
        return data(keccak256(data_))
