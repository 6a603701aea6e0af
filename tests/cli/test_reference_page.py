"""The reference page is of everything this program serves."""

from cli.reference_page import describe_json_rpc
from modules import MODULES


def test_every_module_and_the_development_methods_are_in() -> None:
    """No method is served somewhere and described nowhere."""
    names = {method["name"] for method in describe_json_rpc()["methods"]}
    assert {"eth_call", "evm_mine", "anvil_setCode", "debug_traceCall", "rpc.discover"} <= names
    spaces = {name.partition("_")[0] for name in names}
    assert {module.name.partition("_")[0] for module in MODULES} - spaces == set()
