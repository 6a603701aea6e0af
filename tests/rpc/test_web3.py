"""The web3 namespace."""

from rpc.web3 import Web3
from tests.rpc.stage import StageBackend


def test_the_program_names_itself_and_hashes() -> None:
    """The version is the node's; the hash is Keccak-256, not SHA-3."""
    backend = StageBackend()
    web3 = Web3(backend)
    assert "kumiai/test" == web3.client_version()
    hello = "0x1c8aff950685c2ed4bc3174f3472287b56d9517b9c948127319a09a7a36deac8"
    assert hello == web3.sha3(b"hello")
    backend.close()
