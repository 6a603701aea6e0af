"""Which names there are, and where."""

from rpc.config import RpcConfig
from rpc.development.table import SAME
from rpc.news import News
from rpc.table import build_methods
from tests.rpc.development.play import PlayDevelopment
from tests.rpc.stage import Stage, StageBackend, on_stage

ONLY_HERE = ("evm_", "anvil_", "hardhat_", "personal_")
SIGNING = {"eth_sendTransaction", "eth_sign", "eth_signTransaction", "eth_signTypedData_v4"}


def test_every_name_of_a_method_is_the_same_method() -> None:
    """Other tools' names differ in nothing but the name."""
    backend = StageBackend()
    config = RpcConfig(development=PlayDevelopment(backend))
    table = build_methods(backend, config, News(backend))
    for name, others in SAME.items():
        for other in others:
            assert (table[name].function, other) == (table[other].function, table[other].name)
    assert set(table) >= SIGNING
    backend.close()


@on_stage()
async def test_nothing_of_it_exists_on_any_other_node(stage: Stage) -> None:
    """Not one name is in the table, and a call says so."""
    names = set(stage.server.methods)
    assert not [name for name in names if name.startswith(ONLY_HERE)]
    assert not names & SIGNING
    assert (-32601, "the method evm_mine does not exist/is not available") == (
        await stage.error("evm_mine")
    )
    assert [] == await stage.rpc("eth_accounts")
